"""Which predicted event answers which gold event."""

import re
from typing import TypeVar

from waqai.evaluate.gold import Account, GoldDocument, GoldEvent, Party
from waqai.evaluate.names import same_name

SENTENCE_END = re.compile(r"[.!؟\n]")
Range = tuple[int, int]
T = TypeVar("T")


def passages(document: GoldDocument, event: GoldEvent) -> list[Range]:
    """Where a gold event is reported: sentences by their heads, else its trigger, else the whole text."""
    text = document.text
    spans: list[Range] = []
    for head in event.where_said or ():
        at = text.find(head)
        if at >= 0:
            end = SENTENCE_END.search(text, at + len(head))
            spans.append((at, end.start() if end else len(text) + len(head) + at))
    if not spans and event.trigger:
        at = text.find(event.trigger)
        if at >= 0:
            spans.append((at, at + len(event.trigger)))
    return spans or [(0, len(text))]


def same_party(gold: Party, said: Party) -> bool:
    """Whether two are the same: by a name, or as one state named by its capital, demonym or government."""
    if any(same_name(name, said.label) for name in gold.names if name and said.label):
        return True
    return _is_state(gold) and _is_state(said) and gold.country == said.country


def _is_state(party: Party) -> bool:
    return not party.office and bool(party.country) and party.sector in (None, "GOV")


def pair_up(document: GoldDocument, said: tuple[Account, ...], *, typed: bool) -> list[tuple[int, int]]:
    """Pair gold events with predicted ones, each once, best first.

    Args:
        document: the gold document.
        said: the predicted events.
        typed: only events of the same type can be paired.

    Returns:
        Positions in the gold's events and in `said`.
    """
    candidates = []
    for i, gold in enumerate(document.events or ()):
        spans = passages(document, gold)
        for j, one in enumerate(said):
            if typed and gold.type != one.type:
                continue
            shared = _share(gold, one)
            if _elsewhere(one, spans) or (shared <= 0 and gold.parties):
                continue
            candidates.append((shared + 0.5 * (gold.days == one.days) + 0.2 * (gold.type == one.type), i, j))
    return _best_first(candidates)


def _best_first(candidates: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    used_gold: set[int] = set()
    used_said: set[int] = set()
    pairs = []
    for _, i, j in sorted(candidates, reverse=True):
        if i not in used_gold and j not in used_said:
            used_gold.add(i)
            used_said.add(j)
            pairs.append((i, j))
    return pairs


def _elsewhere(said: Account, spans: list[Range]) -> bool:
    """Whether a predicted event rests on other passages only."""
    evidence = said.evidence or ()
    return bool(evidence) and not any(p.start < end and start < p.end for p in evidence for start, end in spans)


def _share(gold: Account, said: Account) -> float:
    """How much of who takes part the two events share."""
    wanted = [party for _, party in gold.parties]
    named = [party for _, party in said.parties]
    if not wanted or not named:
        return 0.5 if bool(wanted) == bool(named) else 0.0
    hits = sum(any(same_party(one, other) for other in named) for one in wanted)
    if hits:
        return hits / max(len(wanted), len(named)) + 0.2
    states = {party.country for party in wanted} - {None}
    others = {party.country for party in named} - {None}
    return 0.1 * len(states & others) / len(states | others) if states & others else 0.0
