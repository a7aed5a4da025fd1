"""Why an event has its mode, and somebody a role in it or is its source: the words that say so."""

from functools import lru_cache

from waqai.lexicon import Lexicon
from waqai.model import Trace
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.frame import Attribution, Filled, Frame
from waqai.pipeline.extract.refine import telephone
from waqai.pipeline.extract.weapons import weapons_of
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


def mode_trace(mode: str, frame: Frame, extracted: Extracted, span: tuple[int, int]) -> Trace:
    """The word that says how it was done: the trigger, or the weapon or telephone that stands with it.

    Args:
        mode: as the event has it.
        frame: the first that tells of the event.
        extracted: the sentences.
        span: of the trigger.
    """
    found, t = extracted.detected.found[frame.sentence], frame.trigger
    lexicon, entry = extracted.detected.lexicon, f"triggers:{t.id}"
    if mode == "multilateral" and t.mode != mode:
        return Trace(field="mode", rule=entry, because="three or more sides took part", span=span)
    own = _modes(lexicon).get(t.id) == mode
    k = None if own else weapons_of(found, frame.head, lexicon).get(mode)
    if k is None and not own and mode == "phone":
        k = telephone(found.sentence.words, [], frame.head, lexicon)
    if k is None:
        return Trace(field="mode", rule=entry, because="the entry's mode", span=span)
    return Trace(field="mode", rule=f"{mode} words", because="the word that says how", span=found.sentence.spans[k])


@lru_cache(maxsize=2)
def _modes(lexicon: Lexicon) -> dict[str, str | None]:
    return {t.id: t.mode for t in lexicon.tables.triggers}


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
