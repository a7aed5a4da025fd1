"""The phrases of status.yaml by section, with the words they begin and end with."""

from functools import lru_cache

from waqai.lexicon import Lexicon


@lru_cache(maxsize=2)
def sections(lexicon: Lexicon) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The phrases of status.yaml by section, with their first words."""
    named = ((name.split("."), phrases) for name, phrases in lexicon.grammar.items() if name.startswith("status."))
    return {section: (phrases, edges(phrases)[0]) for (_, section), phrases in named}


@lru_cache(maxsize=64)
def edges(phrases: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of phrases."""
    return frozenset(p.split(" ")[0] for p in phrases), frozenset(p.split(" ")[-1] for p in phrases)
