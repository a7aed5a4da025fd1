"""Adding up number words: «خمسة وعشرين», «الثالث عشر», «ألفين وأربعة وعشرين»."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.time.lexer import Token

COUNTING = frozenset({"CARD", "TEEN", "SCALE"})
ORDINAL = {"ORDM": "OW", "ORDF": "OF", "CARDD": "AD"}
DIGITS = frozenset({"DD", "NN", "YY"})
MERGED = COUNTING | ORDINAL.keys() | DIGITS


def merge_numbers(tokens: "list[Token]") -> "list[Token]":
    """The tokens with each run of number words made one: CW (cardinal), OW/OF (ordinals), AD (with the article)."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind not in MERGED:
            out.append(token)
            at += 1
            continue
        if token.kind in COUNTING:
            end, value = _cardinal(tokens, at)
            kind = "CW"
        elif token.kind in ORDINAL:
            end, value = _ordinal(tokens, at)
            kind = ORDINAL[token.kind]
        elif token.kind in DIGITS and _kind(tokens, at + 1) == "SCALE":
            end, value, kind = at + 2, token.value * tokens[at + 1].value, "NN"
        else:
            out.append(token)
            at += 1
            continue
        token.kind, token.value, token.end = kind, value, tokens[end - 1].end
        out.append(token)
        at = end
    return out


def _kind(tokens: "list[Token]", at: int) -> str:
    return tokens[at].kind if at < len(tokens) else ""


def _cardinal(tokens: "list[Token]", at: int) -> tuple[int, int]:
    """Where the run of counting words ends, and its sum."""
    total = group = 0
    previous = 0
    while True:
        value = tokens[at].value
        if tokens[at].kind == "SCALE":
            total, group = total + max(group, 1) * value, 0
        else:
            group += value
        previous = value
        after = _kind(tokens, at + 1)
        if (after in ("TEEN", "CARD") and tokens[at + 1].value == 10 and previous < 10) or after == "SCALE":
            at += 1
        elif after == "AND" and _kind(tokens, at + 2) in COUNTING and _goes_on(previous, tokens[at + 2].value):
            at += 2
        else:
            return at + 1, total + group


def _goes_on(before: int, after: int) -> bool:
    """Whether «before و after» is one number: 5 and 20, 100 and anything less, not 3 and 5."""
    return (before < 10 and 20 <= after < 100) or (before >= 100 and after < before)


def _ordinal(tokens: "list[Token]", at: int) -> tuple[int, int]:
    value = tokens[at].value
    after = _kind(tokens, at + 1)
    if value < 10 and after in ("TEEN", "CARD") and tokens[at + 1].value == 10:
        return at + 2, value + 10
    if value < 10 and after == "AND" and _kind(tokens, at + 2) in ("ORDM", "ORDF") and tokens[at + 2].value in (20, 30):
        return at + 3, value + tokens[at + 2].value
    return at + 1, value
