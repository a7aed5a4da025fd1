"""Tables: CSV, Parquet, POLECAT, GDELT, ICEWS, CAMEO, read back as their users read them."""

import csv
import io
from collections.abc import Callable

import pytest

from waqai.export import Losses

Write = Callable[[str], tuple[bytes, Losses]]

POLECAT = """Event ID · Event Date · Event Type · Event Mode · Intensity · Quad Code · Contexts · Actor Name ·
 Actor Country · Actor COW · Primary Actor Sector · Actor Sectors · Actor Title · Actor Name Raw ·
 Wikipedia Actor ID · Recipient Name · Recipient Country · Recipient COW · Primary Recipient Sector ·
 Recipient Sectors · Recipient Title · Recipient Name Raw · Wikipedia Recipient ID · Placename · City
 · District · Province · Country · Latitude · Longitude · GeoNames ID · Raw Placename · Feature Type
 · Source · Publication Date · Story People · Story Organizations · Story Locations · Language ·
 Version""".replace("\n", "").split(" · ")


def tab_rows(data: bytes) -> list[list[str]]:
    return [row.split("\t") for row in data.decode("utf-8").splitlines()]


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(write: Write) -> None:
    data, losses = write("csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["event_id"] for row in rows] == ["e1", "e2", "e3", "e4", "e5"]
    assert rows[0]["actor_countries"] == "TUR;SYR"
    assert rows[2]["status"] == "denied"
    assert rows[4]["actor_names"].startswith("'=HYPERLINK")
    assert rows[4]["evidence"] == "'=خطر"
    assert not any(c in data.decode() for c in "\u202e\x07")
    assert any("tenures" in said for said in losses.lines())


def test_parquet_keeps_types_and_nulls(write: Write) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    table = pq.read_table(io.BytesIO(write("parquet")[0])).to_pylist()
    assert table[0]["lat"] == 39.92
    assert table[0]["geonames"] == 323786
    assert table[3]["date_start"] is None
    assert table[4]["evidence"] == "=خطر"


def test_polecat_has_its_forty_columns(write: Write) -> None:
    data, losses = write("polecat")
    head, *rows = tab_rows(data)
    assert head == POLECAT
    assert len(head) == 40
    assert {len(row) for row in rows} == {40}
    first = dict(zip(head, rows[0], strict=True))
    assert first["Event Date"] == "2025-10-17"
    assert first["Actor COW"] == "640;652"
    assert first["GeoNames ID"] == "323786"
    assert first["Actor Title"] == "Foreign minister"
    assert first["Latitude"] == "39.92"
    assert "e3" not in [row[0] for row in rows]
    assert any(said.startswith("1 × denied events left out") for said in losses.lines())


def test_gdelt_has_sixty_one_columns_and_fips(write: Write) -> None:
    from waqai.export.gdelt import COLUMNS

    rows = tab_rows(write("gdelt")[0])
    assert len(COLUMNS) == 61
    assert {len(row) for row in rows} == {61}
    first = dict(zip(COLUMNS, rows[0], strict=True))
    assert first["GLOBALEVENTID"].isdigit()
    assert (first["Day"], first["MonthYear"], first["Year"]) == ("20251017", "202510", "2025")
    assert (first["Actor1Code"], first["Actor2Code"], first["EventCode"]) == ("TURGOV", "SYRGOV", "040")
    assert first["ActionGeo_CountryCode"] == "TU"
    assert first["ActionGeo_Type"] == "4"
    assert len({row[0] for row in rows}) == len(rows)


def test_icews_has_twenty_columns_and_codes_as_strings(write: Write) -> None:
    head, *rows = tab_rows(write("icews")[0])
    assert len(head) == 20
    assert {len(row) for row in rows} == {20}
    codes = [row[head.index("CAMEO Code")] for row in rows]
    assert codes == ["040", "040", "042", "043", "036", "036", "026"]


def test_visit_is_a_pair_of_dyads(write: Write) -> None:
    rows = tab_rows(write("cameo")[0])
    assert ["20250901", "TURGOV", "SYR", "042"] in [row[:4] for row in rows]
    assert ["20250901", "SYR", "TURGOV", "043"] in [row[:4] for row in rows]
    assert {len(row) for row in rows} == {11}
    assert ["20251017", "PSEOPP", "---", "026"] in [row[:4] for row in rows]
