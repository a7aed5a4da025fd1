"""The words of time: every entry compiles, is fresh, unambiguous and proves itself by its examples."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import compile_time


def test_resources_compile_to_the_committed_file_and_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert compile_time.main(["--check"]) == 0, capsys.readouterr().err


def test_resources_compile_the_same_twice() -> None:
    assert compile_time.build(compile_time.load()) == compile_time.build(compile_time.load())


def entry(**changes: object) -> dict[str, dict[str, object]]:
    row = {"class": "MON", "value": 1, "forms": ["يناير"], "examples": []} | changes
    return {"months": {"source": "s", "licence": "l", "entries": [row]}}


def test_resources_refuse_look_alike_letters() -> None:
    with pytest.raises(compile_time.ResourceError, match="U\\+06CC"):
        compile_time.compile_phrases(entry(forms=["ینایر"]))


def test_resources_refuse_a_form_with_two_meanings() -> None:
    files = entry()
    files["months"]["entries"].append({"class": "MON", "value": 2, "forms": ["يناير"], "examples": []})  # type: ignore[attr-defined]
    with pytest.raises(compile_time.ResourceError, match="one class and one value"):
        compile_time.compile_phrases(files)


def test_resources_refuse_an_entry_without_source() -> None:
    files = entry()
    del files["months"]["source"]
    with pytest.raises(compile_time.ResourceError, match="source"):
        compile_time.compile_phrases(files)
