"""What the checks share: classes of tokens, and looking up cue words."""

from waqai.time.lexer import Token
from waqai.time.lexicon import cue

TEMPORAL = frozenset({"IN", "SINCE", "UNTIL", "DURING", "BAA", "LAM", "BETWEEN", "QUAL"})


STRETCH = frozenset({"SINCE", "DURING", "LAM", "APPR"})


AMBIGUOUS = frozenset({"MONQ", "HIJQ"})


CONNECTORS = frozenset({"AND", "TO", "UNTIL", "DASH", "OR", "SLASH", "COMMA"})


AFTER_BARE = frozenset(
    {
        "WDAY",
        "MON",
        "MONQ",
        "HIJ",
        "HIJQ",
        "YY",
        "NN",
        "DD",
        "OW",
        "NDATE",
        "DM",
        "FEAST",
        "FEASTQ",
        "TODAY",
        "DEIC",
        "CW",
    }
)


def word_in(token: Token | None, name: str) -> bool:
    """Whether a token, with or without glued particles, is in a list of cues."""
    if token is None:
        return False
    words, word = cue(name), token.word
    return word in words or (len(word) > 3 and word[0] in "وفبل" and (word[1:] in words or word[2:] in words))
