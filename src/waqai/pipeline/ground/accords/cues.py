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

    def opens(self, word: str) -> bool:
        """Whether a word opens what an agreement lays down: «ينص», «ويتضمن»."""
        rows = self.clauses.get(word) or self.clauses.get(word.removeprefix("و"), ())
        return any(cue.kind in ("provision", "aim") for cue in rows)

    def by(self, word: str) -> bool:
        """«بموجب», «وبحسب»: what follows the agreement behind it is laid down by it."""
        bare = word if word in self.words["by_opening"] else word.removeprefix("و")
        return bare in self.words["by"] or bare in self.words["by_opening"]


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
