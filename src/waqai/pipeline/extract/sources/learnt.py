"""Who has learnt it: «علمت "الشروق" من مصادر مطلعة أن», «وفق ما علم من الوزارة»; nobody else's knowing is a source."""

from collections.abc import Callable

from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources.line import Line
from waqai.pipeline.extract.sources.phrase import UNNAMED, PhraseReader
from waqai.pipeline.extract.sources.spoken import OUTLETS, Phrase

# Words of a paper's name, with «من» behind it.
NAME = 4
Told = tuple[Phrase | None, tuple[str, ...]]


def learnt(line: Line, phrases: PhraseReader, past_between: Callable[[int], int], k: int) -> Told:
    """An outlet behind a verb of learning at word `k`, or those it has it from, through it."""
    if line.word(k) == "من":
        return phrases.read(k + 1), ()
    outlet = _outlet(line, phrases, k)
    led = past_between(outlet.j) if outlet is not None else k
    inner = phrases.read(led + 1) if line.word(led) == "من" else None
    if inner is not None and outlet is not None:
        return inner, tuple(a.text for a in outlet.found)
    return (outlet, ()) if outlet is not None else (None, ())


def _outlet(line: Line, phrases: PhraseReader, k: int) -> Phrase | None:
    """An outlet in quotation marks or one that is known; with unnamed people behind «من» any name is a paper's."""
    end, mention = line.bracketed(k), line.mention(k)
    if end > k:
        return _named(line, k, (k + 1, end - 1), end, "outlet in quotation marks")
    if mention is not None and mention.kind == "outlet":
        return Phrase((phrases.of_mention(mention),), k, mention.j)
    led = next((n for n in range(k + 1, k + NAME) if line.word(n) == "من"), None)
    if led is not None and (inner := phrases.read(led + 1)) is not None and inner.found[0].kind in UNNAMED:
        return _named(line, k, (k, led), led, "who has it from others")
    outlet = phrases.read(k)
    return outlet if outlet is not None and outlet.found[0].kind in OUTLETS else None


def _named(line: Line, k: int, words: tuple[int, int], end: int, rule: str) -> Phrase:
    span = line.span(*words)
    return Phrase((Attribution(text=line.phrase(span), kind="outlet", span=span, at=k, rule=rule),), k, end)
