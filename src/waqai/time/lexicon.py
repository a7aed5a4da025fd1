"""The compiled words of time: the only reader of `data/time.json`."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from waqai.text.fold import fold_word

Row = tuple[str, Any, str | None]
DATA = Path(__file__).parent.parent / "data" / "time.json"
# Glued particles, longest first, and the class of token each becomes ("" drops it from the grammar's sight).
PROCLITICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("و", ("AND",)),
    ("ف", ("AND",)),
    ("ب", ("BAA",)),
    ("ل", ("LAM",)),
    ("ك", ("X",)),
    ("وب", ("AND", "BAA")),
    ("ول", ("AND", "LAM")),
    ("فب", ("AND", "BAA")),
    ("فل", ("AND", "LAM")),
    ("وك", ("AND", "X")),
)
# «للعام»: the article has lost its alif.
MELTED: tuple[tuple[str, tuple[str, ...]], ...] = (("لل", ()), ("ولل", ("AND",)), ("فلل", ("AND",)))
# Whole words in which a particle and a word of time meet by chance.
NOT_GLUED = frozenset(fold_word(w) for w in ("كذلك", "لذلك", "بذلك", "وكذلك", "ولذلك", "وبذلك", "كلها", "بكل", "فكل"))


class Known(msgspec.Struct, frozen=True):
    """A day that has a year of its own after certain words: «هجمات 11 سبتمبر»."""

    day: str
    year: int
    heads: frozenset[str]


class Data(msgspec.Struct, frozen=True):
    """The compiled file."""

    phrases: dict[str, tuple[str, Any, str | None]]
    cues: dict[str, frozenset[str]]
    known: list[Known]


class Lexicon(msgspec.Struct, frozen=True):
    """Words by their first word: what it is alone, and the longer phrases it begins, longest first."""

    alone: dict[str, Row]
    longer: dict[str, list[tuple[tuple[str, ...], Row]]]
    cues: dict[str, frozenset[str]]
    known: dict[str, Known]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    raw = DATA.read_bytes()
    data = msgspec.json.decode(raw, type=Data)
    alone: dict[str, Row] = {}
    longer: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for phrase, row in data.phrases.items():
        first, *rest = phrase.split(" ")
        if rest:
            longer.setdefault(first, []).append((tuple(rest), row))
        else:
            alone[first] = row
    for options in longer.values():
        options.sort(key=lambda option: (-len(option[0]), option[0]))
    return Lexicon(alone, longer, data.cues, {k.day: k for k in data.known})


@lru_cache(maxsize=1 << 16)
def unglue(word: str) -> tuple[tuple[str, ...], str] | None:
    """The particles before a word of the lexicon, and that word; `None` for a word of no interest."""
    words = lexicon()
    if word in words.alone or word in words.longer:
        return (), word
    if len(word) < 3 or word in NOT_GLUED:
        return None
    for prefix, classes in PROCLITICS:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and (rest in words.alone or rest in words.longer):
            return classes, rest
    for prefix, classes in MELTED:
        rest = "ال" + word[len(prefix) :]
        if word.startswith(prefix) and (rest in words.alone or rest in words.longer):
            # The extent must begin with the particle then.
            return classes, rest
    return None


def cue(name: str) -> frozenset[str]:
    """A named list of folded words."""
    return lexicon().cues[name]
