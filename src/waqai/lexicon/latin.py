"""Names in Latin letters, for people who read no Arabic: each part as it is usually spelled, or by its letters.

Arabic writes no short vowels, so a name that no list holds is spelled by guess: `Gulr` for غولر. The Arabic
name stays the name; this says it. Spellings follow BGN/PCGN (sh, kh, gh, q) or French habit in the Maghreb.
"""

from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from waqai.text.fold import fold_word

WESTERN = frozenset(["MAR", "DZA", "TUN", "MRT"])
IRANIAN = frozenset(["IRN", "AFG", "PAK"])
COMPOUND = frozenset(["عبد", "ابو", "ابي", "ام"])
ARAB = frozenset(
    "ARE BHR COM DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM".split()  # noqa: SIM905
)


class Spellings(Struct, frozen=True):
    """The compiled tables: part of a name → spelling in each region, and the sounds of letters by their place."""

    parts: dict[str, list[str]]
    consonants: dict[str, str]
    vowels: dict[str, str]
    glides: dict[str, str]
    initials: dict[str, str]


@lru_cache(maxsize=1)
def _spellings() -> Spellings:
    return msgspec.json.decode((files("waqai.data") / "latin.json").read_bytes(), type=Spellings)


@lru_cache(maxsize=16_384)
def latin_name(name: str, country: str | None = None) -> str:
    """A person's name in Latin letters.

    Args:
        name: the name as the text has it.
        country: alpha-3 code of the bearer's state, for the habits of spelling there.

    Returns:
        The name, each part with a capital; parts that carry ال as «al-Sharaa». Latin words stay as they are.
    """
    region = 1 if country in WESTERN else 2 if country in IRANIAN else 0
    words = name.replace("-", " ").split()
    out: list[str] = []
    k = 0
    while k < len(words):
        two = " ".join(fold_word(w) for w in words[k : k + 2])
        if two.split()[0] in COMPOUND and k + 1 < len(words) and (spelled := _known(two, region)):
            out.append(spelled)
            k += 2
            continue
        out.append(_word(words[k], region, country))
        k += 1
    return " ".join(w for w in out if w)


def _known(form: str, region: int) -> str:
    spellings = _spellings().parts.get(form)
    return spellings[region] or spellings[0] or spellings[1] or spellings[2] if spellings else ""


def _word(written: str, region: int, country: str | None) -> str:
    word = fold_word(written)
    if not word or word[0].isascii():
        return written
    if spelled := _known(word, region):
        return spelled
    if word.startswith("ال") and len(word) > 4 and written[0] in "اٱ":
        article = ("al-", "El ", "al-")[region]
        rest = word[2:]
        return article + (_known(rest, region) or _by_letters(rest, written[2:]))
    spelled = _by_letters(word, written)
    # Other alphabets' g is written غ.
    return spelled if country is None or country in ARAB | IRANIAN else spelled.replace("gh", "g").replace("Gh", "G")


def _by_letters(word: str, written: str) -> str:
    """Consonants as they sound, long vowels as written, an `a` where two consonants meet at the start."""
    letters = _spellings()
    out, open_ = "", True
    for k, letter in enumerate(word):
        last = k == len(word) - 1
        if k == 0 and letter == "ا":
            out = letters.initials.get(written[0], "a")
        elif letter == "ه" and last and written.endswith("ة"):
            out += "" if out.endswith("a") else "a"
        elif letter in letters.glides and (k == 0 or (not last and word[k + 1] in letters.vowels)):
            out, open_ = out + letters.glides[letter], False
        elif letter in letters.vowels:
            out, open_ = out + letters.vowels[letter], True
        else:
            between = not open_ and not (last and len(word) > 3) and len(out) < 3
            sound = letters.consonants.get(letter, "")
            out, open_ = out + ("a" if between and sound != "a" else "") + sound, sound == "a"
    return (out[:1].upper() + out[1:]).replace("ii", "i").replace("Ii", "I")
