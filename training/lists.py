"""Compile the tagger's list features from `resources/` (`form<TAB>kinds`, see `waqai.tagger.lists`)."""

import csv
from collections import defaultdict
from pathlib import Path

from waqai.pipeline.analyze import WORD
from waqai.text.fold import fold_word

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src/waqai/tagger/data/lists.tsv"
NAME_KINDS = {"given": "N", "family": "S", "both": "NS"}
FORM_COLUMNS = {
    "places/places.tsv": [("forms_ar", "P")],
    "places/places-extra.tsv": [("forms_ar", "P")],
    "places/countries.tsv": [
        ("forms_ar", "C"),
        ("capital_ar", "P"),
        ("demonym_m", "D"),
        ("demonym_f", "D"),
        ("demonym_pl", "D"),
    ],
    "actors/organisations.tsv": [("forms_ar", "O")],
    "actors/outlets.tsv": [("forms_ar", "U")],
    "ar/offices.tsv": [("m", "T"), ("f", "T")],
    "ar/honorifics.tsv": [("form", "H")],
}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of `resources/`, or none if it is not there."""
    path = ROOT / "resources" / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [{k: v or "" for k, v in row.items() if k} for row in csv.DictReader(lines, delimiter="\t")]


def compile_lists() -> dict[str, str]:
    """Folded forms with their kinds."""
    forms: dict[str, set[str]] = defaultdict(set)

    def add(form: str, kinds: str) -> None:
        words = WORD.findall(fold_word(form))
        key = " ".join(words)
        if words and len(words) <= 7 and (len(key) > 2 or not words[0].isalpha()):
            forms[key].update(kinds)

    for name in ("actors/name-parts.tsv", "actors/name-parts-extra.tsv"):
        for row in rows(name):
            add(row["form"], NAME_KINDS.get(row["kind"], "N"))
    for name, columns in FORM_COLUMNS.items():
        for row in rows(name):
            for column, kind in columns:
                for form in row.get(column, "").split("|"):
                    add(form, kind)
    for row in rows("ar/portfolios.tsv"):
        for form in row["forms"].split("|"):
            for minister in ("وزير", "وزيرة", "وزيرا", "وزيري", "وزراء"):
                add(f"{minister} {form}", "T")
    for form in ("demonym_m", "demonym_f", "demonym_pl"):
        for row in rows("places/countries.tsv"):
            for demonym in row.get(form, "").split("|"):
                if demonym:
                    add("ال" + demonym, "D")
    return {form: "".join(sorted(kinds)) for form, kinds in sorted(forms.items())}


def main() -> None:
    """Write the compiled lists."""
    lists = compile_lists()
    OUT.write_text("".join(f"{form}\t{kinds}\n" for form, kinds in lists.items()), encoding="utf-8")
    print(f"{OUT}: {len(lists)} forms, {OUT.stat().st_size >> 10} KiB")


if __name__ == "__main__":
    main()
