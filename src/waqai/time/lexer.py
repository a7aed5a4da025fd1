"""Folded text to tokens, each of one class, so that grammar rules are regular expressions over classes."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from waqai.text.fold import Folded, fold
from waqai.time.lexicon import Row, lexicon, unglue
from waqai.time.numbers import merge_numbers

TOKEN = re.compile(
    r"(?P<WORD>[^\W\d_]+)"
    r"|(?P<NDATE>[0-9]{4}([/.-])[0-9]{1,2}\3[0-9]{1,2}(?![0-9])|[0-9]{1,2}([/.-])[0-9]{1,2}\4[0-9]{4}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}(?![0-9]))"
    r"|(?P<CLOCK>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|(?P<MY>[0-9]{1,2}/[0-9]{4}(?![0-9/]))"
    r"|(?P<DM>[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))"
    r"|(?P<DEC>[0-9]+(?:[.,\u066b\u066c][0-9]+)+)"
    r"|(?P<NUM>[0-9]+)"
    r"|(?P<PUNCT>\S|\n)"
)
PUNCT = {
    "/": "SLASH", "-": "DASH", "–": "DASH", "—": "DASH", "(": "LPAR", ")": "RPAR", "،": "COMMA", ",": "COMMA",
    ".": "STOP", "؛": "STOP", "!": "STOP", "؟": "STOP", "…": "STOP", "\n": "STOP", ":": "COLON", "%": "PCT", "٪": "PCT",
    "«": "QUOTE", "»": "QUOTE", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE",
}  # fmt: skip
LONE = {"و": "AND", "ف": "AND", "ب": "BAA", "ل": "LAM"}
ARTICLE = {"ال": 0, "وال": 1, "بال": 1, "فال": 1, "كال": 1, "وبال": 2}


class Token(Struct, gc=False):  # holds no other object that could hold it
    """One word, number or mark.

    Attributes:
        kind: the class the grammar sees.
        value: what the lexicon or the digits say.
        start: folded offset of the first character.
        end: folded offset after the last.
        word: the folded word.
        glued: whether it is written to the word before it.
    """

    kind: str
    value: Any
    start: int
    end: int
    word: str
    glued: bool = False


class Lexed(Struct, gc=False):
    """A text as tokens.

    Attributes:
        text: the text as received.
        folded: its folding.
        tokens: the tokens in order.
    """

    text: str
    folded: Folded
    tokens: list[Token]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text as received of tokens `first` to `last`, both included."""
        return self.folded.span(self.tokens[first].start, self.tokens[last].end)


def lex(text: str, folded: Folded | None = None) -> Lexed:
    """Tokens of `text`, number words already added up; `folded` is its folding where the caller has it already."""
    folded = folded or fold(text)
    raw = list(TOKEN.finditer(folded.text))
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        m = raw[at]
        fixed = _fixed(m.group()) if m.lastgroup == "WORD" else None
        if fixed:
            tokens.append(Token(fixed[0], fixed[1], m.start(), m.end(), m.group()))
            at += 1
        else:
            at = _one(raw, at, text, folded, tokens)
    return Lexed(text, folded, merge_numbers(tokens))


def _one(raw: list[re.Match[str]], at: int, text: str, folded: Folded, out: list[Token]) -> int:
    m = raw[at]
    kind, word, (start, end) = m.lastgroup or "", m.group(), m.span()
    if kind == "WORD":
        return _word(raw, at, text, folded, out)
    if kind == "PUNCT":
        out.append(Token(PUNCT.get(word, "X"), None, start, end, word))
    elif kind == "NUM":
        number = int(word) if len(word) < 8 else 0
        out.append(Token(number_kind(number, word), number, start, end, word))
    else:
        out.append(Token("X" if kind == "DEC" else kind, word, start, end, word))
    return at + 1


def number_kind(number: int, digits: str) -> str:
    """The class of a plain number: a possible day, a possible year, or any other."""
    if 1 <= number <= 31 and len(digits) <= 2:
        return "DD"
    return "YY" if 1000 <= number <= 2199 and len(digits) == 4 else "NN"


def _word(raw: list[re.Match[str]], at: int, text: str, folded: Folded, out: list[Token]) -> int:
    word, (start, end) = raw[at].group(), raw[at].span()
    after = raw[at + 1] if at + 1 < len(raw) else None
    if word in ARTICLE and after is not None and after.lastgroup == "NUM" and after.start() - end <= 1:
        number = int(after.group()[:7])
        out.append(Token("AD", number, start + ARTICLE[word], after.end(), word))
        return at + 2
    classes, rest = unglue(word) or ((), word)
    taken, row = _phrase(raw, at, rest)
    if row is None or (row[2] and _received(text, folded, raw, at, taken, len(classes)) != row[2]):
        out.append(Token("X", None, start, end, word))
        return at + 1
    begin = start
    for number, name in enumerate(classes):
        out.append(Token(name, None, start + number, start + number + 1, word[number], number > 0))
        begin = start + number + 1
    out.append(Token(row[0], row[1], begin, raw[at + taken].end(), rest, bool(classes)))
    return at + taken + 1


@lru_cache(maxsize=1 << 16)
def _fixed(word: str) -> tuple[str, Any] | None:
    """Class and value of a word that is the same whatever follows it: of most words."""
    if word in ARTICLE:
        return None
    found, words = unglue(word), lexicon()
    if found is None:
        return LONE.get(word, "X"), None
    row = words.alone.get(word)
    return row[:2] if row is not None and row[2] is None and not found[0] and word not in words.longer else None


def _phrase(raw: list[re.Match[str]], at: int, first: str) -> tuple[int, Row | None]:
    """How many more tokens the longest phrase that begins with `first` takes, and its row."""
    words = lexicon()
    following = raw[at + 1].group() if at + 1 < len(raw) else ""
    for rest, row in words.longer.get(first, ()):
        if rest[0] == following and tuple(m.group() for m in raw[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest), row
    return 0, words.alone.get(first)


def _received(text: str, folded: Folded, raw: list[re.Match[str]], at: int, taken: int, skip: int) -> str:
    """The spelling as received, bare of marks, for forms that folding cannot tell apart."""
    start, end = folded.span(raw[at].start() + skip, raw[at + taken].end())
    return "".join(c for c in text[start:end] if c.isalpha())
