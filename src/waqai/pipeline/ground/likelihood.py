"""How likely an event is right: signs of its draft, with the weights that gold reports gave them.

`resources/likelihood.tsv` has the signs and weights; `training/likelihood.py` learned them. What is unlikely is
dropped: in the press, words that could tell an event mostly tell none where no party, day or place is told with them.
"""

import math
from collections.abc import Iterator, Mapping

from waqai.pipeline.detect import Found
from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Resolved

LEAST = 0.4
"""The least likelihood of an event that is told: below it, dropping gains more precision than it costs recall."""
MOST = 0.97
BIAS = "bias"
LONG, VERY_LONG, FAR, NEAR = 40, 60, 25, 3
GAPS = ((0, "beside"), (3, "near"), (8, "apart"))
ARTICLES = ("ال", "وال", "بال", "لل")
RELATIVES = frozenset(("التي", "الذي", "الذين", "اللذان", "اللذين"))
THAT = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها"))
SHOWN = 3
MANY = ("no {}", "one {}", "two {}s or more")
OTHERS = ("alone in its sentence", "one other beside it", "two others beside it", "three others or more beside it")


def weigh(drafts: list[Draft], extracted: Extracted, least: float = LEAST) -> list[Draft]:
    """Give each draft its likelihood and the signs behind it; drop those that are unlikely.

    Args:
        drafts: complete drafts of a document.
        extracted: the document.
        least: the least likelihood to keep, from 0 to 1.
    """
    weights = extracted.detected.lexicon.tables.likelihood
    for d in drafts:
        signs = signs_of(d, drafts, extracted.detected.found[d.frames[0].sentence])
        known = {sign: weights[sign] for sign in signs if sign in weights}
        d.confidence = round(min(MOST, _logistic(weights.get(BIAS, 0.0) + sum(known.values()))), 2)
        d.confidence_because = _because(known)
    return [d for d in drafts if d.confidence >= least]


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _because(weights: Mapping[str, float]) -> str:
    """The signs that count most, with what each adds to the log-odds."""
    most = sorted(weights, key=lambda sign: (-abs(weights[sign]), sign))[:SHOWN]
    return "what counts most: " + ", ".join(f"{sign} {weights[sign]:+.1f}" for sign in most)


def signs_of(d: Draft, drafts: list[Draft], found: Found) -> list[str]:
    """What speaks for or against a draft, by name: its words, parties, time and place, and its neighbours.

    Args:
        d: the draft.
        drafts: all drafts of the document.
        found: the sentence that tells it first.
    """
    return [*_of_trigger(d, found), *_of_parties(d), *_of_setting(d, found), *_of_neighbours(d, drafts)]


def _of_trigger(d: Draft, found: Found) -> Iterator[str]:
    head, words = d.frames[0].head, found.sentence.words
    kind = "verb" if head.verb else "phrase" if head.j - head.i > 1 else "noun"
    yield from (kind, d.type, f"{d.type} {kind}", f"act {d.act}", d.status)
    if not head.verb and words[head.i].startswith(ARTICLES):
        yield "definite noun"
    if d.frames[0].trigger.weak:
        yield "weak trigger"
    if head.verb:
        yield f"{head.tense} tense"
    for name in ("participle", "conj", "pronoun", "prep"):
        if getattr(head, name):
            yield f"trigger with {name}"
    before = words[head.i - 1] if head.i else ""
    if before in RELATIVES:
        yield "in a relative clause"
    elif before in THAT:
        yield "after «that»"
    elif before == "،":
        yield "after a comma"


def _of_parties(d: Draft) -> Iterator[str]:
    yield MANY[min(2, len(d.actors))].format("actor")
    yield MANY[min(2, len(d.recipients))].format("recipient")
    if d.actors:
        yield from _of_party("actor", d.actors[0])
    if d.recipients:
        yield from _of_party("recipient", d.recipients[0])
    if d.actors and d.recipients and d.actors[0].party.country == d.recipients[0].party.country is not None:
        yield "within one state"
    frame = d.frames[0]
    if not frame.actors:
        yield "no actor in the clause"
        return
    m, head = frame.actors[0], frame.head
    gap = m.i - head.j if m.i >= head.j else head.i - m.j
    yield "actor " + next((name for most, name in GAPS if gap <= most), "far")
    yield "actor after the trigger" if m.i >= head.j else "actor before the trigger"


def _of_party(side: str, r: Resolved) -> Iterator[str]:
    yield f"{side} {r.party.kind}"
    if r.inferred:
        yield f"{side} inferred"
    if r.party.offices:
        yield f"{side} with office"
    if not r.party.country and r.party.kind != "org":
        yield f"{side} of no state"


def _of_setting(d: Draft, found: Found) -> Iterator[str]:
    frame, length = d.frames[0], len(found.sentence.words)
    yield "no date" if d.when is None else "date carried over" if d.when_because else "dated"
    if d.where is None:
        yield "no place"
    if d.sources:
        yield "has a source"
    if len(d.sentences) > 1:
        yield "told again"
    if frame.sentence == 0:
        yield "in the lead"
    if length > LONG:
        yield "very long sentence" if length > VERY_LONG else "long sentence"
    if frame.head.i > FAR:
        yield "far into its sentence"
    elif frame.head.i < NEAR:
        yield "opens its sentence"
    for name in ("controlled", "anaphoric", "aside"):
        if getattr(frame, name):
            yield name
    if frame.speaker is not None:
        yield "the speaker's own"


def _of_neighbours(d: Draft, drafts: list[Draft]) -> Iterator[str]:
    """What else its sentence tells: the same type and party before it is often the same happening."""
    first = d.frames[0]
    others = [x for x in drafts if x is not d and x.frames[0].sentence == first.sentence]
    yield OTHERS[min(3, len(others))]
    alike = [x for x in others if x.type == d.type]
    if alike:
        yield "beside one of its type"
    keys = d.party_keys()
    if any(x.frames[0].head.i < first.head.i and not keys.isdisjoint(x.party_keys()) for x in alike):
        yield "after one of its type and party"
