"""Compile `resources/` into `src/waqai/data/lexicon.json`, what the reader loads.

    python tools/compile_resources.py          write the compiled lexicon
    python tools/compile_resources.py --check  fail when it is stale, or an entry is malformed

Every Arabic form is folded here, once. The output is a function of the files alone.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import Any

from everyday import doubtful, drop_everyday_places, dropped, time_words
from read_yaml import read_yaml
from state_names import demonyms, full_names

sys.path.append(str(Path(__file__).parent))
import compile_cues
from compile_triggers import light_verbs, triggers, verb_forms
from waqai.text.fold import PRESENTATION_FORMS, fold_word

ROOT = Path(__file__).parent.parent
RESOURCES = ROOT / "resources"
OUTPUT = ROOT / "src" / "waqai" / "data" / "lexicon.json"
FOREIGN = re.compile("[" + "".join(map(re.escape, "یکہھەۃگڤپچ")) + "]")
FORMS = set(PRESENTATION_FORMS)


class Compiler:
    """Collects folded phrases with what they mean, and what is wrong with the files."""

    def __init__(self) -> None:
        self.phrases: dict[str, list[list[Any]]] = defaultdict(list)
        self.problems: list[str] = []
        self.tables: dict[str, list[Any]] = {}
        self.grammar: dict[str, list[str]] = {}
        self.cues: dict[str, Any] = {}
        self.outlet_names: dict[str, int] = {}

    def words(self, form: str, where: str) -> list[str]:
        """The folded words of a form; records look-alike letters as a problem."""
        bad = FOREIGN.search(form) or next((c for c in form if ord(c) in FORMS), None)
        if bad:
            self.problems.append(f"{where}: «{form}» holds a look-alike letter; type it on an Arabic keyboard")
        return re.findall(r"\w+|[^\w\s]", fold_word(form))

    def add(self, form: str, kind: str, ref: Any, info: str = "", where: str = "") -> None:
        words = self.words(form, where)
        if not words:
            self.problems.append(f"{where}: an empty form")
            return
        entry = [kind, ref, info]
        key = " ".join(words)
        if entry not in self.phrases[key]:
            self.phrases[key].append(entry)

    def add_with_article(self, form: str, kind: str, ref: Any, info: str, where: str) -> None:
        """A form, and the same with ال on every word («كوري جنوبي» · «الكوري الجنوبي»)."""
        self.add(form, kind, ref, info, where)
        words = form.split()
        if len(words) > 1:
            self.add(" ".join(w if w.startswith("ال") else "ال" + w for w in words), kind, ref, info + "d", where)
            if not words[-1].startswith("ال"):
                self.add(" ".join([words[0], *("ال" + w for w in words[1:])]), kind, ref, info, where)


def rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [r for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if any(r.values())]


def variants(cell: str | None) -> list[str]:
    return [v.strip() for v in (cell or "").split("|") if v.strip()]


def states(c: Compiler) -> None:
    table, spelled_alike = [], dropped(rows(RESOURCES / "places" / "stop.tsv"))
    for row in rows(RESOURCES / "places" / "countries.tsv"):
        iso, where = row["iso3"], f"countries.tsv:{row['iso3']}"
        number = lambda cell: float(cell) if cell else None  # noqa: E731
        table.append(
            [
                iso,
                row["name_ar"],
                row["name_en"],
                number(row["lat"]),
                number(row["lon"]),
                int(row["geonames"] or 0),
                row["qid"],
                row["capital_ar"],
            ]
        )
        for form in full_names({row["name_ar"], *variants(row["forms_ar"])}, variants(row["demonym_f"])):
            c.add(form, "state", iso, "", where)
        names = spelled_alike | {fold_word(f) for f in [row["name_ar"], *variants(row["forms_ar"])]}
        capital = [row["capital_ar"]] if row["capital_ar"] and fold_word(row["capital_ar"]) not in names else []
        for form in dict.fromkeys([*variants(row["metonyms"]), *capital]):
            c.add(form, "seat", iso, "", where)
        for column in ("demonym_m", "demonym_f", "demonym_pl"):
            for form, info in demonyms(variants(row[column]), column.removeprefix("demonym_")[0]):
                c.add_with_article(form, "nisba", iso, info, where)
    c.tables["states"] = sorted(table)


def places(c: Compiler) -> None:
    table, unsure = [], doubtful(rows(RESOURCES / "places" / "stop.tsv"))
    for row in rows(RESOURCES / "places" / "places.tsv"):
        where = f"places.tsv:{row['name_ar']}"
        at = len(table)
        lat, lon = (round(float(row[k]), 3) if row[k] else None for k in ("lat", "lon"))
        table.append([row["name_ar"], row["name_en"], row["country"], lat, lon, int(row["geonames"] or 0), row["kind"]])
        for form in {row["name_ar"], *variants(row["forms_ar"])}:
            c.add(form, "place", at, "context" if fold_word(form) in unsure else row["kind"], where)
    c.tables["places"] = table


def organisations(c: Compiler) -> None:
    table, ids = [], set[str]()
    for row in rows(RESOURCES / "actors" / "organisations.tsv"):
        where = f"organisations.tsv:{row['id']}"
        at = len(table)
        if row["id"] in ids:
            c.problems.append(f"{where}: the id is used twice; choose another")
        ids.add(row["id"])
        table.append(
            [row["id"], row["name_ar"], row["name_en"], row["country"] or None, row["sector"], row["kind"], row["qid"]]
        )
        for form in {row["name_ar"], *variants(row["forms_ar"])}:
            c.add(form, "org", at, row["kind"], where)
        for form in variants(row["acronyms"]):
            if re.search(r"[\u0600-\u06ff]", form):
                c.add(form, "org", at, row["kind"], where)
    c.tables["organisations"] = table
    outlets(c)
    table = []
    for row in rows(RESOURCES / "actors" / "officials.tsv"):
        where = f"officials.tsv:{row['id']}"
        at = len(table)
        table.append(
            [
                row["id"],
                row["name_ar"],
                row["name_en"],
                row["country"] or None,
                row["office"],
                row["sector"],
                row["valid_from"],
                row["valid_to"],
                row["qid"],
            ]
        )
        forms = {row["name_ar"], *variants(row["forms_ar"])}
        for form in sorted(forms | {f.replace("عبد ال", "عبدال") for f in forms}):
            c.add(form, "official", at, "", where)
    c.tables["officials"] = table


def outlets(c: Compiler) -> None:
    table, outlet_names = [], {}
    for row in rows(RESOURCES / "actors" / "outlets.tsv"):
        where = f"outlets.tsv:{row['id']}"
        at = len(table)
        table.append(
            [row["id"], row["name_ar"], row["name_en"], row["country"] or None, row["kind"], variants(row.get("hosts"))]
        )
        for name in (row["name_en"], *variants(row["dateline_forms"]), *variants(row["weak_ar"])):
            outlet_names.setdefault(" ".join(c.words(name, where)).lower(), at)
        for form in sorted({row["name_ar"], *variants(row["forms_ar"])}):
            c.add(form, "outlet", at, row["kind"], where)
            outlet_names.setdefault(" ".join(c.words(form, where)).lower(), at)
    c.tables["outlets"] = table
    c.outlet_names = dict(sorted(outlet_names.items()))


def offices(c: Compiler) -> None:
    table = []
    grammar = read_yaml(RESOURCES / "ar" / "grammar.yaml").items()
    ministers = {form for section, forms in grammar if section.startswith("minister") for form in forms}
    for row in rows(RESOURCES / "ar" / "offices.tsv"):
        where = f"offices.tsv:{row['office']}"
        if row["office"] == "+counterpart":
            continue
        at = len(table)
        table.append([row["office"], row["sector"], variants(row["takes"].replace(",", "|"))])
        for column, info in (("m", "m"), ("f", "f"), ("dual", "d"), ("plural", "p")):
            for form in variants(row[column]):
                if form in ministers or (
                    row["office"] == "undersecretary" and form.split()[-1] in ministers | {"وزارة"}
                ):
                    continue
                kind = "modifier" if row["office"].startswith("+") else "office"
                c.add(form, kind, at, info, where)
    c.tables["offices"] = table
    for row in rows(RESOURCES / "ar" / "portfolios.tsv"):
        for form in [*variants(row["forms"]), *variants(row.get("construct"))]:
            c.add(form, "portfolio", row["portfolio"], "", f"portfolios.tsv:{row['portfolio']}")
    for row in rows(RESOURCES / "ar" / "honorifics.tsv"):
        for form in variants(row["form"]):
            c.add(form, "honorific", row["sector"], row["kind"], f"honorifics.tsv:{row['form']}")
    for row in rows(RESOURCES / "ar" / "groups.tsv"):
        for form in [f for f in variants(row["forms"]) if fold_word(f) != "ال"]:
            c.add(form, "group", row["sector"], f"{row['number']} {row['kind']}", f"groups.tsv:{row['forms']}")


def cues(c: Compiler) -> None:
    for name in ("status", "attribution", "agreements", "domains", "anaphora"):
        path = RESOURCES / "ar" / f"{name}.yaml"
        if path.exists():
            cue_file(c, name, read_yaml(path))


def cue_file(c: Compiler, name: str, content: Any) -> None:
    """Hook for the word lists that stages read by section."""
    compile_cues = CUES.get(name)
    if compile_cues and content:
        compile_cues(c, content)


def domain_words(c: Compiler, content: Any) -> None:
    """Words that tell political from other text, as cues with their weight."""
    for name, section in content.items():
        if isinstance(section, dict):
            for word in section.get("words") or []:
                c.add(word, "domain", name, str(section["weight"]), f"domains.yaml:{name}")


CUES: dict[str, Any] = {
    "domains": domain_words,
    **{name: partial(compile_one, inflect=verb_forms) for name, compile_one in compile_cues.CUES.items()},
}


def word_lists(c: Compiler) -> None:
    for name, path in (("common", "ar/common-words.txt"), ("ambiguous", "ar/ambiguous-names.txt")):
        file = RESOURCES / path
        lines = file.read_text(encoding="utf-8").split("\n") if file.exists() else []
        c.tables[name] = [
            " ".join(sorted({fold_word(x.strip()) for x in lines if x.strip() and not x.startswith("#")}))
        ]
    grammar = read_yaml(RESOURCES / "ar" / "grammar.yaml")
    reporting = grammar.pop("reporting")
    for line in reporting:
        verb_forms(c, {"verb": line}, "report", line.split("/")[0].strip(), f"grammar.yaml:{line}")
    c.grammar |= {k: sorted({" ".join(c.words(w, f"grammar.yaml:{k}")) for w in v}) for k, v in grammar.items()}
    for section in ("minister_m", "minister_f", "minister_d", "minister_p", "ministry", "ministries"):
        for form in grammar[section]:
            c.add(form, section.split("_")[0], section[-1], section[-1], f"grammar.yaml:{section}")
    for section in ("counterpart_m", "counterpart_f", "counterpart_d", "counterpart_p"):
        for form in grammar[section]:
            c.add(form, "counterpart", section[-1], section[-1], f"grammar.yaml:{section}")
    for line in (RESOURCES / "ar" / "general-verbs.txt").read_text(encoding="utf-8").split("\n"):
        if "/" in line and not line.startswith("#"):
            verb_forms(c, {"verb": line}, "general", line.split("/")[0].strip(), f"general-verbs.txt:{line}")
    parts = rows(RESOURCES / "actors" / "name-parts.tsv")
    c.tables["names"] = [" ".join(sorted({fold_word(r["form"]) for r in parts}))]


def compile_all() -> tuple[bytes, list[str]]:
    c = Compiler()
    for step in (states, places, organisations, offices, triggers, light_verbs, cues, word_lists):
        step(c)
    grammar = {w for words in c.grammar.values() for w in words}
    everyday = set(" ".join(c.tables["common"]).split()) | grammar | time_words(RESOURCES / "ar" / "time")
    extra = rows(RESOURCES / "places" / "places-extra.tsv")
    by_hand = {fold_word(f) for r in extra for f in [r["name_ar"], *variants(r["forms_ar"])]}
    drop_everyday_places(c.phrases, everyday, by_hand)
    heads, seconds = defaultdict[str, set[int]](set), defaultdict[str, set[str]](set)
    for words in (phrase.split(" ") for phrase in c.phrases):
        heads[words[0]].add(len(words))
        seconds[words[0]].update(words[1:2])
    likelihood = {r["sign"]: float(r["weight"]) for r in rows(RESOURCES / "likelihood.tsv")}
    data = {
        "heads": {k: sorted(v, reverse=True) for k, v in sorted(heads.items())},
        "seconds": {k: sorted(v) for k, v in sorted(seconds.items()) if v},
        "phrases": dict(sorted(c.phrases.items())),
        "tables": {
            **c.tables,
            "grammar": c.grammar,
            "cues": c.cues,
            "outlet_names": c.outlet_names,
            "likelihood": likelihood,
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), c.problems


def main() -> int:
    from compile_english import write

    data, problems = compile_all()
    checking = "--check" in sys.argv
    name = OUTPUT.relative_to(ROOT)
    if checking and (not OUTPUT.exists() or OUTPUT.read_bytes() != data):
        problems.append(f"{name} is stale: run `make data` and commit the result")
    elif not checking and not problems:
        OUTPUT.parent.mkdir(parents=True, exist_ok=True)
        OUTPUT.write_bytes(data)
        print(f"{name}: {len(data) / 1e6:.1f} MB")
    elif not checking:
        problems.append(f"{name} is left as it was: mend what is said above and compile again")
    for problem in problems + (write(checking) if not problems or checking else []):
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
