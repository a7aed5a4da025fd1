"""A report of scores as lines for people, or as JSON."""

from collections.abc import Iterator

import msgspec

from waqai.evaluate.score import Report, Score

NAMES = {"missing": "documents missing", "events_untyped": "events, type ignored"}


def report_lines(report: Report) -> Iterator[str]:
    """The scores as a table: by fact, by type, and over all."""
    yield "-- by fact"
    yield from (_line(kind, one) for kind, one in report.by_fact.items())
    yield "-- by type"
    yield from (_line(kind, one) for kind, one in report.by_type.items())
    yield "-- all"
    yield _line("tenures", report.tenures)
    yield _line("agreements", report.agreements)
    yield _line("events, type ignored", report.events_untyped)
    yield _line("events", report.events)
    yield _line("facts", report.facts)
    recall = report.provisions_recall
    yield f"documents {report.documents}, missing {report.missing}, provisions recall {recall}"


def report_json(report: Report) -> str:
    """The scores as one JSON object."""
    value = msgspec.to_builtins(report)
    del value["misses"]
    named = {NAMES.get(key, key.replace("_", " ")): one for key, one in value.items()}
    return msgspec.json.format(msgspec.json.encode(named), indent=1).decode() + "\n"


def _line(name: str, one: Score) -> str:
    scores = f"P {one.P:.3f}  R {one.R:.3f}  F1 {one.F1:.3f}"
    return f"{name:24} {scores}   ({one.hit} right, {one.pred} said, {one.gold} in the gold)"
