"""How a party is written in Latin letters: the spelling its own state uses where a list knows it, else by parts."""

from waqai.lexicon import Lexicon
from waqai.lexicon.latin import latin_name
from waqai.pipeline.ground.party import Party
from waqai.text.fold import fold_word


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
    if party.kind == "org" and party.body in lexicon.bodies:
        return lexicon.bodies[party.body]
    return None


def _official(party: Party, lexicon: Lexicon) -> str:
    """The name of a known office holder, as his own state spells it."""
    if party.official is not None:
        return lexicon.tables.officials[party.official].name_en
    key = " ".join(fold_word(word) for word in party.name.split())
    for kind, ref, _ in lexicon.phrases.get(key, ()):
        row = lexicon.tables.officials[int(ref)] if kind == "official" else None
        if row and (party.country is None or row.country == party.country):
            return row.name_en
    return ""
