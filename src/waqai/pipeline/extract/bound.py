"""Prepositions with their pronoun, as mentions that point back: «وجهت إليه النيابة تهمة», «فرضت عليها عقوبات»."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.detect.names import QUOTES

STEMS = ("الي", "علي", "ل", "عن", "ضد", "بحق", "مع")
NUMBERS = {"ه": "s", "ها": "s", "هم": "p", "هما": "d"}
BOUND = {stem + pronoun: (stem, pronoun) for stem in STEMS for pronoun in NUMBERS}
# How far from its head such a pronoun stands.
NEAR = 4


def bound(found: Found, index: int, start: int, k: int, relatives: frozenset[str]) -> Mention | None:
    """The anaphor that word `k` is, its preposition as `prep`; `None` where it is none of the head's arguments.

    Args:
        found: the sentence.
        index: its number.
        start: where the head ends.
        k: the word.
        relatives: «الذي» and its forms: in their clause the pronoun is what the clause is about.
    """
    words = found.sentence.words
    if words[k] not in BOUND or k > start + NEAR or not relatives.isdisjoint(words[max(0, start - 2) : k]):
        return None
    stem, pronoun = BOUND[words[k]]
    return Mention(
        sentence=index, i=k, j=k + 1, kind="anaphor", name=pronoun, name_span=found.sentence.spans[k],
        number=NUMBERS[pronoun], rule="pronoun", pronoun=pronoun, prep=stem,
    )  # fmt: skip


def another_name(found: Found, m: Mention) -> bool:
    """«الجماعة الاقتصادية (إيكواس)», «جهاز "الشاباك"»: a name in brackets or quotes of whom the words before name."""
    words = found.sentence.words
    before, after = "".join(words[m.i - 1 : m.i]), "".join(words[m.j : m.j + 1])
    closed = (before, after) == ("(", ")") or (before in QUOTES and after in QUOTES)
    return closed and m.kind in ("org", "group") and any(x.j == m.i - 1 for x in found.mentions)
