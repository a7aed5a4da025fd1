"""Records made from recorded answers: what is in the text is kept, what is not is dropped, a failure stops nothing."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from waqai.llm import LlmOptions
from waqai.llm.answer import Told
from waqai.llm.claims import ClaimReader
from waqai.llm.reader import PIECE, pieces
from waqai.model import Document, Record
from waqai.pipeline.acquire import Acquired
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.ground import ground
from waqai.pipeline.link import link
from waqai.reader import Reader, Result

TEXT = (
    "أنقرة - التقى وزير الخارجية التركي هاكان فيدان نظيره السوري أسعد الشيباني الأحد الماضي. ووضعت لاتفيا حقائب "
    "الدبلوماسيين الروس على الرصيف يوم الاثنين في ريغا، بحسب مصادر في الخارجية اللاتفية."
)
DOCUMENT = Document(id="x", text=TEXT, published="2025-10-17", language="ar")


def read(service: Any, *, merge: bool, documents: tuple[Document, ...] = (DOCUMENT,), **more: Any) -> list[Result]:
    options = LlmOptions(endpoint=service.endpoint, model="small", merge=merge, **more)
    return list(Reader(llm=options).read_all(Acquired(d.id, d) for d in documents))


def record(result: Result) -> Record:
    assert result.record is not None, result.error
    return result.record


def test_the_model_alone(service: Any) -> None:
    service.play("doors")
    [result] = read(service, merge=False)
    meeting, doors = record(result).events
    assert (meeting.act, [p.office for p in meeting.actors]) == ("meeting", ["foreign-minister"] * 2)
    assert (doors.type, doors.mode, doors.act) == ("SANCTION", "expel", "expulsion")
    assert [p.country for p in doors.actors] == ["LVA"]
    assert [p.country for p in doors.recipients] == ["RUS"]
    assert doors.when is not None
    assert doors.when.start == "2025-10-13"
    assert doors.where is not None
    assert (doors.where.name, doors.where.country) == ("ريغا", "LVA")
    assert [(s.text, s.kind) for s in doors.sources] == [("مصادر في الخارجية اللاتفية", "unnamed-official")]


def test_what_is_not_in_the_text_is_dropped_and_counted(service: Any) -> None:
    service.play("doors")
    [result] = read(service, merge=False)
    names = [p.name for e in record(result).events for p in (*e.actors, *e.recipients)]
    assert "سيرغي لافروف" not in names
    assert record(result).events[0].where is None  # «دمشق» is not in the text
    assert "ASSAULT" not in [e.type for e in record(result).events]
    assert result.usage is not None
    assert (result.usage.kept, result.usage.dropped, result.usage.refused) == (10, 3, 1)


def test_a_real_answer_that_copies_the_example_leaves_nothing(service: Any) -> None:
    service.play("copied")
    [result] = read(service, merge=False)
    assert record(result).events == ()
    assert result.usage is not None
    assert (result.usage.kept, result.usage.refused) == (0, 1)


def test_values_are_traced_to_the_model(service: Any) -> None:
    service.play("doors")
    [result] = read(service, merge=True)
    rules, model = record(result).events
    assert rules.trace[0].rule.startswith("triggers:")
    assert model.trace[0].rule == "llm:small"
    assert model.confidence < rules.confidence


def test_merged_with_the_rules(service: Any) -> None:
    """The rules know the meeting, the model adds what they cannot read; neither is there twice."""
    service.play("doors")
    by_rules = Reader().read(DOCUMENT)
    [result] = read(service, merge=True)
    assert [e.act for e in record(result).events] == ["meeting", "expulsion"]
    assert record(result).events[0] == by_rules.events[0]


def test_one_bad_answer_stops_nothing(service: Any) -> None:
    service.say("no JSON", "no JSON", "no JSON", '{"events": []}')
    first, second = read(service, merge=False, documents=(DOCUMENT, Document(id="y", text=TEXT, language="ar")))
    assert first.record is None
    assert first.error == "small answered 3 times without JSON: choose another model"
    assert first.usage is not None
    assert first.usage.tokens_out == 30
    assert record(second).events == ()


def test_the_rules_stand_in_for_a_model_that_fails(service: Any) -> None:
    service.play("slow")
    [result] = read(service, merge=True, timeout=1, retries=0)
    assert record(result) == Reader().read(DOCUMENT)
    assert result.usage is not None
    assert result.usage.note is not None
    assert result.usage.note.startswith("read by rules alone: ")


def test_a_long_document_is_asked_about_in_pieces_that_lose_nothing() -> None:
    text = " ".join(f"التقى الوزير نظيره رقم {n} في أنقرة." for n in range(600))
    cut = pieces(analyze(Document(id="x", text=text, language="ar")))
    assert len(cut) > 1
    assert all(len(piece) <= PIECE for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_a_book_is_not_asked_about(service: Any) -> None:
    service.say('{"events": []}')
    book = Document(id="x", text="التقى الوزير نظيره في أنقرة. " * 5000, language="ar")
    [result] = read(service, merge=False, documents=(book,))
    assert result.error is not None
    assert "are too many for a language model: split the text" in result.error
    assert service.asked == []


QUOTE = st.integers(0, len(TEXT)).flatmap(lambda i: st.integers(i, len(TEXT)).map(lambda j: TEXT[i:j])) | st.text(
    max_size=20
)
PARTIES = st.lists(
    st.fixed_dictionaries({"words": QUOTE, "kind": st.sampled_from(["person", "state", "organisation", "group"])}),
    max_size=3,
)
EVENTS = st.fixed_dictionaries(
    {
        "trigger": QUOTE,
        "type": st.sampled_from(["CONSULT", "ASSAULT", "AGREE", "ACCUSE"]),
        "mode": st.sampled_from([None, "visit", "aerial"]),
        "act": st.sampled_from(["meeting", "attack", "other"]),
        "status": st.sampled_from(["happened", "planned", "denied"]),
        "actors": PARTIES,
        "recipients": PARTIES,
        "when": st.none() | QUOTE,
        "where": st.none() | QUOTE,
        "sources": st.lists(st.fixed_dictionaries({"words": QUOTE, "kind": st.just("reporter")}), max_size=2),
        "topics": st.lists(QUOTE, max_size=2),
    }
)


@given(st.lists(EVENTS, max_size=3))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_claimed_every_word_of_the_record_is_in_the_text(claims: list[dict[str, Any]]) -> None:
    rules = extract(detect(analyze(DOCUMENT)))
    claimed = ClaimReader(rules.detected, rules.attributions, "m").read(
        msgspec.convert(tuple(claims), tuple[Told, ...])
    )
    made = link(ground(replace(rules, detected=claimed.detected, frames=claimed.frames)))
    for event in made.events:
        parts = [*event.actors, *event.recipients, *event.topics, *event.sources]
        parts += [part for part in (event.when, event.where) if part is not None]
        for part in parts:
            if part.span is not None:
                words = " ".join(TEXT[slice(*part.span)].split())
                assert part.text is None or words == " ".join(part.text.split())


def run(*args: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "waqai", "read", *args]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def test_the_command_line_reports_the_cost(service: Any, tmp_path: Path) -> None:
    service.play("doors")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("a.txt", "--reader", "both", "--endpoint", service.endpoint, "--model", "small", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "expulsion" in done.stdout
    [line] = [line for line in done.stderr.splitlines() if line.startswith("waqai: llm: ")]
    assert "1 documents, 1 answers, 1900 tokens in, 310 out" in line
    assert "quotations found 10, dropped 3; events refused 1" in line


def test_several_processes_ask_and_the_cost_is_summed(service: Any, tmp_path: Path) -> None:
    service.play("doors")
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    asked = ("--reader", "llm", "--endpoint", service.endpoint, "--model", "small", "--jobs", "2", "--jsonl")
    done = run("a.txt", "b.txt", "c.txt", *asked, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3
    assert "3 documents, 3 answers, 5700 tokens in, 930 out" in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--reader", "gpt"), "--reader «gpt» is not known: choose rules, llm or both"),
        (("--reader", "llm"), "--reader llm asks a language model: give --endpoint and --model"),
        (("--model", "small"), "--endpoint and --model are for --reader llm or both: give that too"),
    ],
)
def test_options_that_do_not_fit_together(args: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("a.txt", *args, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"waqai: {said}\n"
