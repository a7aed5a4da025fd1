"""What an expression is reckoned from: publication, the expressions before it, and the words around it."""

from datetime import date

from msgspec import Struct, field

from waqai.time.lexicon import cue
from waqai.time.reading import Reading
from waqai.time.scan import Found

REACH_BACK, REACH_ON = 18, 8
# Words that begin like «سيعقد» and are no future verbs: by their beginning, and whole.
NOT_FUTURE = (
    "سياس", "سيار", "سياد", "سياق", "سياج", "سياح", "سيطر", "سيناء", "سينما", "سيناريو", "سيناتور", "سيول", "سيبران",
    "ستراتيج", "ستارمر", "ستوك", "ستيف", "سنغاف", "سنوات", "سنوي", "سندات", "سنجار",
    "سيلف", "سيرج", "سيرغ", "سيرو", "سيمو", "سيمي", "سيباس", "سيدني", "سيسيل", "سيغو", "سيغموند", "سيبي", "سيهان",
    "ستان", "ستال", "ستولت", "ستيوارت", "ستيني", "سنان", "سيبيها", "سيارتو", "سيدا", "سيكو", "سينغ",
)  # fmt: skip
NOT_FUTURE_WORDS = frozenset({
    "سيف", "سيل", "سيرت", "سيروا", "سيرها", "سيد", "سيده", "سيدها", "سيدهم", "سيدي", "سيدات",
    "سير", "سيره", "سيرا", "سيرغي", "سيريل", "سين",
    "ستين", "ستون", "سته", "ستار", "سند", "سنه", "سنا", "سنتر", "سيسي", "سيريا", "ستاد",
})  # fmt: skip
BOUNDARY = "ان"
# «اعتبارا من الأحد»
FROM_ON = frozenset({"اعتبارا", "ابتداء", "بدءا", "بدايه", "انطلاقا"})


class Context(Struct):
    """Where the reader stands in the document.

    Attributes:
        dct: day of publication, if known; where the text's own weekdays tell another, that one.
        readings: what the expressions before meant, with where each ended (token index), in order.
        given: the day of publication as given, if `dct` is another.
    """

    dct: date | None
    readings: list[tuple[Found, Reading]] = field(default_factory=list)
    given: date | None = None

    def previous(self, *granularities: str) -> Reading | None:
        """The nearest expression before that says at least this much."""
        for _, reading in reversed(self.readings):
            if (
                reading.granularity in granularities
                and reading.type in ("DATE", "TIME")
                and (reading.first or reading.last)
            ):
                return reading
        return None


def is_future_verb(word: str) -> bool:
    """Whether a folded word looks like «سيعقد»."""
    if len(word) > 4 and word[0] in "وف":
        word = word[1:]
    return (
        len(word) >= 4
        and word.startswith(("سي", "ست", "سن"))
        and not word.startswith(NOT_FUTURE)
        and word not in NOT_FUTURE_WORDS
    )


def _bare(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in "وف" else word


def _verdict(word: str, dates: bool) -> str | None:
    """What one word says of the time: `future`, `past`, or nothing.

    A verb of saying dates the weekday beside it; of a date further on (`dates`) it says nothing.
    """
    for form in (word, _bare(word)):
        if form in cue("future") or form in cue("scheduled"):
            return "future"
        if form in cue("past"):
            return "past"
        if form in cue("saying"):
            return "said" if dates else "past"
    return "future" if is_future_verb(word) else None


def _quantity(found: Found, at: int) -> bool:
    """«ما يصل إلى ألف»: no arrival."""
    return at > 0 and found.lexed.tokens[at - 1].word in ("ما", "بما")


def tense(found: Found, dates: bool = False) -> str | None:
    """Whether the words around an expression point `past` or `future`; `None` where they do not tell.

    Looks back through the clause first, then on. «أن» closes the clause, unless what introduces it looks ahead
    («من المقرر أن»).
    """
    tokens = found.lexed.tokens
    before = found.before()
    if before is not None and before.kind == "SINCE":
        return "past"
    for at in range(found.first - 1, max(-1, found.first - REACH_BACK), -1):
        token = tokens[at]
        if token.kind == "STOP":
            break
        if token.kind == "FROM" and token.word in FROM_ON:
            return "future"
        if token.word in (BOUNDARY, "وان"):
            ahead = any(_verdict(tokens[n].word, dates) == "future" for n in range(max(0, at - 2), at))
            if ahead:
                return "future"
            break
        verdict = _verdict(token.word, dates) if token.kind == "X" and not _quantity(found, at) else None
        if verdict:
            return None if verdict == "said" else verdict
    for at in range(found.last + 1, min(len(tokens), found.last + REACH_ON)):
        token = tokens[at]
        if token.kind == "STOP" or token.word in (BOUNDARY, "وان"):
            break
        verdict = _verdict(token.word, dates) if token.kind == "X" else None
        if verdict:
            return None if verdict == "said" else verdict
    return None
