"""Against whom a reaction is («ندد بالهجوم», «رفض هذه التصريحات»): who did what its words point back to."""

from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party, Registry, Resolved

REACTION_REACH = 4
# What others react to, by the words that point back to it.
REACTED_TO = {
    "reacted_attacks": frozenset(["ASSAULT"]),
    "reacted_deeds": frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "RETREAT"]),
    "reacted_verdicts": frozenset(["SANCTION"]),
    "reacted_words": frozenset(["ACCUSE", "THREATEN", "REJECT"]),
    "reacted_requests": frozenset(["REQUEST", "THREATEN", "AGREE"]),
    "reacted_accords": frozenset(["signing"]),
}
# Whom attacks befall, where a report names nobody else.
UNARMED = frozenset(["CVL", "EDU", "MED", "NGO", None])


def reacted_to(frame: Frame, actors: list[Resolved], drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«وندد المتحدث بالخطوة»: the one reacted against is who did what was told before, his state for its soldiers.

    Args:
        frame: the reaction.
        actors: who reacts.
        drafts: events told so far, in order.
        registry: the document's parties.
    """
    if not frame.reacts or frame.trigger.mode == "investigate":
        return []
    own = {r.party.key for r in actors}
    sides = {r.party.country for r in actors} - {None}
    for draft in reversed(drafts):
        if frame.sentence - draft.sentences[-1] > REACTION_REACH:
            continue
        if REACTED_TO[frame.reacts].isdisjoint((draft.type, draft.act)):
            continue
        found = [_side_of(r.party, registry) for r in draft.actors if r.party.key not in own]
        found = [p for p in found if p.sector not in UNARMED and (p.country not in sides or p.sector != "GOV")]
        if found:
            return [Resolved(p, True, "who did what is reacted to") for n, p in enumerate(found) if p not in found[:n]]
    return []


def _side_of(party: Party, registry: Registry) -> Party:
    """Soldiers act for their state."""
    soldiers = party.sector == "MIL" and party.country in registry.lexicon.states
    return registry.state(party.country) if soldiers and party.country else party
