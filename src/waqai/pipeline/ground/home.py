"""Of which state a party is, when its words name none: the state its sentence speaks of, or the document's own."""

from collections import Counter

from waqai.pipeline.detect import Detected, Mention
from waqai.pipeline.ground.people import Party, Registry

GROUP_REACH = 14
LEAD_WEIGHT = 2
HALF = 0.4
SHARE = 0.6
INSTITUTIONS = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])


def settle_countries(registry: Registry, detected: Detected, home: str | None) -> None:
    """Give every party without a state the one its context tells, with the reason.

    Args:
        registry: the document's parties; changed in place.
        detected: mentions by sentence.
        home: state of the outlet, if known.
    """
    dominant, shared = _dominant(detected, home), _two_states_share(detected)
    where: dict[int, tuple[int, int]] = {}
    for (sentence, i, _), resolved in sorted(registry.of.items()):
        where.setdefault(id(resolved.party), (sentence, i))
    for party in registry.parties:
        if party.country or _stateless(party):
            continue
        sentence, i = where.get(id(party), (0, 0))
        near = _near(detected.found[sentence].mentions, i, party) if detected.found else None
        country = near or dominant
        if party.kind in ("person", "role") and party.offices:
            country = (near or dominant) if shared else (dominant or near)
        if party.kind == "group" and party.sector in INSTITUTIONS and home in _spoken_of(detected):
            country = home
        if country:
            party.country = country
            party.country_because = (
                "the state its sentence speaks of" if country == near else "the state the document is mostly about"
            )


def _two_states_share(detected: Detected) -> bool:
    """Whether two states have about the same part in the document, so that neither goes without saying."""
    counts = Counter(m.country for found in detected.found for m in found.mentions if m.country)
    first, *rest = [n for _, n in counts.most_common(2)] or [0]
    return bool(rest) and rest[0] >= SHARE * first


def _spoken_of(detected: Detected) -> set[str]:
    """The states the document mentions."""
    return {m.country for found in detected.found for m in found.mentions if m.country}


def _stateless(party: Party) -> bool:
    """International bodies, their officials, and outlets are of no state."""
    return (
        party.sector == "IGO"
        or (party.kind == "org" and not (party.body or "").startswith("ministry:"))
        or party.kind not in ("person", "role", "group", "org")
    )


def _near(mentions: tuple[Mention, ...], i: int, party: Party) -> str | None:
    """The nearest place or state of the sentence: after the party within reach, else before it."""
    candidates = [m for m in mentions if m.country and m.kind in ("place", "state", "thing", "group", "org")]
    if party.kind == "group":
        places = [m for m in candidates if m.kind == "place" or m.prep == "ب"]
        if places:
            return min(places, key=lambda m: abs(m.i - i)).country
    after = [m for m in candidates if i < m.i <= i + GROUP_REACH]
    before = [m for m in candidates if m.i < i]
    chosen = before[-1] if before and party.kind != "group" else (after[0] if after else before[-1] if before else None)
    return chosen.country if chosen else None


def _dominant(detected: Detected, home: str | None) -> str | None:
    """The state most mentions are of; the outlet's own where none stands out."""
    counts: Counter[str] = Counter()
    for n, found in enumerate(detected.found):
        for m in found.mentions:
            if m.country:
                counts[m.country] += LEAD_WEIGHT if n == 0 else 1
    if home and home in counts:
        counts[home] += LEAD_WEIGHT
    if not counts:
        return home
    country, most = counts.most_common(1)[0]
    return (
        country if most >= HALF * sum(counts.values()) or not home else home if counts[home] > LEAD_WEIGHT else country
    )
