"""Which event a report belongs to: the best of the candidates, or a new one."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from waqai.model.library import Judgement, Report
from waqai.pipeline.link.score import SAME, UNSURE, Scored, score

AUTHOR = "waqai"
COMPARED = 8


class Candidates(Struct):
    """What a batch is compared with; grows as the batch is linked.

    Attributes:
        events: event → its reports.
        event_of: report id → event.
        firsts: document → the first printing of its text.
        verdicts: (report, report) in order → what a person judged.
    """

    events: dict[str, list[Report]]
    event_of: dict[str, str]
    firsts: dict[int, int]
    verdicts: dict[tuple[str, str], str]


def assign(report: Report, events: list[str], known: Candidates) -> tuple[str, list[Judgement]]:
    """Find the event of a report.

    Args:
        report: the report.
        events: candidates among the events.
        known: what is known of them.

    Returns:
        The event's id (the report's own where it is a new one), and the judgements worth keeping.
    """
    for (one, other), verdict in known.verdicts.items():
        if verdict == "same" and report.id in (one, other):
            friend = other if report.id == one else one
            if friend in known.event_of:
                return known.event_of[friend], []
    judged: list[tuple[Scored, str, Report]] = []
    for event in events:
        others = known.events[event]
        if any(o.document == report.document for o in others) or _apart(report, others, known.verdicts):
            continue
        scores = [(score(report, o, _copied(report, o, known.firsts)), o) for o in _some(others)]
        best, nearest = max(scores, key=lambda pair: pair[0].total)
        mean = sum(s.total for s, _ in scores) / len(scores)
        judged.append((Scored(round(0.7 * best.total + 0.3 * mean, 3), best.reasons), event, nearest))
    judged.sort(key=lambda item: (-item[0].total, item[1]))
    if judged and judged[0][0].total >= SAME:
        best, event, nearest = judged[0]
        return event, [_judgement("same", best, report, nearest)]
    unsure = [_judgement("unsure", s, report, o) for s, _, o in judged[:1] if s.total >= UNSURE]
    return report.id, unsure


def _some(reports: list[Report]) -> list[Report]:
    half = COMPARED // 2
    return reports if len(reports) <= COMPARED else [*reports[:half], *reports[-half:]]


def _copied(a: Report, b: Report, firsts: Mapping[int, int]) -> bool:
    return firsts.get(a.document, a.document) == firsts.get(b.document, b.document)


def _apart(report: Report, others: list[Report], verdicts: Mapping[tuple[str, str], str]) -> bool:
    pairs: list[Any] = [tuple(sorted((report.id, o.id))) for o in others] if verdicts else []
    return any(verdicts.get(pair) == "different" for pair in pairs)


def _judgement(verdict: str, scored: Scored, a: Report, b: Report) -> Judgement:
    return Judgement(
        kind="event", left=a.id, right=b.id, verdict=verdict, score=round(scored.chance, 3),
        reasons=scored.reasons, author=AUTHOR,
    )  # fmt: skip
