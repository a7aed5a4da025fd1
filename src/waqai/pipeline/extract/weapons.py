"""With what an attack was made: «استهدفت مسيّرة», «هجوم بصواريخ», «قُتل برصاص» say the mode that a verb leaves open."""

from functools import lru_cache

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.heads import Head

# The likeliest first: «طائرة مسيّرة» is a drone, «صاروخ من طائرة» comes from the air.
MODES = ("drone", "suicide-attack", "aerial", "explosives", "heavy-weapons", "firearms", "primitive")
# What an entry says by default and an instrument may correct.
OPEN = (None, "heavy-weapons")
REACH = 12
OF_NOUN = 3
STOPS = frozenset("،؛:.!؟()")


@lru_cache(maxsize=2)
def _instruments(lexicon: Lexicon) -> dict[str, str]:
    return {word: mode for mode in reversed(MODES) for word in lexicon.grammar[f"weapon_{mode.replace('-', '_')}"]}


def with_weapon(t: Trigger, found: Found, h: Head, lexicon: Lexicon) -> Trigger:
    """The entry with the mode that the attacker's or the instrument's word says.

    Args:
        t: an entry of any type; only attacks whose mode is open change.
        found: the sentence.
        h: the head that evokes it.
        lexicon: the words of weapons.
    """
    if t.type != "ASSAULT" or t.mode not in OPEN or t.act == "clash":
        return t
    said = weapons_of(found, h, lexicon)
    mode = next((mode for mode in MODES if mode in said), None)
    return t if mode is None or (t.mode and mode not in MODES[:3]) else replace(t, mode=mode)


def weapons_of(found: Found, h: Head, lexicon: Lexicon) -> dict[str, int]:
    """Modes of the words right behind a head, and of those behind ب in its clause, each with its first word."""
    words, instruments = found.sentence.words, _instruments(lexicon)
    out: dict[str, int] = {}
    close = 1 if h.verb else OF_NOUN
    for k in range(h.j, min(len(words), h.j + REACH)):
        word = words[k]
        if word in STOPS:
            break
        by = word[0] == "ب" and len(word) > 3
        bare = (word[1:] if by else word).removeprefix("ال")
        mode = instruments.get(bare)
        if mode is None:
            continue
        after_tool = words[k - 1][0] == "ب" and words[k - 1][1:] in instruments
        second = k == h.j + 1 and words[h.j].removeprefix("ال") in instruments
        if by or k < h.j + close or second or after_tool:
            out.setdefault(mode, k)
    return out
