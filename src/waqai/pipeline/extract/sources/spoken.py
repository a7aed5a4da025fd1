"""A source phrase as it is handed on: who is in it, and on which words."""

from msgspec import Struct

from waqai.pipeline.extract.frame import Attribution

# Kinds of sources that carry what others say.
OUTLETS = frozenset(("agency", "outlet", "platform"))


class Phrase(Struct, frozen=True):
    """A source, or several joined by «و», on the words `[i, j)`; `sure` where a cue or a known name makes it one."""

    found: tuple[Attribution, ...]
    i: int
    j: int
    sure: bool = True


def through(a: Attribution, at: int, rule: str, via: tuple[str, ...]) -> Attribution:
    """A source with what its words came through."""
    return Attribution(text=a.text, kind=a.kind, span=a.span, mention=a.mention, via=via, at=at, rule=rule)
