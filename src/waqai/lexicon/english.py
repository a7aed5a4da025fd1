"""What places, bodies and outlets are called in English, for people who read no Arabic: as the lists have it.

A ministry that no list holds is called by its portfolio. What is not known has no English name.
"""

from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from waqai.text.fold import fold_word


class EnglishNames(Struct, frozen=True):
    """The compiled tables, by folded name: place → state → name, body → name, portfolio → its ministry."""

    places: dict[str, dict[str, str]]
    bodies: dict[str, str]
    ministries: dict[str, str]


MINISTRY = "وزاره "


@lru_cache(maxsize=1)
def _names() -> EnglishNames:
    return msgspec.json.decode((files("waqai.data") / "english.json").read_bytes(), type=EnglishNames)


@lru_cache(maxsize=4_096)
def english_place(name: str, country: str | None = None) -> str | None:
    """A place's name in English; `None` where no list has it, or several states have one of that name.

    Args:
        name: as the record has it.
        country: alpha-3 code of its state.
    """
    found = _names().places.get(fold_word(name), {})
    if country in found:
        return found[country]
    return next(iter(found.values())) if len(set(found.values())) == 1 else None


@lru_cache(maxsize=4_096)
def english_body(name: str) -> str | None:
    """A body's or an outlet's name in English; of a ministry its portfolio, without the state."""
    folded = " ".join(fold_word(name).split())
    names = _names()
    if folded in names.bodies:
        return names.bodies[folded]
    if not folded.startswith(MINISTRY):
        return None
    words = folded.removeprefix(MINISTRY).split()
    for end in range(len(words), 0, -1):
        found = names.ministries.get(" ".join(words[:end]))
        # One word may follow: whose ministry it is.
        if found:
            return found if len(words) - end <= 1 else None
    return None
