"""What models send, read: fences, talk, commas too many, lists without a name, cut ends."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.llm.answer import Act, Mode, Status, Type, decode, schema
from waqai.ontology import load_ontology

EVENT: dict[str, Any] = {
    "trigger": "التقى",
    "type": "CONSULT",
    "mode": None,
    "act": "meeting",
    "status": "happened",
    "actors": [{"words": "فيدان", "kind": "person"}],
    "recipients": [],
    "when": "الأحد",
    "where": None,
    "sources": [],
    "topics": [],
}
WHOLE = json.dumps({"events": [EVENT]}, ensure_ascii=False)
TWO = json.dumps({"events": [EVENT, {**EVENT, "trigger": "زار"}]}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("sent", "triggers", "refused"),
    [
        (WHOLE, ["التقى"], 0),
        (f"```json\n{WHOLE}\n```", ["التقى"], 0),
        (f"Sure! {WHOLE} Anything else?", ["التقى"], 0),
        (f'<think>maybe {{"events": []}}</think>{WHOLE}', ["التقى"], 0),
        (json.dumps([EVENT]), ["التقى"], 0),
        (json.dumps(EVENT), ["التقى"], 0),
        (json.dumps({"list": [EVENT]}), ["التقى"], 0),
        (WHOLE.replace("]}", "],}"), ["التقى"], 0),
        (TWO[:-30], ["التقى", "زار"], 0),
        (TWO[: TWO.index("زار")], ["التقى"], 0),
        (json.dumps({"events": [{"trigger": "زار", "type": "consult"}]}), ["زار"], 0),
        (json.dumps({"events": [{"trigger": "زار", "type": "CONSULT", "actors": ["فيدان"]}]}), ["زار"], 0),
        (json.dumps({"events": [{**EVENT, "type": "FOOTBALL"}, EVENT]}), ["التقى"], 1),
        (json.dumps({"events": ["التقى", 3, None]}), [], 3),
        (json.dumps({"events": [{**EVENT, "mode": ["visit"], "act": "hug"}]}), ["التقى"], 0),
        ('{"events": []}', [], 0),
    ],
)
def test_events_of_an_answer(sent: str, triggers: list[str], refused: int) -> None:
    decoded = decode(sent)
    assert decoded is not None
    assert [event.trigger for event in decoded.events] == triggers
    assert decoded.refused == refused


@pytest.mark.parametrize("sent", ["", "لا أحداث", "{", '{"events": 3}', "{'events': []}", "null"])
def test_no_answer(sent: str) -> None:
    assert decode(sent) is None


@given(st.text(alphabet='{}[]",:\\ abtrue', max_size=60) | st.text(max_size=40))
def test_nothing_sent_breaks_the_reading(sent: str) -> None:
    decode(sent)


def test_schema_is_one_a_strict_service_takes() -> None:
    """Every object closed, every key required, as the strict mode of `json_schema` demands."""
    whole = schema()
    assert whole["type"] == "object"
    for part in (whole, *whole["$defs"].values()):
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])


def test_words_of_the_schema_are_those_of_the_record() -> None:
    labels = load_ontology().labels
    assert set(get_args(Type)) == set(labels["type"])
    assert set(get_args(Act)) == set(labels["act"])
    assert set(get_args(Status)) == set(labels["status"])
    assert set(get_args(Mode)) == {key.partition("-")[2] for key in labels["mode"]}
