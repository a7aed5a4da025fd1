"""The door is small, and opening it costs nothing."""

import subprocess
import sys

import pytest

import waqai

HEAVY = [
    "fastapi",
    "pydantic",
    "sqlalchemy",
    "msgspec",
    "rich",
    "trafilatura",
    "lxml",
    "pycld2",
    "typer",
    "waqai.pipeline",
    "waqai.lexicon",
]


def modules_after(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_public_names_are_few_and_exist() -> None:
    assert len(waqai.__all__) <= 8
    for name in waqai.__all__:
        assert getattr(waqai, name)


def test_unknown_name_says_what_is_offered() -> None:
    with pytest.raises(AttributeError, match="it offers Document, Event, Reader"):
        _ = waqai.reed  # type: ignore[attr-defined]


def test_import_loads_nothing_heavy() -> None:
    assert not modules_after("import waqai").intersection(HEAVY)


def test_command_line_loads_no_pipeline() -> None:
    loaded = modules_after("import waqai.cli")
    assert not loaded.intersection(["msgspec", "trafilatura", "lxml", "pycld2", "waqai.pipeline", "waqai.lexicon"])


def test_reading_text_loads_no_page_reader() -> None:
    loaded = modules_after("import waqai; waqai.read('التقى الوزير نظيره في دمشق', published='2025-10-17')")
    assert not loaded.intersection(["trafilatura", "lxml", "rich", "fastapi", "pydantic", "sqlalchemy"])
