"""`waqai export` and `waqai plot` on the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "ankara-call.txt"


def waqai(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "waqai", *arguments], input=given, capture_output=True, check=False)


@pytest.fixture(scope="module")
def records() -> bytes:
    run = waqai("read", str(EXAMPLE), "--published", "2025-10-17", "--jsonl")
    assert run.returncode == 0
    return run.stdout


def test_standard_input_to_standard_output(records: bytes) -> None:
    run = waqai("export", "-f", "polecat", given=records)
    assert run.returncode == 0
    assert run.stdout.decode().splitlines()[1].split("\t")[0]
    assert "waqai: polecat: " in run.stderr.decode()
    assert not waqai("export", "-f", "polecat", "-q", given=records).stderr


@pytest.mark.parametrize(
    ("arguments", "given", "code", "said"),
    [
        (["export", "-f", "xls"], b"", 2, "--format xls: unknown; choose one of jsonl, csv"),
        (["export"], b"", 2, "--format is missing"),
        (["export", "-f", "csv"], b"{", 1, "standard input:1: not a record"),
        (["export", "-f", "csv", "/no/file"], b"", 2, "/no/file: cannot be read"),
        (["export", "-f", "csv", "-o", "/no/out"], b"", 2, "/no/out: cannot be written"),
        (["plot", "pie", "-o", "x.png"], b"", 2, "plot pie: unknown; choose one of timeline"),
        (["plot", "timeline", "-o", "x.gif"], b"", 2, "must end in .png or .svg"),
        (["plot", "pair", "-o", "x.png"], b"", 2, "--between TUR,SYR"),
    ],
)
def test_errors_are_one_line(arguments: list[str], given: bytes, code: int, said: str) -> None:
    run = waqai(*arguments, given=given)
    lines = run.stderr.decode().splitlines()
    assert run.returncode == code
    assert len(lines) == 1
    assert said in lines[0]
