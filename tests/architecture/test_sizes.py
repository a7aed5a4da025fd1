"""Ceilings: a module has 300 lines, a function 40 without its docstring. What is over them is named here."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "tools").glob("*.py"), *(ROOT / "benchmarks").glob("*.py")])
MAX_MODULE, MAX_FUNCTION = 300, 40
# Over the ceilings today: the number is what each may have until it is split, and it never rises.
ALLOWED_MODULES = {
    "tools/build_gazetteer.py": 572,
    "tools/compile_resources.py": 321,
    "tools/inflect.py": 340,
}
ALLOWED_FUNCTIONS = {
    "src/waqai/cli/ingest.py:ingest": 47,
    "src/waqai/pipeline/detect/nouns.py:_counted": 53,
    "src/waqai/pipeline/ground/gather.py:_draft": 47,
    "src/waqai/pipeline/link/consensus.py:consensus": 44,
    "src/waqai/pipeline/link/features.py:_report": 47,
    "tools/compile_ontology.py:compiled": 41,
    "tools/compile_resources.py:organisations": 45,
    "tools/inflect.py:_present": 49,
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_is_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= ALLOWED_MODULES.get(name(path), MAX_MODULE), f"{name(path)} has {lines} lines: split it"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_small(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) else None
            said = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
            lines = (node.end_lineno or 0) - node.lineno + 1 - said
            where = f"{name(path)}:{node.name}"
            assert lines <= ALLOWED_FUNCTIONS.get(where, MAX_FUNCTION), f"{where} has {lines} lines: split it"


def test_allowed_things_exist() -> None:
    for entry in [*ALLOWED_MODULES, *ALLOWED_FUNCTIONS]:
        assert (ROOT / entry.split(":")[0]).exists(), f"{entry} is gone: take it off the list"
