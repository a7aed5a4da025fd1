"""Finding expressions: the longest acceptable rule at each token, left to right."""

import re
from collections.abc import Callable

from msgspec import Struct

from waqai.time.grammar import CODE, openings, rules_by_start
from waqai.time.lexer import Lexed, Token


class Found(Struct, gc=False):
    """One match of a rule, before it has a value.

    Attributes:
        lexed: the text it stands in.
        rule: the rule's name.
        match: the match over token classes.
        first: index of its first token.
        last: index of its last token.
    """

    lexed: Lexed
    rule: str
    match: re.Match[str]
    first: int
    last: int

    def has(self, name: str) -> bool:
        """Whether the rule has this part and it is filled."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def tokens(self, name: str) -> list[Token]:
        """The tokens of a part; empty where it is not filled."""
        if not self.has(name):
            return []
        return self.lexed.tokens[self.match.start(name) : self.match.end(name)]

    def token(self, name: str) -> Token | None:
        """The first token of a part."""
        tokens = self.tokens(name)
        return tokens[0] if tokens else None

    def number(self, name: str) -> int | None:
        """The number a part holds."""
        token = self.token(name)
        return token.value if token is not None and isinstance(token.value, int) else None

    def value(self, name: str) -> str | None:
        """The lexicon's value of a part, as text."""
        token = self.token(name)
        return None if token is None else str(token.value)

    def relation(self, *names: str) -> str | None:
        """The modifier in the first filled part: last, last2, next, next2, this, that, same, following, preceding."""
        for name in names:
            tokens = self.tokens(name)
            if tokens:
                kinds = {t.kind for t in tokens}
                return "last2" if "BEFORE" in kinds else "next2" if "AFTER" in kinds else str(tokens[-1].value)
        return None

    def before(self, steps: int = 1) -> Token | None:
        """The token `steps` before the expression."""
        at = self.first - steps
        return self.lexed.tokens[at] if at >= 0 else None

    def after(self, steps: int = 1) -> Token | None:
        """The token `steps` after the expression."""
        at = self.last + steps
        return self.lexed.tokens[at] if at < len(self.lexed.tokens) else None


def scan(lexed: Lexed, accept: Callable[[Found], bool], named: Callable[[Found], bool]) -> list[Found]:
    """Every expression of the text, none overlapping another.

    Args:
        lexed: the text.
        accept: whether a match is time.
        named: whether a match is part of a name; nothing inside it is time then.
    """
    codes = "".join([CODE[token.kind] for token in lexed.tokens])
    index = rules_by_start()
    found: list[Found] = []
    at = 0
    for opening in openings().finditer(codes):
        position = opening.start()
        if position < at:
            continue
        best: Found | None = None
        rules = index[opening.group()]
        options = [(m.end(), -n, r.name, m) for n, r in enumerate(rules) if (m := r.pattern.match(codes, position))]
        options.sort(reverse=True)
        for end, _, name, match in options:
            candidate = Found(lexed, name, match, position, end - 1)
            if end > position and named(candidate):
                at = end
                break
            if end > position and accept(candidate):
                best = candidate
                break
        if best is not None:
            found.append(best)
            at = best.last + 1
    return found
