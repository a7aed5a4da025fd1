"""The words of `resources/ar/agreements.yaml` as sets, built once per lexicon."""

from functools import lru_cache

from msgspec import Struct

from waqai.lexicon import Lexicon
from waqai.pipeline.extract.terms import PREPOSITIONS


class ClauseCue(Struct, frozen=True):
    """«تنص على», «يقضي ب»: words that open a clause of an agreement; `prep` may follow later or attached."""

    words: tuple[str, ...]
    prep: str
    kind: str


class AccordCues(Struct, frozen=True):
    """Everything the YAML file says, ready to be asked."""

    clauses: dict[str, tuple[ClauseCue, ...]]
    joins: tuple[tuple[str, ...], ...]
    words: dict[str, frozenset[str]]


@lru_cache(maxsize=2)
def accord_cues(lexicon: Lexicon) -> AccordCues:
    """The cues of a lexicon."""
    raw = lexicon.tables.cues["agreements"]
    clauses: dict[str, list[ClauseCue]] = {}
    for forms, kind in raw["provisions"]:
        for form in forms:
            cue = _clause_cue(form.split(" "), kind)
            clauses.setdefault(cue.words[0], []).append(cue)
    return AccordCues(
        clauses={k: tuple(sorted(v, key=lambda c: -len(c.words))) for k, v in clauses.items()},
        joins=tuple(tuple(form.split(" ")) for form in raw["item_joins"]),
        words={name: frozenset(words) for name, words in raw.items() if name not in ("provisions", "item_joins")},
    )


def _clause_cue(words: list[str], kind: str) -> ClauseCue:
    """A verb parts from its preposition («تنص الاتفاقية على»); «في مجال» does not."""
    verbal = len(words) == 2 and words[1] in PREPOSITIONS and words[0] != "في"
    return ClauseCue(tuple(words[:1] if verbal else words), words[1] if verbal else "", kind)
