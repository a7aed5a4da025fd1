"""Copies: documents that print one text. They are kept, and never counted as sources of their own."""

import re
import zlib
from functools import lru_cache

from waqai.text.fold import fold_word

WORD = re.compile(r"\w+")
SHINGLE = 4
BUCKETS, ROWS = 32, 2
MIN_WORDS = 12
LEDE_WORDS = (12, 4)
LIKE, CONTAINED = 0.5, 0.8
DAYS = 7
# What makes two alike texts tell two things: another day, another number.
WEEKDAYS = frozenset(fold_word("الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت اليوم أمس غدا").split())


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Folded words of a text."""
    return tuple(WORD.findall(fold_word(text)))


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[int]:
    """Hashes of every four words in a row."""
    words = words_of(text)
    return frozenset(zlib.crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in range(len(words) - SHINGLE + 1))


def fingerprints(text: str) -> list[int]:
    """Keys that copies are likely to share: bands of a one-permutation minhash, and the words of the beginning.

    Args:
        text: a document's text; one of less than twelve words has none.
    """
    words = words_of(text)
    if len(words) < MIN_WORDS:
        return []
    least = [0xFFFFFFFF] * BUCKETS
    for value in shingles(text):
        mixed = (value * 0x9E3779B1) & 0xFFFFFFFF
        bucket = value % BUCKETS
        least[bucket] = min(least[bucket], mixed)
    out = []
    for band in range(BUCKETS // ROWS):
        rows = tuple(least[band * ROWS : (band + 1) * ROWS])
        if 0xFFFFFFFF not in rows:
            out.append(_key(f"{band}|{rows}"))
    out.extend(_key("lede|" + " ".join(words[at : at + LEDE_WORDS[0]])) for at in (0, LEDE_WORDS[1]))
    return out


def _key(text: str) -> int:
    data = text.encode()
    return (zlib.crc32(data) << 31) ^ zlib.crc32(data[::-1] + b"x")


def likeness(a: str, b: str) -> float:
    """How far two texts are one: 1 for the same words, 0 where they tell different things or share little.

    Args:
        a: one text.
        b: the other.
    """
    one, other = shingles(a), shingles(b)
    if not one or not other:
        return 0.0
    common = len(one & other)
    like, contained = common / len(one | other), common / min(len(one), len(other))
    if like < LIKE and contained < CONTAINED:
        return 0.0
    return 0.0 if like < 1 and _tells_another(a, b) else max(like, contained)


def _tells_another(a: str, b: str) -> bool:
    """Whether the shorter text has a day or a number that the longer one has not."""
    short, long = sorted((words_of(a), words_of(b)), key=len)
    extra = set(short) - set(long)
    return any(word in WEEKDAYS or word.removeprefix("و") in WEEKDAYS or word.isdigit() for word in extra)
