"""Place names that are spelled like everyday words: dropped, or a place only where their neighbours say so."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from read_yaml import read_yaml
from waqai.text.fold import fold_word

Phrases = dict[str, list[list[Any]]]
SPOKEN = ("report", "general", "light")
NAMES = {"org", "outlet", "official"}


def drop_everyday_places(phrases: Phrases, everyday: set[str], by_hand: set[str]) -> None:
    """A single word that is everyday language is no place: «إطار» is a frame before it is a town in Mauritania.

    Args:
        phrases: folded phrases with their entries; changed in place.
        everyday: folded words of the language.
        by_hand: folded forms that people wrote down as places; these stay.
    """
    verbs = {k for k, entries in phrases.items() if any(e[0] in SPOKEN for e in entries)}
    finite = verbs | {k for k, entries in phrases.items() if any(e[0] == "verb" for e in entries)}
    joined = {k for k in phrases if k[0] in "وف" and k[1:] in finite}
    words = everyday | verbs | joined
    for key in [k for k in phrases if " " not in k and k in words]:
        # «فيدان» is a name before it is «ف» and a verb.
        dropped = (NAMES if key in everyday | verbs else set()) | (set() if key in by_hand else {"place"})
        phrases[key] = [e for e in phrases[key] if e[0] not in dropped]
        if not phrases[key]:
            del phrases[key]


def time_words(folder: Path) -> set[str]:
    """Every word of the files of time, folded; their examples speak of people and places too."""
    texts = (text for path in sorted(folder.glob("*.yaml")) for text in _texts(read_yaml(path)))
    return set(re.findall(r"[\u0621-\u064a]+", fold_word(" ".join(texts))))


def _texts(value: Any) -> Iterator[str]:
    """All text under a YAML value, its examples left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("examples", "example"):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def doubtful(stop: list[dict[str, str]]) -> set[str]:
    """Folded place names of `stop.tsv` that need support from their neighbours («الزاوية», «الخيام»)."""
    return {fold_word(row["form"]) for row in stop if (row["scope"], row["action"]) == ("place", "context")}


def dropped(stop: list[dict[str, str]]) -> set[str]:
    """Folded capitals of `stop.tsv` that are everyday words: «ماليه» is «مالية», which is of money."""
    return {fold_word(row["form"]) for row in stop if (row["scope"], row["action"]) == ("capital", "drop")}
