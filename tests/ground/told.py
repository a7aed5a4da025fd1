"""What the tests of parties compare: who did it and to whom, by name, for each event of a type."""

import waqai


def sides(text: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """The names of actors and recipients of each event of a type."""
    events = waqai.read(text, published="2025-10-17").events
    return [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in events if e.type == kind]
