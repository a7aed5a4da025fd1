"""Docs and program cannot drift: every command and option is documented, links lead somewhere, examples run."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from waqai.cli import app
from waqai.cli.messages import LANGUAGES, Messages

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MANUAL = "\n".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
GROUP: Any = typer.main.get_command(app)
CONTEXT = typer.Context(GROUP)
COMMANDS: dict[str, Any] = {n: GROUP.get_command(CONTEXT, n) for n in GROUP.list_commands(CONTEXT)}
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
NUMBERS = {18: "eighteen formats", 19: "nineteen formats", 20: "twenty formats"}
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("command", COMMANDS)
def test_command_has_help_and_a_section(command: str) -> None:
    assert COMMANDS[command].help
    assert f"\n## waqai {command}\n" in MANUAL, f"no page of docs/ has a section «## waqai {command}»"


@pytest.mark.parametrize("command", COMMANDS)
def test_options_have_help_and_are_documented(command: str) -> None:
    section = MANUAL.partition(f"\n## waqai {command}\n")[2].split("\n## ")[0]
    for parameter in COMMANDS[command].params:
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert f"`{option}" in section, f"docs/ does not tell of {option} of `waqai {command}`"
                assert parameter.help, f"{option} of `waqai {command}` has no help"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{name(page)}: {target} is not there"


def readme_commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for block in SHELL.findall(text) for line in block.splitlines()]
    commands = [line.split("#")[0].strip() for line in lines if line.startswith("waqai ")]
    return [*commands, *re.findall(r"`(waqai read examples/[^`]+)`", text)]


@pytest.mark.parametrize("command", readme_commands())
def test_readme_commands_run(command: str) -> None:
    args = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(args, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_readme_shows_what_the_program_says() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```text\n( +1 .*?)```", text, re.DOTALL)[:1]
    command = [sys.executable, "-m", "waqai", "read", "examples/ankara-call.txt", "--published", "2025-10-17"]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert shown.strip() in output, "the README's record is not what the program says: paste its output again"


def test_readme_python_runs() -> None:
    blocks = PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=True)
        said = [line.removeprefix("# ") for line in block.splitlines() if line.startswith("# ")]
        assert done.stdout.splitlines() == said, "the README's Python prints something else than it shows"


def test_readme_counts_the_formats() -> None:
    from waqai.export import FORMATS

    assert NUMBERS[len(FORMATS)] in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_has_no_machine_paths() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    for path in tracked:
        if path.endswith((".md", ".toml", ".lock", ".yaml", ".tsv")) or path == "Makefile":
            assert f"{ROOT}/" not in (ROOT / path).read_text(encoding="utf-8"), f"{path} holds a path of this machine"


def test_both_languages_name_the_same_things() -> None:
    english, arabic = (LANGUAGES[code].LABELS for code in ("en", "ar"))
    assert set(english) == set(arabic)
    assert all(Messages(code).state(None) is None for code in LANGUAGES)
