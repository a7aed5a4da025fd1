"""The tools over the real SDK: its client talks to the server, in this process and over standard input."""

import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import TextContent

from waqai.server.mcp import make_server
from waqai.store.database import Database

TEXT = "بحث وزير الخارجية التركي هاكان فيدان مع نظيره السوري أسعد الشيباني في اتصال هاتفي، الجمعة، التعاون"
Ask = Callable[..., Any]


@pytest.fixture
def ask(store: Database) -> Ask:
    def asked(tool: str, **arguments: Any) -> Any:
        async def run() -> Any:
            async with Client(make_server(store)) as client:
                return await client.call_tool(tool, arguments)

        return anyio.run(run)

    return asked


def run(main: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    return anyio.run(main)


def words(result: Any) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_all_tools_only_read(store: Database) -> None:
    async def main() -> Any:
        async with Client(make_server(store)) as client:
            return await client.list_tools()

    tools = run(main).tools
    assert {tool.name for tool in tools} == {
        "read_report",
        "search_events",
        "get_event",
        "pair_summary",
        "find_person",
    }
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.description for tool in tools)


def test_a_report_is_read(ask: Ask) -> None:
    record = ask("read_report", text=TEXT, published="2025-10-17").structured_content
    assert [(e["act"], e["when"]["start"]) for e in record["events"]] == [("call", "2025-10-17")]


def test_events_are_found_and_shown_with_their_words(ask: Ask) -> None:
    found = ask("search_events", states=["tur", "SYR"], words="فيدان").structured_content
    (event,) = found["events"]
    shown = ask("get_event", id=event["id"], reports=1).structured_content
    assert len(shown["reports"]) == 1
    assert shown["reports"][0]["passages"]
    assert shown["event"]["reports"] == 2
    assert ask("search_events", words="طهران").structured_content["events"] == []
    assert [e["act"] for e in ask("search_events", since="2025-10-18").structured_content["events"]] == ["meeting"]
    assert len(ask("search_events", since="2025-10", until="2025").structured_content["events"]) == 2


def test_a_pair_and_a_person(ask: Ask) -> None:
    assert ask("pair_summary", a="TUR", b="SYR").structured_content["acts"] == {"call": 1}
    found = ask("find_person", name="الشيبانى").structured_content
    assert found["person"]["offices"][0]["office"] == "foreign-minister"
    assert ask("find_person", name=found["person"]["id"]).structured_content["person"] == found["person"]
    assert len(found["latest_documents"]) == 3


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("get_event", {"id": "nowhere"}, "is not in the library"),
        ("find_person", {"name": "nobody"}, "is not in the library"),
        ("pair_summary", {"a": "TUR", "b": "tur"}, "is no pair"),
        ("pair_summary", {"a": "Turkey", "b": "SYR"}, "pattern"),
        ("search_events", {"since": "soon"}, "not a date"),
        ("search_events", {"limit": 1_000}, "less than or equal to 50"),
        ("read_report", {"text": ""}, "no text in it"),
    ],
)
def test_what_is_wrong_is_said_to_the_model(ask: Ask, tool: str, arguments: dict[str, Any], said: str) -> None:
    result = ask(tool, **arguments)
    assert result.is_error
    assert said in words(result)


def test_a_text_that_takes_too_long_is_given_up(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.server.reading.SECONDS", 0.0)
    result = ask("read_report", text=TEXT)
    assert result.is_error
    assert "takes too long" in words(result)


def test_the_command_speaks_over_standard_input(store: Database) -> None:
    where = str(Path(store.where))
    command = StdioServerParameters(command=sys.executable, args=["-m", "waqai", "mcp", "--library", where])

    async def main() -> Any:
        async with Client(command) as client:
            return await client.call_tool("search_events", {"states": ["JOR"]})

    assert [e["act"] for e in run(main).structured_content["events"]] == ["meeting"]
