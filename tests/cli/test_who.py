"""`waqai who` writes names as the exports do."""

import json

import pytest
from tests.cli.conftest import Run

TEXT = "بحث وزير الخارجية التركي هاكان فيدان مع وزارة الدفاع السورية في دمشق. وعاد إلى أنقرة."


@pytest.fixture
def said(waqai: Run):  # type: ignore[no-untyped-def]
    return lambda form: waqai("who", "-", "--format", form, "--published", "2025-10-17", stdin=TEXT).stdout


def test_json(said) -> None:  # type: ignore[no-untyped-def]
    value = json.loads(said("json"))
    assert {"هاكان فيدان"} <= {entity["name"] for entity in value["entities"]}
    assert value["tenures"][0]["office"] == "foreign-minister"


def test_conll_calls_an_organisation_by_its_name(said) -> None:  # type: ignore[no-untyped-def]
    rows = said("conll").splitlines()
    assert "فيدان _ _ I-PER" in rows
    assert "وزارة _ _ B-ORG" in rows
    assert rows.count("") == 3, "an empty row after the head and after each sentence"


def test_brat_and_webanno(said) -> None:  # type: ignore[no-untyped-def]
    rows = said("brat").splitlines()
    assert any(row.startswith("T") and "\tPerson " in row and "هاكان فيدان" in row for row in rows)
    assert any(row.startswith("T") and "\tOrganization " in row for row in rows)
    rows = said("webanno").splitlines()
    assert rows[0] == "#FORMAT=WebAnno TSV 3.3"
    assert any("\tفيدان\t" in row and "\tPER[" in row for row in rows)
