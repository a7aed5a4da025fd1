"""GDELT 2.0 events: 61 columns, tab-separated, no header. Geo fields speak FIPS, actors CAMEO."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.facts import (
    Dyad,
    actor_code,
    dyads,
    event_day,
    first_offset,
    note_common,
    number,
    state_ids,
    told_events,
)
from waqai.export.tsv import write_row
from waqai.model import Event, Participant, Place, Record
from waqai.model.merged import counted
from waqai.ontology import country, from_cameo, label

ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "Day", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{side}_{name}" for side in ("Actor1Geo", "Actor2Geo", "ActionGeo") for name in GEO),
    *("DATEADDED", "SOURCEURL"),
)
Value = str | int | float | None
COUNTRY_TYPE, CITY_TYPE = 1, 4


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One row for each pair of coded parties; a pair of codes is written once an event."""
    for record in records:
        states = state_ids(record)
        for event, coded in told_events(record, losses):
            day = event_day(event, losses)
            if not day:
                losses.add("events left out: GDELT has no row without a day")
                continue
            note_common(event, losses)
            losses.add("rows without a tone: AvgTone is left empty")
            seen: set[tuple[str, str, str]] = set()
            for dyad in dyads(event, coded.cameo):
                key = (actor_code(dyad.source, states), actor_code(dyad.target, states), dyad.code)
                if key not in seen:
                    seen.add(key)
                    write_row(stream, _row(record, event, dyad, key, day))


def _row(record: Record, event: Event, dyad: Dyad, key: tuple[str, str, str], day: str) -> Iterator[Value]:
    document = record.document
    yield str(number(document.id, event.id, *key))
    yield from _days(day)
    yield from _actor(dyad.source, key[0])
    yield from _actor(dyad.target, key[1])
    yield int("\n" not in document.text[: first_offset(event)].strip())
    # EventBaseCode is the code at its second level: "0356" belongs to "035".
    cameo = from_cameo(dyad.code)
    yield from (dyad.code, dyad.code[:3], cameo.root, cameo.quad, f"{cameo.goldstein:.1f}")
    told = counted(event)
    yield from (max(len(event.evidence), told.reports), told.sources, told.reports, "")
    yield from [""] * (2 * len(GEO))
    yield from _geo(event.where)
    yield (document.published or "")[:10].replace("-", "").ljust(14, "0") if document.published else ""
    yield document.url or document.id


def _days(day: str) -> Iterator[Value]:
    when = date.fromisoformat(day)
    yield from (f"{when:%Y%m%d}", f"{when:%Y%m}", f"{when:%Y}")
    yield f"{when.year + (when.month * 30 + when.day) / 365:.4f}"


def _actor(who: Participant | None, code: str) -> list[Value]:
    if who is None:
        return [""] * len(ACTOR)
    state = country(who.country).cameo
    return [code, who.name, state, "", "", "", "", code.removeprefix(state), "", ""]


def _geo(where: Place | None) -> list[Value]:
    if where is None:
        return ["0", *[""] * (len(GEO) - 1)]
    fips = country(where.country).fips
    is_state = where.name == label("country", where.country, "ar")
    kind = COUNTRY_TYPE if is_state or where.lat is None else CITY_TYPE
    return [kind, where.name, fips, fips, "", where.lat, where.lon, ""]
