"""What a library knows as rows for people: events, pairs, people, agreements."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from waqai.cli.cards import Piece, Row, flat
from waqai.cli.messages import Messages

if TYPE_CHECKING:
    from waqai.model.accord import LinkedAccord, Stage
    from waqai.model.counts import Contact, PairSummary
    from waqai.model.library import Linked

BAR = 24


def event_row(event: "Linked", messages: Messages, label: str = "") -> Row:
    """One event on one line: day, id, what, how many sources, who."""
    marks = [messages.label("contested")] if event.contested else []
    marks += [messages.word("REVIEWS", event.review)] if event.review else []
    what = " · ".join([messages.word("ACTS", event.act), messages.word("STATUSES", event.status), *marks])
    counts = messages.counted("sources", event.sources)
    if event.reports > event.sources:
        counts += messages.separator + messages.counted("reports", event.reports)
    who = messages.separator_ar.join(dict.fromkeys(flat(party.name) for party in event.parties))
    place = [Piece(" · ", "dim"), Piece(event.place, "quoted")] if event.place else []
    day = event.start or messages.label("no_day")
    pieces = (
        Piece(f"{day:10}", "strong"), Piece(f"  {event.id}  ", "dim"), Piece(what, event.status),
        Piece(f" · {counts}", "dim"), *place, Piece(" · ", "dim"), Piece(who, "quoted"),
    )  # fmt: skip
    return Row(label, pieces, heading=not label)


def pair_rows(pair: "PairSummary", messages: Messages) -> Iterator[Row]:
    """What two states did with one another."""
    count = pair.count
    names = " – ".join(messages.state(code) or code for code in (count.a, count.b))
    days = f"{count.first} {messages.label('to')} {count.last}" if count.first else ""
    head = messages.separator.join(part for part in (messages.counted("events", count.events), days) if part)
    yield Row("", (Piece(names, "strong"), Piece(f" · {head}", "dim")), heading=True)
    if not count.events:
        return
    balance = (
        f"{messages.counted('cooperation', count.cooperation)}{messages.separator}"
        f"{messages.counted('conflict', count.conflict)}{messages.separator}"
        f"{messages.label('intensity')} {count.intensity:+.1f}"
    )
    yield Row(messages.label("balance"), (Piece(balance),))
    for key, table, values in (("acts", "ACTS", pair.acts), ("levels", "LEVELS", pair.levels)):
        if values:
            words = (f"{messages.word(table, value)} {n}" for value, n in values.items())
            yield Row(messages.label(key), (Piece(messages.separator.join(words)),))
    most = max((m.events for m in pair.months), default=1)
    for at, month in enumerate(pair.months[-12:]):
        bar = "█" * max(1, round(BAR * month.events / most))
        yield Row(messages.label("months") if at == 0 else "", (Piece(f"{month.period} {bar} {month.events}"),))
    for at, met in enumerate(pair.people[:10]):
        yield Row(messages.label("met") if at == 0 else "", _contact_pieces(met, messages))
    for at, accord in enumerate(pair.agreements):
        yield Row(messages.label("accords") if at == 0 else "", _accord_pieces(accord, messages))
    for key, events in (("latest", pair.latest), ("next", pair.next)):
        for at, event in enumerate(events):
            row = event_row(event, messages)
            yield Row(messages.label(key) if at == 0 else "", row.pieces)


def _contact_pieces(met: "Contact", messages: Messages) -> tuple[Piece, ...]:
    who = f"{flat(met.who_name)} · " if met.who_name else ""
    count = f"{messages.counted('contacts', met.events)}{messages.separator}{messages.label('last')} {met.last or '?'}"
    return (Piece(f"{count} · ", "dim"), Piece(f"{who}{flat(met.name)}", "quoted"))


def contact_rows(contacts: Iterable["Contact"], messages: Messages) -> Iterator[Row]:
    """Whom somebody met."""
    for at, met in enumerate(contacts):
        yield Row(messages.label("met") if at == 0 else "", _contact_pieces(met, messages))


def _accord_pieces(accord: "LinkedAccord", messages: Messages) -> tuple[Piece, ...]:
    parties = messages.separator.join(messages.state(party) or party for party in accord.parties)
    counts = messages.counted("sources", accord.sources)
    last = max((s.day or s.told or "" for s in accord.stages), default="")
    what = f"{messages.word('STAGES', accord.stage)} · {messages.word('KINDS', accord.kind)} · {counts} · {parties} · "
    title = flat(accord.title or "")
    return (Piece(f"{last:10}", "strong"), Piece(f"  {accord.id}  ", "dim"), Piece(what), Piece(title, "quoted"))


def accord_row(accord: "LinkedAccord", messages: Messages) -> Row:
    """One agreement on one line: last day told, id, stage, kind, sources, parties, title."""
    return Row("", _accord_pieces(accord, messages), heading=True)


def accord_rows(accord: "LinkedAccord", messages: Messages) -> Iterator[Row]:
    """One agreement with its stages over time, and what is known of what it says."""
    yield accord_row(accord, messages)
    for title in accord.titles[1:]:
        yield Row("", (Piece(flat(title), "quoted"),))
    for at, stage in enumerate(accord.stages):
        yield Row(messages.label("stages") if at == 0 else "", _stage_pieces(stage, messages))
    if accord.signatories:
        names = messages.separator_ar.join(accord.signatories)
        yield Row(messages.label("signatories"), (Piece(names, "quoted"),))
    if accord.place:
        yield Row(messages.label("where"), (Piece(accord.place, "quoted"),))
    for key, clauses in (("aims", accord.aims), ("provisions", accord.provisions), ("amounts", accord.amounts)):
        for at, clause in enumerate(clauses):
            yield Row(messages.label(key) if at == 0 else "", (Piece(flat(clause.text), "quoted"),))
    for field, values in accord.disagreements.items():
        words = "; ".join(f"{value}: {messages.separator_ar.join(who)}" for value, who in values.items())
        yield Row(messages.label("differ"), (Piece(f"{messages.label(field)} ", "dim"), Piece(words, "quoted")))


def _stage_pieces(stage: "Stage", messages: Messages) -> tuple[Piece, ...]:
    day = stage.day or f"{messages.label('told')} {stage.told or '?'}"
    status = "" if stage.status == "happened" else f" ({messages.word('STATUSES', stage.status)})"
    event = f" · {messages.label('event')} {stage.event}" if stage.event else ""
    counts = messages.counted("sources", len(stage.origins))
    return (
        Piece(f"{day} ", "strong"),
        Piece(messages.word("STAGES", stage.stage) + status),
        Piece(f" · {counts}{event}", "dim"),
    )


__all__ = ["accord_row", "accord_rows", "contact_rows", "event_row", "pair_rows"]
