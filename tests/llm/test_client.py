"""The endpoint asked by the real SDK over HTTP: weaker forms, retries, time limits, one line for each failure."""

import time
from typing import Any

import pytest

from waqai.errors import BadValue
from waqai.llm import LlmError, LlmOptions
from waqai.llm.client import Client
from waqai.llm.prompt import messages
from waqai.llm.reader import check_endpoint

QUESTION = messages("التقى فيدان الشيباني.", "2025-10-17")


def client(service: Any, **more: Any) -> Client:
    return Client(LlmOptions(endpoint=service.endpoint, model="small", **more))


def test_asks_by_schema_and_counts(service: Any) -> None:
    service.play("doors")
    decoded, usage = client(service).ask(QUESTION)
    assert [event.type for event in decoded.events] == ["CONSULT", "SANCTION", "ASSAULT"]
    assert (usage.requests, usage.tokens_in, usage.tokens_out) == (1, 1900, 310)
    assert usage.seconds > 0
    [asked] = service.asked
    assert asked["response_format"]["type"] == "json_schema"
    assert (asked["model"], asked["temperature"]) == ("small", 0)


def test_weaker_forms_are_asked_for_and_remembered(service: Any) -> None:
    service.play("no-schema")
    asker = client(service)
    decoded, _ = asker.ask(QUESTION)
    assert [event.act for event in decoded.events] == ["meeting"]
    asker.ask(QUESTION)
    forms = [asked.get("response_format", {}).get("type") for asked in service.asked]
    assert forms == ["json_schema", "json_object", None, None]


def test_settings_that_are_refused_are_left_out(service: Any) -> None:
    service.play("picky")
    asker = client(service)
    decoded, _ = asker.ask(QUESTION)
    assert len(decoded.events) == 1
    last = service.asked[-1]
    assert "max_tokens" not in last
    assert "temperature" not in last
    assert last["max_completion_tokens"] == 4096
    assert last["response_format"]["type"] == "json_schema"


def test_what_fails_in_passing_is_sent_again(service: Any) -> None:
    service.play("busy")
    decoded, usage = client(service, retries=2).ask(QUESTION)
    assert len(decoded.events) == 1
    assert (len(service.asked), usage.requests) == (3, 1)


def test_an_answer_cut_off_keeps_its_whole_events(service: Any) -> None:
    service.play("cut")
    decoded, _ = client(service).ask(QUESTION)
    assert [event.type for event in decoded.events] == ["CONSULT"]


@pytest.mark.parametrize(
    ("play", "said"),
    [
        ("talk", "small answered 3 times without JSON: choose another model"),
        ("refused-key", "refuses the key: set WAQAI_LLM_KEY"),
        ("slow", "gave no answer in 1 s: give --timeout, or a smaller model"),
    ],
)
def test_failures_are_one_line(service: Any, play: str, said: str) -> None:
    service.play(play)
    with pytest.raises(LlmError, match=said):
        client(service, timeout=1, retries=0).ask(QUESTION)


def test_a_failure_tells_what_it_cost(service: Any) -> None:
    service.play("talk")
    with pytest.raises(LlmError) as failed:
        client(service).ask(QUESTION)
    assert (failed.value.usage.requests, failed.value.usage.tokens_out) == (3, 930)


def test_nobody_there_is_said_at_once() -> None:
    pytest.importorskip("openai")
    start = time.monotonic()
    with pytest.raises(LlmError, match=r"http://127.0.0.1:1/v1 cannot be reached: start the service"):
        check_endpoint(LlmOptions(endpoint="http://127.0.0.1:1/v1", model="small", retries=0))
    assert time.monotonic() - start < 30


def test_another_models_name_is_said_before_a_run(service: Any) -> None:
    with pytest.raises(LlmError, match="has no model «large»: it offers small"):
        check_endpoint(LlmOptions(endpoint=service.endpoint, model="large"))
    service.models = ["small:latest"]
    check_endpoint(LlmOptions(endpoint=service.endpoint, model="small"))


def test_an_address_that_cannot_be_one() -> None:
    pytest.importorskip("openai")
    with pytest.raises(BadValue, match="«localhost:11434» is no address"):
        Client(LlmOptions(endpoint="localhost:11434", model="small"))


def test_the_key_comes_from_the_environment(service: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAQAI_LLM_KEY", "k-123")
    client(service).models()
    assert service.keys == ["Bearer k-123"]
