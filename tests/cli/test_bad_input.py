"""Bad input through the real command line: one clear line each, and the other documents are still read."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
GOOD = "التقى وزير الخارجية التركي هاكان فيدان نظيره السوري أسعد الشيباني في أنقرة الأحد الماضي."
PAGE = "<html><head><title>صفحة</title></head><body><script>var a = 1;</script></body></html>"


def bad_files(folder: Path) -> list[tuple[str, str]]:
    """Files that cannot be read, with the start of the line that says so."""
    contents = {
        "empty.txt": (b"", "the file is empty"),
        "blank.txt": (b" \n\t\n", "the file is empty"),
        "binary.txt": (bytes(range(256)) * 10, "binary data, not text"),
        "report.pdf": (b"%PDF-1.7\n%\xe2\xe3", "a PDF file, not text"),
        "latin.txt": ("Déjà vu à l'école".encode("latin-1"), "the encoding is unknown"),
        "page.html": (PAGE.encode(), "a page without text"),
        "large.txt": ((GOOD + "\n").encode() * 130_000, "21 MB, over the 20 MB of one document"),
    }
    for name, (data, _) in contents.items():
        (folder / name).write_bytes(data)
    return [("missing.txt", "cannot be opened"), *((name, said) for name, (_, said) in contents.items())]


def test_each_bad_file_is_one_line_and_the_good_one_is_read(waqai: Run, tmp_path: Path) -> None:
    bad = bad_files(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = waqai("read", "--jsonl", "--published", "2025-10-17", *(name for name, _ in bad), "good.txt")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == len(bad)
    for line, (name, said) in zip(lines, bad, strict=True):
        assert line.startswith(f"waqai: {name}: {said}"), line
    [record] = [json.loads(line) for line in done.stdout.splitlines()]
    assert record["document"]["text"] == GOOD


def test_fifty_megabytes_are_refused_at_once(waqai: Run, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes((GOOD + "\n").encode() * 340_000)
    start = time.monotonic()
    done = waqai("read", "large.txt")
    assert time.monotonic() - start < 5
    assert done.returncode == 1
    assert done.stderr.startswith("waqai: large.txt: 5")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_windows_1256_is_detected_and_read(waqai: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(GOOD.encode("cp1256"))
    done = waqai("read", "--json", "--published", "2025-10-17", "old.txt")
    assert done.returncode == 0
    assert done.stderr == "waqai: old.txt: the text is in Windows-1256, not UTF-8\n"
    assert json.loads(done.stdout)["document"]["text"] == GOOD


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وزیر امور خارجه ایران با همتای سعودی خود دیدار کرد و گفتگو کردند", "fa"),
        ("The Turkish foreign minister met his Syrian counterpart in Ankara on Sunday", "en"),
    ],
)
def test_another_language_is_said_and_has_no_events(waqai: Run, text: str, language: str) -> None:
    done = waqai("read", "--jsonl", stdin=text)
    assert done.returncode == 0
    assert done.stderr == f"waqai: standard input: not Arabic ({language}): no events read\n"
    assert json.loads(done.stdout)["events"] == []
    cards = waqai("read", stdin=text)
    assert f"not Arabic ({language}): no events read" in cards.stdout
    assert cards.stderr == ""


def test_a_missing_date_is_said_once_and_the_report_is_read(waqai: Run) -> None:
    done = waqai("read", "--jsonl", stdin=GOOD)
    assert done.returncode == 0
    assert done.stderr.startswith("waqai: standard input: no publication date")
    assert done.stderr.count("\n") == 1
    assert json.loads(done.stdout)["document"]["published"] is None


@pytest.mark.parametrize("value", ["2025-02-30", "17/10/2025", "tomorrow"])
def test_an_impossible_date_is_wrong_usage(waqai: Run, value: str) -> None:
    done = waqai("read", "--published", value, stdin=GOOD)
    assert done.returncode == 2
    assert done.stderr.startswith(f"waqai: publication date «{value}» is not")
    assert done.stderr.count("\n") == 1


def test_bad_lines_of_json_are_named_and_the_others_are_read(waqai: Run, tmp_path: Path) -> None:
    good = json.dumps({"id": "g", "text": GOOD, "published": "2025-10-17"}, ensure_ascii=False)
    bad = json.dumps({"text": GOOD, "published": "2025-02-30"}, ensure_ascii=False)
    (tmp_path / "many.jsonl").write_text(f"{good}\n{{oops\n{bad}\n{good}\n", encoding="utf-8")
    done = waqai("read", "--jsonl", "many.jsonl")
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first.startswith("waqai: many.jsonl:2: malformed JSON")
    assert second.startswith("waqai: many.jsonl:3: publication date «2025-02-30» is not a day of the calendar")
    assert [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()] == ["g", "g"]


@pytest.mark.parametrize(
    "args",
    [
        ("read", "--nonsense"),
        ("read", "--lang", "xx"),
        ("read", "--json", "--jsonl"),
        ("read", "--jobs", "0"),
        ("read", "-o", "no/such/folder/out.json"),
        ("explain",),
        ("explain", "-", "--event", "0"),
        ("explain", "-", "--event", "99"),
        ("explain", "-", "--doc", "nope"),
        ("who", "-", "--format", "xml"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_exit_code_two(waqai: Run, args: tuple[str, ...]) -> None:
    done = waqai(*args, stdin=GOOD)
    assert done.returncode == 2
    assert done.stderr.strip()


@pytest.mark.parametrize("command", ["explain", "who"])
def test_commands_on_one_file_name_what_failed(waqai: Run, command: str) -> None:
    done = waqai(command, "missing.txt")
    assert done.returncode == 1
    assert done.stderr == "waqai: missing.txt: cannot be opened (no such file or directory): check the path\n"


def test_gold_that_cannot_be_read_is_named(waqai: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": 1, "text": "a"}\n{oops\n', encoding="utf-8")
    done = waqai("evaluate", "gold.jsonl")
    assert done.returncode == 1
    assert done.stderr.startswith("waqai: gold.jsonl:2: ")
    assert waqai("evaluate", "missing.jsonl").returncode == 1
