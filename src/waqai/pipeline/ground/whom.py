"""Whom an act befalls, where its own words do not say: the other side named in its sentence, or the place of need."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.setting import locative
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party, Registry, Resolved

# Acts that are done to somebody, nearly always somebody the report names.
ABROAD = frozenset(["ACCUSE", "THREATEN", "REQUEST", "REJECT", "SUPPORT", "CONCEDE", "AID", "SANCTION"])
AT_HOME = frozenset(["ASSAULT", "COERCE", "SANCTION", "RETREAT"])
MUTUAL = frozenset(["signing", "clash", "ceasefire", "withdrawal", "resignation"])
KINDS = frozenset(["state", "person", "role", "org", "group", "thing"])
OTHER_EVENT = 6
FARTHEST = 22


def settle_recipients(drafts: list[Draft], extracted: Extracted, registry: Registry) -> None:
    """Give acts without recipient the one their sentence tells, with the reason.

    Args:
        drafts: the events of the document; their `recipients` are changed.
        extracted: the mentions of each sentence.
        registry: the document's parties.
    """
    for draft in drafts:
        if draft.recipients or draft.act in MUTUAL or draft.type not in ABROAD | AT_HOME:
            continue
        found = next((r for f in draft.frames if (r := _other_side(f, draft, extracted, registry))), None)
        if found is not None:
            draft.recipients = [found]


def _other_side(frame: Frame, draft: Draft, extracted: Extracted, registry: Registry) -> Resolved | None:
    """The party named nearest after the trigger that is not of the actors' side."""
    found = extracted.detected.found[frame.sentence]
    clause = Clause(found, [], extracted.detected.lexicon)
    spoken = {a.mention for a in extracted.attributions[frame.sentence] if a.mention}
    others = [f.head.i for f in extracted.frames if f.sentence == frame.sentence and f.head.i > frame.head.i]
    best: tuple[int, Party, Mention] | None = None
    for m in found.mentions:
        if m.i < frame.head.j or m.kind not in KINDS or m in spoken:
            continue
        resolved = registry.resolved(m)
        if resolved is None or not _fits(resolved.party, m, draft) or (m.kind == "state" and locative(clause, m)):
            continue
        cost = m.i - frame.head.j + OTHER_EVENT * sum(o < m.i for o in others)
        if cost <= FARTHEST and (best is None or cost < best[0]):
            best = cost, resolved.party, m
    return Resolved(best[1], True, f"«{best[2].name}» is the other side named in its sentence") if best else None


def _fits(party: Party, m: Mention, draft: Draft) -> bool:
    own = {r.party.country for r in draft.actors if r.party.country}
    if party in [r.party for r in draft.actors] or party.kind == "outlet":
        return False
    if party.country and party.country not in own:
        return draft.type in ABROAD or not m.adjective or not own
    people = party.kind in ("person", "role", "group", "org") and not m.adjective
    return draft.type in AT_HOME and people
