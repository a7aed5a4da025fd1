"""Folding: one spelling for the many ways the press writes a word, with a map back to the text as received.

Folding is for matching only. It never decides what is shown: every span that leaves Waqai is given in
offsets of the text as received.
"""

import re
import unicodedata

from msgspec import Struct

# Hamza carriers, alef maqsura and teh marbuta, and the look-alikes that Farsi and Urdu keyboards produce.
LETTERS = dict(
    zip(
        "أإآٱٲٳىةؤئيۀہھەۃکڪگڤپچڨیېےۍٸ",
        "اااااايهوييهههههكككفبجقييييي",
        strict=True,
    )
)
DIGITS = {chr(base + i): str(i) for base in (0x0660, 0x06F0) for i in range(10)}
# Diacritics, Koranic marks, tatweel, zero-width and bidirectional marks carry no meaning for matching.
DROPPED = [
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E9),
    *range(0x06EA, 0x06EE),
    0x0640,
    0x00AD,
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0xFEFF,
]
DROPPED_SET = frozenset(DROPPED)
PRESENTATION_FORMS = [*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)]
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(a): b for a, b in (LETTERS | DIGITS).items()}
    table.update(dict.fromkeys(DROPPED))
    table.update({ord(space): " " for space in SPACES})
    for point in PRESENTATION_FORMS:
        plain = unicodedata.normalize("NFKC", chr(point))
        folded = "".join(LETTERS.get(c, c) for c in plain if ord(c) not in DROPPED_SET and c != " ")
        if folded != chr(point):
            table[point] = folded or None
    return table


TABLE = _table()


class Folded(Struct, frozen=True):
    """A folded text and the way back.

    Attributes:
        text: the folded text.
        starts: for each folded position, the offset of its character in the original; `None` where folding
            moved no position.
        ends: for each folded position, the offset just after its character and the marks it carries
            (diacritics, tatweel); `None` with `starts`.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original for the non-empty folded range `[start, end)`."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def spans(self, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The ranges of the original for non-empty folded ranges."""
        starts, ends = self.starts, self.ends
        if starts is None or ends is None:
            return ranges
        return [(starts[start], ends[end - 1]) for start, end in ranges]


def fold_word(text: str) -> str:
    """Fold a form of the lexicon or any short string; no map."""
    return text.translate(TABLE)


def fold(text: str) -> Folded:
    """Fold `text` for matching, and keep the way back to its offsets.

    Args:
        text: any Unicode text, as received.

    Returns:
        The folded text with a map from each folded position to the original.
    """
    folded = text
    for letter, plain in COMMON:
        folded = folded.replace(letter, plain)
    folded = RARE.sub(_plain, folded)
    if MOVERS.search(text) is None:
        return Folded(folded)
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for m in MOVERS.finditer(text):
        here = m.start()
        starts.extend(range(at, here))
        ends.extend(range(at + 1, here + 1))
        if plain := _plain(m):
            starts.extend([here] * len(plain))
            ends.extend([here + 1] * len(plain))
        elif ends and m.group() in CARRIED and ends[-1] == here:
            ends[-1] = here + 1
        at = here + 1
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded(folded, starts, ends)


def _plain(m: re.Match[str]) -> str:
    return TABLE[ord(m.group())] or ""


# The letters of nearly all that folding changes in a report, each replaced at once; a table is asked for every letter.
COMMON = tuple((letter, LETTERS[letter]) for letter in "أإآىةؤئ")
RARE = re.compile("[" + "".join(chr(p) for p, folded in TABLE.items() if chr(p) not in "أإآىةؤئي") + "]")
# Characters that folding drops or expands: they move what follows.
MOVERS = re.compile("[" + "".join(chr(p) for p, folded in TABLE.items() if folded is None or len(folded) != 1) + "]")
# Marks written on a letter: a span that ends with the letter includes them.
CARRIED = frozenset(chr(p) for p in DROPPED if unicodedata.combining(chr(p)) or p == 0x0640)
