"""The trigger files: well-formed, in the words of RECORD.md, wide enough, and their examples run."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from waqai.text.fold import PRESENTATION_FORMS

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("waqai_tools_check_examples", ROOT / "tools" / "check_examples.py")
assert _spec is not None
assert _spec.loader is not None
checker = importlib.util.module_from_spec(_spec)
sys.modules["waqai_tools_check_examples"] = checker
_spec.loader.exec_module(checker)

ENTRIES: list[tuple[str, dict[str, Any]]] = list(checker.entries())


def words(text: str) -> set[str]:
    return set(text.split())


MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
    "aerial drone heavy-weapons crowd-control unconventional",
}
TYPES = {*MODES, "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"}
ACTS = words(
    """
    call meeting visit talks summit conference mediation exchange-of-messages credentials signing ratification
    accession appointment recall summoning recognition opening statement-of-support condolence congratulation
    condemnation accusation appeal demand refusal warning pledge delivery exercise deployment sanction expulsion
    arrest release withdrawal ceasefire strike clash attack seizure-of-control protest election resignation other
    """
)
CONTEXTS = words(
    """
    military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic
    legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity
    inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment
    technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking
    """
)
STATUSES = {"happened", "ongoing", "planned", "proposed", "conditional", "denied"}
KEYS = words(
    """
    id verb passive noun participle phrase skip object prep not type mode act contexts status actor recipient idafa dest
    strength source examples
    """
)
LOOK_ALIKES = re.compile("[یکہھەۃگڤپچ]")


def ids(pair: tuple[str, dict[str, Any]]) -> str:
    return str(pair[1]["id"])


def test_ids_are_unique_and_plain() -> None:
    counted = Counter(e["id"] for _, e in ENTRIES)
    assert [i for i, n in counted.items() if n > 1] == []
    assert [i for i in counted if not re.fullmatch(r"[a-z]+\.[a-z0-9-]+", i)] == []


def test_there_are_enough_entries() -> None:
    per_type = Counter(e["type"] for _, e in ENTRIES)
    assert len(ENTRIES) >= 1200
    assert {t: per_type[t] for t in TYPES if per_type[t] < 40} == {}


@pytest.mark.parametrize("file", sorted({f for f, _ in ENTRIES}))
def test_entries_speak_the_words_of_the_record(file: str) -> None:
    wrong = []
    for _, e in (pair for pair in ENTRIES if pair[0] == file):
        slots = {*e.get("actor", []), *e.get("recipient", []), *e.get("dest", [])}
        checks = {
            "key": set(e) <= KEYS,
            "file": e["id"].split(".")[0] == file and e["type"] == file.upper(),
            "trigger": any(e.get(k) for k in ("verb", "noun", "participle", "phrase")),
            "mode": e.get("mode") is None or e["mode"] in MODES.get(e["type"], "").split(),
            "act": e.get("act", "other") in ACTS,
            "contexts": set(e.get("contexts") or []) <= CONTEXTS,
            "status": e.get("status") is None or e["status"] in STATUSES,
            "idafa": e.get("idafa") in (None, "subj", "obj", "both"),
            "strength": e.get("strength") in ("strong", "weak"),
            "slots": all(s in ("subj", "obj", "adj", "by", "between") or re.fullmatch("[ء-ي ]+", s) for s in slots),
            "source": e.get("source") == "waqai",
            "examples": any(not x.get("none") for x in e.get("examples", [])),
        }
        wrong += [f"{e['id']}: {name}" for name, ok in checks.items() if not ok]
    assert wrong == []


def test_no_look_alike_letters() -> None:
    for path in (ROOT / "resources" / "ar" / "triggers").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert LOOK_ALIKES.findall(text) == [], path.name
        assert [c for c in text if ord(c) in PRESENTATION_FORMS] == [], path.name


def test_examples_run_above_the_floors() -> None:
    floors = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
    outcomes = checker.run()
    rates = checker.rates(outcomes)
    assert set(floors) == set(rates)
    assert {m: v for m, v in rates.items() if v < floors[m]} == {}


def test_an_example_that_cannot_be_read_fails() -> None:
    entry = {"id": "consult.zara", "type": "CONSULT", "examples": []}
    silent = checker.check("consult", entry, {"text": "الطقس جميل اليوم", "actor": ["EGY"]}, 0)
    assert silent.passed == {"fires": False}
    wrong = checker.check("consult", entry, {"text": "زار الرئيس المصري باريس", "actor": ["TUR"]}, 0)
    assert wrong.passed["fires"]
    assert not wrong.passed["actor"]
    fires = checker.check("consult", entry, {"text": "زار الرئيس المصري باريس", "none": True}, 0)
    assert fires.passed == {"none": False}
