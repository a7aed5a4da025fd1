"""Whether a mention can be the subject of a verb: their gender and number, as far as the words tell them."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.heads import Head

# States whose names are masculine; the others are feminine.
MASCULINE = frozenset(
    ["LBN", "IRQ", "JOR", "MAR", "SDN", "SSD", "YEM", "TCD", "SOM", "NER", "SEN", "PER", "VAT", "NPL"]
)
# Seats that stand for their state, and are masculine.
SEATS = frozenset(["الكرملين", "البيت", "الاليزيه", "البنتاغون", "الكنيست", "قصر", "داونينغ", "الكونغرس"])
# Feminine words of address, before men and women alike: «جلالة الملك», «معالي وزيرة الخارجية».
ADDRESS = frozenset(
    ["معالي", "سعاده", "فخامه", "سمو", "جلاله", "سماحه", "فضيله", "نيافه", "غبطه", "حضره", "عطوفه", "سياده", "دوله"]
)
# «تظاهر المئات»: these count people, and the verb is masculine.
COUNTS = frozenset(["مئات", "عشرات", "الاف", "مئه", "عشره"])
THAT = frozenset(["ان", "بان", "لان", "لكن"])
# «قادة مالي والنيجر»: men, though the word ends like one woman's.
MEN = frozenset(["قاده", "قضاه", "ولاه", "دعاه"])
PARTICLES = ("وال", "فال", "بال", "كال", "لل", "ال")


def several(people: tuple[Mention, ...], dual: bool) -> bool:
    """Whether a verb in the dual or plural can have these as its subject: one body is no two («وقّعا»)."""
    if len(people) > 1 or any(m.number == "d" or m.kind == "anaphor" for m in people):
        return True
    return not dual and any(m.number != "s" or m.kind in ("group", "org") for m in people)


def agrees(found: Found, h: Head, before: tuple[Mention, ...]) -> bool:
    """Whether those named before a verb can be its subject; where the words do not tell, they can.

    Several people before a verb want it in the plural: «واحتجزوا», not «واحتجزت».

    Args:
        found: the sentence.
        h: a finite verb.
        before: a subject that stands before it.
    """
    if not h.gender or h.number != "singular":
        return True
    if len(before) != 1 or before[0].rule == "counted":
        return False
    gender = gender_of(found, before[0])
    return not gender or gender == h.gender


def accusative(found: Found, m: Mention) -> bool:
    """«رئيسا للوزراء», «شرطيا»: an indefinite noun with the ending of the accusative is no subject."""
    first, *rest = found.sentence.words[m.i : m.j]
    if m.i and found.sentence.words[m.i - 1].removeprefix("و") in THAT:
        # «إن جنديا إسرائيليا أطلق النار»
        return False
    if (
        first[-1] != "ا"
        or first.startswith(("ال", "وال"))
        or m.kind not in ("role", "group")
        or m.number != "s"
        or m.rule == "counted"
    ):
        return False
    # «رئيسا تركيا وإيران» are two.
    two = bool(rest) and any(x.kind in ("state", "seat") for x in found.matches[m.i + 1])
    return not rest or rest[0][0] == "ل" or (rest[0][-1] == "ا" and not two)


def follows(found: Found, h: Head, m: Mention) -> bool:
    """Whether a mention right after a verb can be its subject: «طالب الحكومة» is no government that demands."""
    if accusative(found, m):
        return False
    if not h.gender or h.number != "singular" or m.i != h.j or (m.kind == "role" and h.j - h.i > 1):
        return True
    if m.kind == "group" and m.number == "p" and m.rule != "counted" and found.sentence.words[m.i].endswith("ين"):
        # «هاجمت المتظاهرين»: what is in the accusative is attacked.
        return False
    gender = gender_of(found, m)
    return not gender or gender == h.gender


def gender_of(found: Found, m: Mention) -> str:
    """`m`, `f`, or nothing where the words do not tell."""
    if m.kind == "state":
        return "" if m.country in MASCULINE or found.sentence.words[m.i] in SEATS else "f"
    if m.kind not in ("person", "role", "org", "group") or (m.name_span is None and m.kind != "role"):
        return ""
    k, first = _first_noun(found, m)
    if m.kind in ("person", "role"):
        named = m.kind == "person" and m.name_span is not None and found.sentence.spans[k][0] >= m.name_span[0]
        if not m.offices or named or m.number != "s" or first in MEN:
            # Nothing before the name, or only «معالي»: the name does not tell.
            return ""
        if m.pronoun == "ه" or first.startswith("نظير"):
            # «نظيره», «نائبه» end in a pronoun.
            return "f" if first.startswith("نظيرت") else "m"
        return "f" if first.endswith("ه") else "m"
    if not first.isalpha() or m.rule == "counted" or first in COUNTS:
        return ""
    if first.endswith("ه") and m.number == "p":
        return ""  # «أساتذة», «طلبة», «قضاة» are men or both.
    if first.endswith("ه") or (m.kind in ("group", "org") and first.endswith("ات")):
        return "f"
    return ""


def _first_noun(found: Found, m: Mention) -> tuple[int, str]:
    """Position of the first word of a mention that is no form of address, and that word without particles."""
    for k in range(m.i, m.j):
        if found.sentence.words[k].lstrip("ول") in ADDRESS:
            continue
        word = found.sentence.words[k][len(m.conj) + len(m.prep) if k == m.i else 0 :]
        return k, next((word[len(p) :] for p in PARTICLES if word.startswith(p) and len(word) > len(p) + 1), word)
    return m.i, ""
