"""Who an event is known from: the sources of its clauses, of later sentences about it, and of «جاء ذلك في بيان»."""

from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources import Cues, cues_of
from waqai.pipeline.extract.sources.assign import is_said
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party, Registry

REACH = 2
NOTHING: frozenset[str] = frozenset()
CARRIED = frozenset(("exchange-of-messages", "credentials"))
BODIES = frozenset(("organisation", "agency", "outlet", "document", "unnamed-official", "reporter"))


def settle_sources(drafts: list[Draft], extracted: Extracted, registry: Registry) -> None:
    """Give each draft the sources of all the document, and take away those that are its own actors.

    Args:
        drafts: the events of the document; their `sources` are changed.
        extracted: attributions by sentence.
        registry: the parties of the document.
    """
    cues = cues_of(extracted.detected.lexicon)
    for n, said in enumerate(extracted.attributions):
        for a in said:
            if a.way == "backward":
                _tell_before(a, n, drafts, registry)
            elif a.kind in BODIES and (a.way == "said" or (a.way == "according" and a.at < a.scope[0])):
                _tell_more(a, n, drafts, extracted, cues, registry)
    for draft in drafts:
        sources, draft.sources = [s for s in draft.sources if not _is_actor(s, draft, registry)], []
        for s in sources:
            _add(s, draft, registry, own=True)


def _tell_before(a: Attribution, n: int, drafts: list[Draft], registry: Registry) -> None:
    """«جاء ذلك في بيان»: the events of the sentence before."""
    for draft in drafts:
        if n - 1 in draft.sentences:
            _add(a, draft, registry)


def _tell_more(
    a: Attribution, n: int, drafts: list[Draft], extracted: Extracted, cues: Cues, registry: Registry
) -> None:
    """«وقالت الرئاسة إن الجانبين ...»: a later sentence speaks of an event by a definite noun, or by its actors."""
    found = extracted.detected.found[n]
    words = set(found.sentence.words[a.scope[0] : a.scope[1]])
    before = [
        d
        for d in drafts
        if d.status == "happened"
        and d.act not in CARRIED
        and d.sentences[0] < n
        and n - max(s for s in d.sentences if s <= n) <= REACH
    ]
    told = [d for d in before if words & cues.refers.get(d.type, NOTHING)]
    if not told and not any(f.sentence == n and a.scope[0] <= f.head.i < a.scope[1] for f in extracted.frames):
        named = [
            registry.resolved(m)
            for m in found.mentions
            if a.scope[0] <= m.i < a.scope[1] and m.kind in ("person", "role")
        ]
        parties = [r.party for r in named if r is not None]
        told = [
            d for d in before if d.type == "CONSULT" and n - 1 in d.sentences and any(p in parties for p in d.parties())
        ]
    if told:
        _add(a, told[-1], registry)


def _add(a: Attribution, draft: Draft, registry: Registry, own: bool = False) -> None:
    """Add a source once; `own` where the event's own clause has it, so that an actor may be it."""
    party = _party(a, registry)
    known = any(
        a.text in s.text or s.text in a.text or (party is not None and _party(s, registry) is party)
        for s in draft.sources
    )
    if not known and (own or party is None or party not in draft.parties()):
        draft.sources.append(a)


def _is_actor(s: Attribution, draft: Draft, registry: Registry) -> bool:
    """Who says it and does it, where saying is the event or the event is the object of the saying."""
    party = _party(s, registry)
    own = party is not None and party in [r.party for r in draft.actors]
    return own and (s.way == "direct" or is_said(draft.type, draft.act))


def _party(a: Attribution, registry: Registry) -> Party | None:
    resolved = registry.resolved(a.mention) if a.mention else None
    return resolved.party if resolved else None
