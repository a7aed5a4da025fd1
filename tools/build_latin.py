"""Build `resources/actors/name-latin.tsv`: how parts of names are written in Latin letters, by region.

    python tools/build_latin.py   # needs arabic-name-romanizer 0.2.0, whose names come from Wikidata (CC0)

The commonest spelling of the bearers' own states wins; nobody edits the table. What people add or correct stands in
`name-latin-extra.tsv`, which wins over it. Neither package nor network is needed at run time.
"""

import csv
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from waqai.text.fold import fold_word

ACTORS = Path(__file__).resolve().parent.parent / "resources" / "actors"
COLUMNS = ("form", "eastern", "western", "iranian", "source", "licence")
REGIONS = {
    "eastern": ["EG", "IQ", "SA", "LB", "SY", "PS", "JO", "YE", "AE", "KW", "SD", "QA", "LY", "BH", "SO", "OM"],
    "western": ["MA", "DZ", "TN", "MR"],
    "iranian": ["IR", "AF", "PK"],
}
UNITS = "SELECT arabic_key, latin, country, sum(count) FROM units WHERE source = 'wikidata' GROUP BY 1, 2, 3"
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an)(?:[-’'‘ ]|(?=[A-Z]))|^(?:Al|El)[-’'‘ ](?=\w)", re.ASCII)
GLUED = re.compile(r"(?:Al|El)(?=[b-df-hj-np-tv-z])")
ARABIC = re.compile("[\u0621-\u064a]+(?: [\u0621-\u064a]+)?")
# French habits that English readers misread; they lose to another spelling of the same name in the east.
FRENCH = re.compile(r"ou|ch|dj|gu|é|è|ï")


def plain(latin: str) -> str:
    """A spelling without article, accents and apostrophes."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    bare = ARTICLE.sub("", bare).translate(dict.fromkeys(map(ord, "’'‘ʿʾ`"), None)).strip(" -")
    return bare[:1].upper() + bare[1:]


def spellings() -> dict[str, dict[str, Counter[str]]]:
    """Folded form → region → spelling → how often."""
    import arabic_name_romanizer

    database = Path(arabic_name_romanizer.__file__).parent / "resources" / "names.sqlite3"
    region = {country: name for name, countries in REGIONS.items() for country in countries}
    out: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        for key, latin, country, count in connection.execute(UNITS):
            form = " ".join(fold_word(w) for w in key.split())
            spelling = plain(latin)
            if form.startswith("ال") and GLUED.match(spelling):
                spelling = plain(spelling[2:])  # «السيسي» as Elsisi
            fits = ARABIC.fullmatch(form) and re.fullmatch(r"[A-Za-z]+(?:[ -][A-Za-z]+)*", spelling)
            if fits and country in region and len(spelling) > 1:
                out[form.removeprefix("ال") if len(form) > 4 else form][region[country]][spelling] += count
    return out


def best(counts: Counter[str], eastern: bool) -> str:
    """The commonest spelling; in the east one without French habits, if any is nearly as common."""
    weight = {s: n * (0.4 if eastern and FRENCH.search(s.lower()) else 1) for s, n in counts.items()}
    return max(sorted(weight), key=lambda s: weight[s]) if weight else ""


def main() -> None:
    """Write the table."""
    with (ACTORS / "name-latin.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(COLUMNS)
        for form, regions in sorted(spellings().items()):
            of = [best(regions[region], region == "eastern") for region in REGIONS]
            if any(of):
                writer.writerow((form, *of, "arabic-name-romanizer", "CC0-1.0"))


if __name__ == "__main__":
    main()
