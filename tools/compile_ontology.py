"""Compile `resources/ontology/` into `src/waqai/data/ontology.json`, what crosswalks and exports load.

python tools/compile_ontology.py          write it
python tools/compile_ontology.py --check  fail when it is stale, or a table contradicts another
"""

import json
import sys
from pathlib import Path

from compile_resources import rows

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "resources" / "ontology"
COUNTRIES = ROOT / "resources" / "places" / "countries.tsv"
OUTPUT = ROOT / "src" / "waqai" / "data" / "ontology.json"
LABELS = {
    "act": "acts",
    "context": "contexts",
    "sector": "sectors",
    "office": "offices",
    "kind": "source-kinds",
    "status": "statuses",
    "month": "months",
    "weekday": "weekdays",
}


def labels() -> dict[str, dict[str, list[str]]]:
    out = {
        key: {r[key]: [r["label_en"], r["label_ar"]] for r in rows(ONTOLOGY / f"{f}.tsv")} for key, f in LABELS.items()
    }
    out["type"] = {r["type"]: [r["label_en"], r["label_ar"]] for r in rows(ONTOLOGY / "types.tsv")}
    out["mode"] = {f"{r['type']}-{r['mode']}": [r["label_en"], r["label_ar"]] for r in rows(ONTOLOGY / "modes.tsv")}
    out["country"] = {r["iso3"]: [r["name_en"], r["name_ar"]] for r in rows(COUNTRIES)}
    return out


def compiled() -> dict[str, object]:
    codes = {r["iso3"]: r for r in rows(ONTOLOGY / "country-codes.tsv")}
    return {
        "labels": labels(),
        "types": {
            r["type"]: {"quad": int(r["quad"]), "score": float(r["score"]), "cameo": r["cameo"], "source": r["source"]}
            for r in rows(ONTOLOGY / "types.tsv")
        },
        "modes": {
            f"{r['type']}-{r['mode']}": {"score": float(r["score"]), "cameo": r["cameo"], "source": r["source"]}
            for r in rows(ONTOLOGY / "modes.tsv")
        },
        "cameo": {
            r["cameo"]: {
                "label": r["label_en"],
                "root": r["root"],
                "quad": int(r["quad"]),
                "goldstein": float(r["goldstein"]),
                "type": r["type"] or None,
                "mode": r["mode"] or None,
                "contexts": r["contexts"].split(),
                "note": r["note"],
                "source": r["source"],
            }
            for r in rows(ONTOLOGY / "cameo.tsv")
        },
        "acts": [
            [r["type"], r["mode"], r["act"], r["context"], r["cameo"], r["why"]]
            for r in rows(ONTOLOGY / "cameo-acts.tsv")
        ],
        "countries": {
            r["iso3"]: {
                "iso2": r["iso2"],
                "qid": r["qid"],
                "lat": float(r["lat"]) if r["lat"] else None,
                "lon": float(r["lon"]) if r["lon"] else None,
                **{k: codes[r["iso3"]][k] if r["iso3"] in codes else "" for k in ("fips", "cow", "cameo")},
            }
            for r in rows(COUNTRIES)
        },
    }


def problems(data: dict) -> list[str]:  # type: ignore[type-arg]
    known, out = data["cameo"], []
    for where in ("types", "modes"):
        out += [
            f"{where}: {k} points to CAMEO {v['cameo']}, which is not in cameo.tsv"
            for k, v in data[where].items()
            if v["cameo"] not in known
        ]
    for type_, mode, act, context, code, _ in data["acts"]:
        if code not in known:
            out.append(f"cameo-acts.tsv: CAMEO {code} is not in cameo.tsv")
        for kind, value in (
            ("type", type_),
            ("act", act),
            ("context", context),
            ("mode", f"{type_}-{mode}" if mode else ""),
        ):
            if value and value not in data["labels"][kind]:
                out.append(f"cameo-acts.tsv: {kind} {value} is not known")
    return out


def main() -> int:
    data = compiled()
    found = problems(data)
    for problem in found:
        print(problem, file=sys.stderr)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    if found:
        return 1
    if "--check" in sys.argv:
        if not OUTPUT.exists() or OUTPUT.read_text(encoding="utf-8") != text:
            print(f"{OUTPUT.relative_to(ROOT)} is stale: run python tools/compile_ontology.py", file=sys.stderr)
            return 1
        return 0
    OUTPUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
