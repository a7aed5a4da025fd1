"""How a party is written in Latin letters: the spelling its own state uses where a list knows it, else by parts."""

from waqai.lexicon import Lexicon
from waqai.lexicon.latin import latin_name
from waqai.pipeline.ground.officials import officials_named
from waqai.pipeline.ground.party import Party


def latin_of(party: Party, lexicon: Lexicon) -> str | None:
    """The Latin name of a person, listed body or state; `None` for the rest, whose names are common words.

    Args:
        party: a party of the document.
        lexicon: officials, bodies and states with their English names.
    """
    if party.kind == "person":
        return _official(party, lexicon) or latin_name(party.name, party.country)
    if party.kind == "state" and party.country in lexicon.states:
        return lexicon.states[party.country].name_en
    body = lexicon.organisations.get(party.body or "") if party.kind == "org" else None
    return body.name_en or None if body is not None else None


def _official(party: Party, lexicon: Lexicon) -> str:
    """The name of a known office holder, as his own state spells it."""
    if party.official is not None:
        return lexicon.tables.officials[party.official].name_en
    rows = officials_named(party.name, lexicon)
    return next((r.name_en for r in rows if party.country is None or r.country == party.country), "")
