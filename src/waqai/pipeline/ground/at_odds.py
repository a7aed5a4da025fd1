"""A guess that an official is of the very state he threatens or summons is no good one: he is of the other."""

from collections import Counter

from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.home import GUESSED
from waqai.pipeline.ground.people import Party, Registry

AGAINST = frozenset(["ACCUSE", "THREATEN", "REJECT", "SANCTION"])
OFFICIALS = frozenset(["person", "role", "org"])
POWERS = frozenset(["GOV", "MIL"])
# Whose state is that of a government.
STANDING = frozenset(["state", "role", "org", "group"])


# «هدد بطرد القائم بالأعمال الأمريكي»: governments turn on the diplomats of others.
DIPLOMATS = frozenset(["ambassador", "charge-d-affaires", "consul", "consul-general", "diplomat"])


def settle_odds(drafts: list[Draft], registry: Registry) -> None:
    """Give officials whose state was guessed as the one they speak against the other that the report speaks of most.

    Args:
        drafts: the events of the document with the recipients that their words tell.
        registry: the document's parties; changed in place.
    """
    for draft in drafts:
        if draft.type not in AGAINST or draft.mode == "investigate" or draft.act == "recall":
            continue
        frame = draft.frames[0]
        behind = (m for m in registry.found[frame.sentence].mentions if m.i >= frame.head.j)
        foes = {m.country for m in behind if not DIPLOMATS.isdisjoint(m.offices)}
        foes = (foes | {r.party.country for r in draft.recipients if _stands_for_a_state(r.party)}) - {None}
        for actor in draft.actors:
            p = actor.party
            guessed = p.country_because in GUESSED and p.kind in OFFICIALS and p.sector in POWERS
            if guessed and p.country in foes:
                p.country = _other(registry, foes)
                p.country_because = "not of the state spoken against" if p.country else None


def _stands_for_a_state(p: Party) -> bool:
    return p.kind in STANDING and p.sector in POWERS and p.country_because is None


def _other(registry: Registry, foes: set[str | None]) -> str | None:
    """The state most spoken of but for some; none where two are spoken of as often."""
    said = Counter(r.party.country for r in registry.of.values() if r.party.country and not r.party.country_because)
    ranked = [(n, c) for c, n in said.most_common() if c not in foes and c in registry.lexicon.states]
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]
