"""Who stands behind an act in its sentence and is yet no side of it: those told of by a circumstance."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.frame import Frame
from waqai.text.fold import fold_word

FORCE = frozenset(["ASSAULT", "COERCE", "SANCTION", "RETREAT"])
# «قتل خمسة بينهم ضابط», «بعد مقتل ستة من مواطنيها»: who is told of behind these is no side of the act.
AMONG = frozenset(["بينهم", "بينهن", "منهم", "بينها", "منها"])
AFTER = frozenset(["بعد", "عقب", "اثر", "غداه", "قبل"])
RELATIVES = frozenset(["الذي", "التي", "الذين"])
# What is driven or flown.
MACHINES = frozenset(
    ["مروحيه", "مروحيات", "طايره", "طايرات", "مسيره", "مسيرات", "مسير", "دبابه", "دبابات", "زوارق", "سفينه", "مدفعيه",
     "اليات", "اليه"]
)  # fmt: skip


def machine(m: Mention) -> bool:
    """«صادر ناقلة في عملية إنزال من مروحيات»: what is driven or flown is nobody's side."""
    return m.sector == "MIL" and is_machine(m.name)


def is_machine(name: str) -> bool:
    """Whether a name is of what is driven, flown or fired."""
    return not MACHINES.isdisjoint(w.removeprefix("ال") for w in fold_word(name).split())


def no_side(words: list[str], frame: Frame, m: Mention, kind: str) -> bool:
    """Whether the words before a mention keep it from being a side of the act.

    Args:
        words: the sentence.
        frame: what its clause tells.
        m: somebody named behind the act.
        kind: the type of the event.
    """
    between = words[frame.head.j : m.i]
    if kind == "REQUEST" and m.kind == "person" and not m.offices:
        return True  # «طالب بإطلاق سراح المعارض»: whom it is about, not whom it is said to
    if words[m.i - 1].startswith("الم") and m.prep:
        return True  # «الجماعة المرتبطة بتنظيم القاعدة»
    if not AMONG.isdisjoint(between):
        return True  # «قتل خمسة بينهم ضابط»
    after = (k for k, w in enumerate(between, frame.head.j) if w in AFTER)
    if kind in FORCE and any(words[k - 1] != "علي" for k in after):
        return True  # «شنت هجومها بعد مقتل ستة من مواطنيها»; «على بعد» is how far
    # «التي استولت عليها الجماعة عام 2014، مع ممر للقوات»: a comma closes the relative clause of the act.
    return words[frame.head.i - 1] in RELATIVES and frame.head.i > 0 and "،" in between
