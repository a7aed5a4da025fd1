"""`waqai read`: its outputs, and that they never change."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import waqai as package
from waqai.reader import encode_record

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = Path(__file__).parents[2] / "examples" / "ankara-call.txt"
TEXT = "التقى وزير الخارجية التركي هاكان فيدان نظيره السوري أسعد الشيباني في أنقرة الأحد الماضي."


def lines(count: int) -> str:
    return "".join(
        json.dumps({"id": f"n{n}", "text": TEXT, "published": "2025-10-17"}, ensure_ascii=False) + "\n"
        for n in range(count)
    )


def test_version(waqai: Run) -> None:
    assert waqai("--version").stdout == f"waqai {package.__version__}\n"


def test_cards_are_plain_when_piped(waqai: Run) -> None:
    done = waqai("read", "--published", "2025-10-17", str(EXAMPLE))
    assert done.returncode == 0
    assert "phone call" in done.stdout
    assert not set(done.stdout) & {"\x1b", "\u2068", "\u2069"}


def test_color_can_be_asked_for(waqai: Run) -> None:
    assert "\x1b[" in waqai("read", "--color", "--published", "2025-10-17", str(EXAMPLE)).stdout
    assert "\x1b[" not in waqai("read", "--no-color", "--published", "2025-10-17", str(EXAMPLE)).stdout


def test_labels_in_arabic(waqai: Run) -> None:
    done = waqai("read", "--lang", "ar", "--published", "2025-10-17", str(EXAMPLE))
    assert "اتصال هاتفي" in done.stdout
    assert "نُشر في 2025-10-17" in done.stdout


def test_explanations_are_in_arabic_when_asked(waqai: Run) -> None:
    done = waqai("explain", "--lang", "ar", "--event", "1", "--published", "2025-10-17", str(EXAMPLE))
    assert "النوع (type): تشاور (CONSULT)" in done.stdout
    assert "السبب    تدل عليه الكلمة التي تروي الحدث" in done.stdout
    assert "يوم النشر نفسه، الجمعة 17 أكتوبر 2025" in done.stdout
    assert "الأطراف 1، المنصب (actors[0].office)" in done.stdout


def test_json_is_one_object_for_one_document(waqai: Run) -> None:
    record = json.loads(
        waqai("read", "--json", "--published", "2025-10-17", "--outlet", "الأناضول", str(EXAMPLE)).stdout
    )
    assert list(record) == ["document", "schema", "entities", "tenures", "events", "agreements"]
    assert record["document"]["outlet"] == "الأناضول"
    assert "trace" not in record["events"][0]


def test_json_keeps_the_trace_when_asked(waqai: Run) -> None:
    record = json.loads(waqai("read", "--json", "--trace", "--published", "2025-10-17", str(EXAMPLE)).stdout)
    assert record["events"][0]["trace"]


def test_json_is_an_array_for_many_documents(waqai: Run) -> None:
    assert [r["document"]["id"] for r in json.loads(waqai("read", "--json", stdin=lines(3)).stdout)] == [
        "n0",
        "n1",
        "n2",
    ]


def test_json_of_documents_that_all_fail_is_still_json(waqai: Run) -> None:
    assert json.loads(waqai("read", "--json", "a.txt", "b.txt").stdout) == []
    assert waqai("read", "--json", "a.txt").stdout == ""


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_jsonl_is_a_line_a_document_in_order(waqai: Run, jobs: str) -> None:
    done = waqai("read", "--jsonl", "--jobs", jobs, stdin=lines(40))
    assert [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()] == [f"n{n}" for n in range(40)]
    assert done.stderr == ""


def test_output_goes_to_a_file(waqai: Run, tmp_path: Path) -> None:
    done = waqai("read", "--jsonl", "-o", "out.jsonl", stdin=lines(2))
    assert done.stdout == ""
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_the_same_note_is_said_three_times_then_counted(waqai: Run) -> None:
    done = waqai("read", "--jsonl", stdin=lines(8).replace(', "published": "2025-10-17"', ""))
    said = done.stderr.splitlines()
    assert len(said) == 4
    assert said[3].startswith("waqai: 5 more: no publication date")


def test_a_pipe_that_closes_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(lines(300), encoding="utf-8")
    script = "set -o pipefail; python -m waqai read --jsonl many.jsonl | head -n 1 >/dev/null"
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    assert done.stderr == b""


def test_same_input_gives_same_bytes_in_every_process(waqai: Run) -> None:
    args = ("read", "--jsonl", "--trace", "--published", "2025-10-17", str(EXAMPLE), str(EXAMPLE))
    outputs = {waqai(*args, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "424242")}
    assert len(outputs) == 1
    first, second = outputs.pop().splitlines()
    assert first == second


def test_python_and_command_line_give_the_same_record(waqai: Run) -> None:
    record = package.read(EXAMPLE.read_text(encoding="utf-8"), published="2025-10-17")
    assert (
        encode_record(record).decode() + "\n"
        == waqai("read", "--jsonl", "--published", "2025-10-17", str(EXAMPLE)).stdout
    )


def test_every_span_of_the_example_says_its_words() -> None:
    record = package.read(EXAMPLE.read_text(encoding="utf-8"), published="2025-10-17")
    text = record.document.text
    spoken = [
        thing
        for event in record.events
        for thing in (event.when, event.where, *event.actors, *event.recipients, *event.topics, *event.sources)
        if thing is not None and thing.text is not None and thing.span is not None
    ]
    assert spoken
    for thing in spoken:
        assert thing.span is not None
        assert text[thing.span[0] : thing.span[1]] == thing.text


def test_the_shell_completes_commands(waqai: Run) -> None:
    env = {**os.environ, "_WAQAI_COMPLETE": "complete_bash", "COMP_WORDS": "waqai re", "COMP_CWORD": "1"}
    done = subprocess.run(
        [str(Path(sys.executable).parent / "waqai")],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["read"]
