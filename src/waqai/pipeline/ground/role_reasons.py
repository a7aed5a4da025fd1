"""Why somebody has a role in an event or is its source: where the words put him."""

from waqai.model import Trace
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.frame import Attribution, Filled
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.party import Party
from waqai.pipeline.ground.people import Registry

NAMED = "named in the event's clause"
SLOTS = {
    "subj": "the subject of «{}»",
    "obj": "the object of «{}»",
    "by": "who did what the passive «{}» tells",
    "between": "behind «بين», with «{}»",
    "adj": "the state that an adjective of «{}» names",
    "seat": "the seat of government behind «{}»",
    "host": "the host of «{}»",
    "mediator": "the mediator of «{}»",
    "recv": "whom «{}» reaches",
    "with": "in the company of those of «{}»",
    "circ": "in the circumstances of «{}»",
}
UNFOLDED = {"الي": "إلى", "علي": "على", "لدي": "لدى", "ازاء": "إزاء", "الا": "إلا", "امام": "أمام"}
WAYS = {
    "said": "who says what is told here",
    "direct": "who states, announces or confirms it",
    "according": "named behind words like «بحسب»",
    "accused": "whose charge it is",
    "office": "whose statement tells it",
    "voice": "who speaks for somebody else",
    "backward": "said of the sentence before",
}


def role_reason(p: Party, d: Draft, registry: Registry, extracted: Extracted) -> str:
    """In which slot of which word the party stands; that it is named nearby where it stands in none.

    Args:
        p: an actor or recipient of the event.
        d: the event.
        registry: whom mentions name.
        extracted: the sentences.
    """
    for frame in d.frames:
        for filled in frame.filled:
            resolved = registry.resolved(filled.mention)
            if resolved is not None and resolved.party is p:
                return _said(filled, frame.sentence, extracted)
    return NAMED


def source_trace(s: Attribution, field: str) -> Trace:
    """What made somebody the source of an event.

    Args:
        s: the source.
        field: where it stands in the record, `sources[0]`.
    """
    return Trace(field=field, rule=f"attribution:{s.rule or s.way}", because=WAYS[s.way], span=s.span)


def _said(filled: Filled, sentence: int, extracted: Extracted) -> str:
    spans, text = extracted.detected.found[sentence].sentence.spans, extracted.detected.analysis.document.text
    word = " ".join(text[spans[filled.head.i][0] : spans[filled.head.j - 1][1]].split())
    form = SLOTS.get(filled.slot)
    return form.format(word) if form else f"behind «{_spelled(filled.slot)}», with «{word}»"


def _spelled(preposition: str) -> str:
    """A preposition as it is written: entries have it folded, a letter that attaches without its stroke."""
    return f"{preposition}ـ" if len(preposition) == 1 else UNFOLDED.get(preposition, preposition)
