"""Compile the tables of Latin spellings into `src/waqai/data/latin.json`.

python tools/compile_latin.py          write it
python tools/compile_latin.py --check  fail when it is stale, or an entry contradicts another
"""

import json
import sys

from compile_resources import RESOURCES, ROOT, rows

OUTPUT = ROOT / "src" / "waqai" / "data" / "latin.json"
REGIONS = ("eastern", "western", "iranian")


def compiled() -> tuple[bytes, list[str]]:
    parts: dict[str, list[str]] = {}
    problems = []
    for name in ("name-latin", "name-latin-extra"):
        seen = set()
        for row in rows(RESOURCES / "actors" / f"{name}.tsv"):
            if row["form"] in seen:
                problems.append(f"{name}.tsv: «{row['form']}» stands twice: keep one")
            if not any(row[region] for region in REGIONS):
                problems.append(f"{name}.tsv: «{row['form']}» has no spelling: fill one of {', '.join(REGIONS)}")
            seen.add(row["form"])
            parts[row["form"]] = [row[region] for region in REGIONS]
    letters = rows(RESOURCES / "ar" / "latin-letters.tsv")
    data = {
        "parts": parts,
        "consonants": {r["letter"]: r["sound"] for r in letters if r["kind"] == "consonant"},
        "vowels": {r["letter"]: r["sound"] for r in letters if r["kind"] == "vowel"},
        "glides": {r["letter"]: r["glide"] for r in letters if r["glide"]},
        "initials": {r["letter"]: r["sound"] for r in letters if r["kind"] == "initial"},
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(), problems


def main() -> int:
    data, problems = compiled()
    if "--check" not in sys.argv:
        OUTPUT.write_bytes(data)
        print(f"{OUTPUT.relative_to(ROOT)}: {len(data) / 1e6:.1f} MB")
    elif not OUTPUT.exists() or OUTPUT.read_bytes() != data:
        problems.append(f"{OUTPUT.relative_to(ROOT)} is stale: run `make data`")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
