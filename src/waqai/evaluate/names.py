"""When two names are the same to the scorer.

It folds more than the reader does (a lone hamza is dropped): a score must not move when the reader's folding does.
"""

import re
from functools import lru_cache

MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
FOLD = str.maketrans("أإآٱىةؤئگڤپ", "اااايهويكفب", "ء")
ARTICLE = re.compile(r"^(?:وال|بال|فال|كال|لل|ال)(?=\w{2})")
WORD = re.compile(r"\w+")
TITLES = frozenset(
    WORD.findall("السيد السيده الدكتور دكتور د الشيخ الامير الاميره الملك اللواء الفريق العميد العقيد الرئيس الوزير")
)


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> frozenset[str]:
    """The words that tell a name: folded, without articles and titles.

    Args:
        name: a name as written.
    """
    folded = MARKS.sub("", name).translate(FOLD).lower()
    words = (ARTICLE.sub("", word) for word in WORD.findall(folded))
    return frozenset(word for word in words if word and word not in TITLES)


def same_name(one: str, other: str) -> bool:
    """Whether all words of the shorter name, or two and half of the longer one's, are shared."""
    small, big = sorted((name_tokens(one), name_tokens(other)), key=len)
    if not small:
        return False
    shared = len(small & big)
    return shared == len(small) or (shared >= 2 and shared / len(big) >= 0.5)
