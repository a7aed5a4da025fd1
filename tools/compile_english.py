"""What places, bodies and ministries are called in English, compiled into `src/waqai/data/english.json`.

`tools/compile_resources.py` calls this: the names stand in the same rows as the Arabic forms.
"""

import json

from compile_resources import RESOURCES, ROOT, rows, variants
from waqai.text.fold import fold_word

OUTPUT = ROOT / "src" / "waqai" / "data" / "english.json"


def compiled() -> bytes:
    """English names by folded form; where several share a form, the first, as lists put the known ones first."""
    places: dict[str, dict[str, str]] = {}
    for row in rows(RESOURCES / "places" / "places.tsv"):
        for form in dict.fromkeys([row["name_ar"], *variants(row["forms_ar"])]):
            places.setdefault(folded(form), {}).setdefault(row["country"], row["name_en"])
    bodies: dict[str, str] = {}
    for name in ("organisations", "outlets"):
        for row in rows(RESOURCES / "actors" / f"{name}.tsv"):
            for form in dict.fromkeys([row["name_ar"], *variants(row["forms_ar"])]):
                bodies.setdefault(folded(form), row["name_en"])
    labels = {row["office"]: row["label_en"] for row in rows(RESOURCES / "ontology" / "offices.tsv")}
    ministries: dict[str, str] = {}
    for row in rows(RESOURCES / "ar" / "portfolios.tsv"):
        plain = f"{row['portfolio'].replace('-', ' ').capitalize()} minister"
        label = labels.get(f"{row['portfolio']}-minister", plain)
        for form in variants(row["forms"]):
            ministries.setdefault(folded(form), f"{label.removesuffix('minister')}ministry")
    data = {"places": places, "bodies": bodies, "ministries": ministries}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def folded(form: str) -> str:
    return " ".join(fold_word(form).split())


def write(check: bool) -> list[str]:
    """Write the file, or say that it is stale."""
    data = compiled()
    if not check:
        OUTPUT.write_bytes(data)
    elif not OUTPUT.exists() or OUTPUT.read_bytes() != data:
        return [f"{OUTPUT.relative_to(ROOT)} is stale: run `make data`"]
    return []
