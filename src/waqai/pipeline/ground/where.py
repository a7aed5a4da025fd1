"""Places of events that their own clause does not tell: of the sentence."""

from collections import Counter

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.setting import locative, of_topic
from waqai.pipeline.ground.draft import Draft

# What takes place somewhere; statements, calls and messages do not.
PLACED = frozenset(["ASSAULT", "PROTEST", "MOBILIZE", "COERCE"])
PLACED_ACTS = frozenset(
    ["meeting", "talks", "summit", "conference", "visit", "signing", "exercise", "ceasefire", "withdrawal"]
) | {"delivery", "credentials", "opening"}
PLACELESS = frozenset(["call", "exchange-of-messages"])
OTHER_EVENT = 6
BEFORE = 4
FARTHEST = 40


def place_drafts(drafts: list[Draft], extracted: Extracted) -> None:
    """Give unplaced events the place their sentence tells, with the reason."""
    for draft in drafts:
        if draft.act in PLACELESS:
            draft.where = None
        if not _placed(draft):
            continue
        if draft.where is None and (told := _of_sentences(draft, extracted)):
            draft.where, draft.where_because = told
        if draft.where is not None and draft.where.country is None:
            draft.where = replace(draft.where, country=_country(draft, draft.where, extracted))


def _placed(draft: Draft) -> bool:
    return draft.type in PLACED or draft.act in PLACED_ACTS


def _country(draft: Draft, where: Mention, extracted: Extracted) -> str | None:
    """The state of a place no list holds: of the place or state named nearest to it, else of the parties."""
    near = [m for m in extracted.detected.found[where.sentence].mentions if m.country and m.kind in ("place", "state")]
    after = [m for m in near if m.i > where.i]
    if after or near:
        return (after or near[::-1])[0].country
    countries = Counter(p.country for p in draft.parties() if p.country)
    return countries.most_common(1)[0][0] if len(countries) == 1 else None


def _of_sentences(draft: Draft, extracted: Extracted) -> tuple[Mention, str] | None:
    """The place nearest to the event's words in the sentences that tell it; a place struck needs no preposition."""
    for led in (True, False) if draft.type in PLACED else (True,):
        for frame in draft.frames:
            if (m := _nearest(frame, extracted, led)) is not None:
                return m, "the place nearest to the event in its sentence"
    return None


def _nearest(frame: Frame, extracted: Extracted, led: bool) -> Mention | None:
    found = extracted.detected.found[frame.sentence]
    clause = Clause(found, [], extracted.detected.lexicon)
    at = frame.head.i
    others = [f.head.i for f in extracted.frames if f.sentence == frame.sentence and f.head.i != at]
    best: tuple[int, Mention] | None = None
    for m in found.mentions:
        fits = locative(clause, m) if led else _struck(frame, m)
        if m.kind not in ("place", "state") or m.adjective or not fits or of_topic(clause, frame.head, m):
            continue
        low, high = min(at, m.i), max(at, m.i)
        cost = high - low + OTHER_EVENT * sum(low < o < high for o in others) + (BEFORE if m.i < at else 0)
        if cost <= FARTHEST and (best is None or cost < best[0]):
            best = cost, m
    return best[1] if best else None


def _struck(frame: Frame, m: Mention) -> bool:
    """«هجوم على إسرائيل», «قصف بلدة الخضر»: what is attacked is where it happens."""
    return m.i >= frame.head.j and (m.kind == "place" or m in frame.recipients)
