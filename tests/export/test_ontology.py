"""The crosswalk: every type and mode has a code, and what it maps back to is the same type."""

import subprocess
import sys
from pathlib import Path

import pytest

from waqai.errors import BadValue
from waqai.model import Event
from waqai.ontology import code_event, country, from_cameo, load_ontology

CASES = [
    ("CONSULT", None, "meeting", (), "040"),
    ("CONSULT", "phone", "call", (), "041"),
    ("CONSULT", "visit", "visit", (), "042"),
    ("CONSULT", None, "mediation", (), "045"),
    ("SUPPORT", None, "signing", (), "057"),
    ("ACCUSE", None, "summoning", (), "114"),
    ("AGREE", None, "visit", (), "036"),
    ("AID", None, "delivery", ("military",), "072"),
    ("REQUEST", "meet", "appeal", (), "026"),
    ("REQUEST", "meet", "demand", (), "106"),
    ("ASSAULT", "aerial", "strike", (), "195"),
    ("ASSAULT", None, "attack", (), "190"),
]


@pytest.mark.parametrize(("type_", "mode", "act", "contexts", "code"), CASES)
def test_event_to_cameo(type_: str, mode: str | None, act: str, contexts: tuple[str, ...], code: str) -> None:
    assert code_event(Event(id="e", type=type_, mode=mode, act=act, contexts=contexts)).cameo == code


def test_every_type_and_mode_has_scores_with_sources() -> None:
    tables = load_ontology()
    pairs = [(t, None) for t in tables.types] + [tuple(k.split("-", 1)) for k in tables.modes]
    assert len(tables.types) == 16
    for type_, mode in pairs:
        coded = code_event(Event(id="e", type=type_, mode=mode))
        assert coded.intensity_source
        assert coded.goldstein_source
        assert -10 <= coded.goldstein <= 10
        assert 1 <= coded.quad <= 4


def test_codes_are_strings() -> None:
    assert from_cameo("010").root == "01"
    with pytest.raises(BadValue, match="10x: not a CAMEO code"):
        from_cameo("10x")


def test_unknown_type_says_which_there_are() -> None:
    with pytest.raises(BadValue, match="none of ACCUSE, AGREE"):
        code_event(Event(id="e", type="MEET"))


def test_country_codes() -> None:
    assert (country("TUR").fips, country("TUR").cow) == ("TU", "640")
    assert (country("PSE").fips, country("PSE").cow) == ("WE", "")
    assert country("ROU").cameo == "ROM"
    assert country(None).fips == ""


def test_compiled_ontology_is_fresh() -> None:
    tool = Path(__file__).parents[2] / "tools" / "compile_ontology.py"
    assert subprocess.run([sys.executable, str(tool), "--check"], check=False).returncode == 0
