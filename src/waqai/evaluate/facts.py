"""The facts that an event states, and when two of them agree."""

from collections import Counter

from msgspec import Struct

from waqai.evaluate.gold import Account, Party, Said, Spot
from waqai.evaluate.match import same_party
from waqai.evaluate.names import name_tokens, same_name


class Fact(Struct, frozen=True):
    """One thing an event states: `kind` says what ("actor-office"), `value` carries it."""

    kind: str
    value: str | tuple[str, str] | Spot | Party | Said


def event_facts(event: Account) -> list[Fact]:
    """Everything that an event states."""
    facts = [Fact("type", event.type), Fact("status", event.status or "happened")]
    if event.days:
        facts.append(Fact("date", event.days))
    if event.where and (event.where.name or event.where.country):
        facts.append(Fact("place", event.where))
    if event.mode:
        facts.append(Fact("mode", event.mode))
    for side, party in event.parties:
        facts.append(Fact(side, party))
        if party.country:
            facts.append(Fact(f"{side}-country", party))
        if party.office:
            facts.append(Fact(f"{side}-office", party))
    return [*facts, *(Fact("source", source) for source in event.sources or ())]


def count_hits(gold: list[Fact], said: list[Fact]) -> Counter[str]:
    """How many gold facts are met, by kind; each predicted fact serves once."""
    free = list(said)
    hits: Counter[str] = Counter()
    for fact in gold:
        answer = next((other for other in free if other.kind == fact.kind and _agree(fact, other)), None)
        if answer is not None:
            hits[fact.kind] += 1
            free = [other for other in free if other is not answer]
    return hits


def _agree(gold: Fact, said: Fact) -> bool:
    one, other = gold.value, said.value
    if isinstance(one, Party) and isinstance(other, Party):
        return same_party(one, other) and _agree_on(gold.kind, one, other)
    if isinstance(one, Spot) and isinstance(other, Spot):
        return _same_place(one, other)
    if isinstance(one, Said) and isinstance(other, Said):
        return _same_source(one.label, other.label)
    return one == other


def _agree_on(kind: str, gold: Party, said: Party) -> bool:
    if kind.endswith("-country"):
        return gold.country == said.country
    return said.office in gold.offices if kind.endswith("-office") else True


def _same_place(gold: Spot, said: Spot) -> bool:
    if gold.name and said.name:
        return same_name(gold.name, said.name) or gold.name == gold.country == said.country
    return gold.country == said.country


def _same_source(gold: str, said: str) -> bool:
    return same_name(gold, said) or len(name_tokens(gold) & name_tokens(said)) >= 2
