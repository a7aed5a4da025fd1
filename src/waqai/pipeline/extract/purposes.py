"""Nouns joined to a purpose, which tell of nothing that was done."""

from waqai.lexicon import Match
from waqai.pipeline.extract.heads import Head

# How far behind a purpose what is joined to it stands, and how long a noun behind ل is at least.
REACH, SHORTEST = 4, 5

# What opens talks or takes them up.
OPENINGS = frozenset(
    ("بدء", "استيناف", "اطلاق", "عقد", "اجراء", "مواصله", "الجلوس", "العوده", "الدخول", "الانخراط", "اللجوء", "تنظيم")
)
WAYS = frozenset(("في", "الي", "علي"))


def joined_to_purpose(words: list[str], matches: list[list[Match]], i: int, start: int) -> bool:
    """«جهود لمواجهة التحديات وتحرير الأراضي»: joined to the purpose before it, a noun behind ل that tells no event.

    Args:
        words: the sentence, folded.
        matches: what the lexicon has of each word.
        i: a noun behind و.
        start: where the event before it ends.
    """
    return any(
        words[k][0] == "ل"
        and len(words[k]) >= SHORTEST
        and words[k][1] != "ل"
        and words[k + 1].startswith("ال")
        and all(m.kind == "participle" for m in matches[k])
        and "،" not in words[k:i]
        for k in range(max(start, i - REACH), i - 1)
    )


def joined(words: list[str], above: Head, noun: Head) -> bool:
    """«دعا إلى وقف العنف وبدء مفاوضات»: joined to the noun above, itself or by a word of opening before it.

    Args:
        words: the sentence, folded.
        above: a noun before it.
        noun: the noun.
    """
    k = noun.i - 1 - (words[noun.i - 1] in WAYS)
    return noun.conj == "و" or (k >= above.j and words[k][0] == "و" and words[k][1:] in OPENINGS)
