"""«الرئيس الكيني» in the lead is the person whom the text names with that office later."""

from waqai.pipeline.detect import Detected
from waqai.pipeline.ground.party import Party, Resolved
from waqai.pipeline.ground.people import Registry


def holders_named_later(registry: Registry, detected: Detected) -> None:
    """Give roles that came before their holder's name to the holder.

    Args:
        registry: the document's parties, their states settled; changed in place.
        detected: mentions by sentence.
    """
    holders = _holders(registry)
    for found in detected.found:
        for m in found.mentions:
            resolved = registry.resolved(m)
            if m.kind != "role" or m.number != "s" or resolved is None or resolved.party.kind != "role":
                continue
            party = resolved.party
            people = [p for office in party.offices for p in holders.get((office, party.country), ())]
            if len(people) == 1 and party.country:
                because = f"«{m.name}» is {people[0].name}, named with that office in this document"
                registry.of[(m.sentence, m.i, m.j)] = Resolved(people[0], because=because)


def _holders(registry: Registry) -> dict[tuple[str, str | None], list[Party]]:
    """People by the offices and the state they are of."""
    out: dict[tuple[str, str | None], list[Party]] = {}
    for p in registry.parties:
        for office in p.offices if p.kind == "person" else ():
            out.setdefault((office, p.country), []).append(p)
    return out
