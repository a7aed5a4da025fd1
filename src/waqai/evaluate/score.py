"""Counts over all documents, and precision, recall and F1 from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from waqai.evaluate.facts import count_hits, event_facts
from waqai.evaluate.gold import Account, Bargain, GoldDocument, Held, Prediction
from waqai.evaluate.match import pair_up
from waqai.evaluate.names import name_tokens, same_name

PROVISION_SHARE = 0.6
"""How much of a provision's words must be found for it to count."""
MAX_WORDS = 90


class Score(Struct, frozen=True, kw_only=True):
    """Precision, recall and F1, rounded to four digits, with the counts behind them."""

    P: float
    R: float
    F1: float
    hit: int
    pred: int
    gold: int


class Report(Struct, frozen=True, kw_only=True):
    """Scores over all documents; `misses` names each missed and wrong event in a line."""

    documents: int
    missing: int
    facts: Score
    events: Score
    events_untyped: Score
    tenures: Score
    agreements: Score
    provisions_recall: float | None
    by_fact: dict[str, Score]
    by_type: dict[str, Score]
    misses: list[str]


class Tally(Struct, kw_only=True):
    """Running counts: hit, pred and gold of each thing counted."""

    totals: defaultdict[str, Counter[str]]
    by_fact: defaultdict[str, Counter[str]]
    by_type: defaultdict[str, Counter[str]]
    misses: list[str]
    documents: int = 0
    missing: int = 0


def score(golds: Iterable[GoldDocument], predictions: Mapping[str, Prediction]) -> Report:
    """Score predicted records against gold.

    Args:
        golds: gold documents.
        predictions: records by document id; one that is missing has found nothing.

    Returns:
        All scores.
    """
    tally = Tally(totals=defaultdict(Counter), by_fact=defaultdict(Counter), by_type=defaultdict(Counter), misses=[])
    for gold in golds:
        said = predictions.get(str(gold.id))
        tally.documents += 1
        tally.missing += said is None
        _count_events(tally, gold, (said.events if said else None) or ())
        _count_tenures(tally.totals["tenures"], gold.tenures or (), (said.tenures if said else None) or ())
        _count_agreements(tally, gold.agreements or (), (said.agreements if said else None) or ())
    return _report(tally)


def _count_events(tally: Tally, gold: GoldDocument, said: tuple[Account, ...]) -> None:
    events = gold.events or ()
    loose = pair_up(gold, said, typed=False)
    pairs = dict(pair_up(gold, said, typed=True))
    # An event that answers one which the gold does not ask for is neither right nor wrong.
    for name, found in (("untyped", dict(loose)), ("events", pairs)):
        count = tally.totals[name]
        asked = sum(events[i].core for i in found)
        count.update(hit=asked, pred=len(said) - (len(found) - asked), gold=sum(e.core for e in events))
    for i, event in enumerate(events):
        if event.core:
            _count_gold_event(tally, gold, i, said[pairs[i]] if i in pairs else None)
    excused = {j for i, j in pairs.items() if not events[i].core}
    for j, one in enumerate(said):
        if j not in excused:
            tally.by_type[one.type]["pred"] += 1
            for fact in event_facts(one):
                tally.by_fact[fact.kind]["pred"] += 1
            if j not in pairs.values():
                tally.misses.append(f"wrong  {gold.id} {one.type}/{one.act} «{_first_words(gold, one)}»")


def _count_gold_event(tally: Tally, gold: GoldDocument, at: int, answer: Account | None) -> None:
    event = (gold.events or ())[at]
    facts = event_facts(event)
    tally.by_type[event.type]["gold"] += 1
    for fact in facts:
        tally.by_fact[fact.kind]["gold"] += 1
    if answer is None:
        tally.misses.append(f"missed {gold.id}#{event.n} {event.type}/{event.act} «{event.trigger}»")
        return
    tally.by_type[event.type]["hit"] += 1
    for kind, hits in count_hits(facts, event_facts(answer)).items():
        tally.by_fact[kind]["hit"] += hits


def _first_words(gold: GoldDocument, said: Account) -> str:
    first = (said.evidence or (None,))[0]
    return gold.text[first.start : first.end][:MAX_WORDS] if first else ""


def _count_tenures(count: Counter[str], gold: tuple[Held, ...], said: tuple[Held, ...]) -> None:
    count.update(gold=len(gold), pred=len(said), hit=0)
    left = list(said)
    for one in gold:
        for other in left:
            if one.office == other.office and same_name(one.label, other.label):
                count["hit"] += 1
                left.remove(other)
                break


def _count_agreements(tally: Tally, gold: tuple[Bargain, ...], said: tuple[Bargain, ...]) -> None:
    count = tally.totals["agreements"]
    count.update(gold=len(gold), pred=len(said), hit=0)
    left = list(said)
    for one in gold:
        for other in left:
            if one.states & other.states or not one.parties:
                count["hit"] += 1
                _count_provisions(tally.totals["provisions"], one, other)
                left.remove(other)
                break


def _count_provisions(count: Counter[str], gold: Bargain, said: Bargain) -> None:
    found = name_tokens(" ".join(said.clauses))
    for clause in gold.clauses:
        wanted = name_tokens(clause)
        count["gold"] += 1
        count["hit"] += len(wanted & found) >= PROVISION_SHARE * len(wanted)


def _report(tally: Tally) -> Report:
    provisions = tally.totals["provisions"]
    facts: Counter[str] = Counter()
    for count in tally.by_fact.values():
        facts.update(count)
    return Report(
        documents=tally.documents,
        missing=tally.missing,
        facts=_score(facts),
        events=_score(tally.totals["events"]),
        events_untyped=_score(tally.totals["untyped"]),
        tenures=_score(tally.totals["tenures"]),
        agreements=_score(tally.totals["agreements"]),
        provisions_recall=round(provisions["hit"] / provisions["gold"], 4) if provisions["gold"] else None,
        by_fact={kind: _score(count) for kind, count in sorted(tally.by_fact.items())},
        by_type={kind: _score(count) for kind, count in sorted(tally.by_type.items())},
        misses=tally.misses,
    )


def _score(count: Counter[str]) -> Score:
    hit, pred, gold = count["hit"], count["pred"], count["gold"]
    precision = hit / pred if pred else (0.0 if gold else 1.0)
    recall = hit / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(P=round(precision, 4), R=round(recall, 4), F1=round(f1, 4), hit=hit, pred=pred, gold=gold)
