"""One direction: a package imports only from packages on lines below it (docs/architecture.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from waqai.pipeline import STAGES

PACKAGE = Path(__file__).parents[2] / "src" / "waqai"
# From the ground up; packages of one line do not import one another.
LAYERS = [
    {"errors", "config"},
    {"model"},
    {"text"},
    {"lexicon", "ontology"},
    {"time", "tagger", "reasons"},
    {"pipeline", "store", "fetch"},
    {"llm"},
    {"reader"},
    {"evaluate", "export", "engine"},
    {"plot"},
    {"server"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
DOORS = {"__init__", "__main__"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def module_parts(path: Path) -> list[str]:
    parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts


def imported(path: Path) -> Iterator[list[str]]:
    """The parts after `waqai` of everything of ours that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the whole name"
            if node.module == "waqai":
                yield from ([alias.name] for alias in node.names if alias.name != "__version__")
            elif node.module and node.module.startswith("waqai."):
                yield node.module.split(".")[1:]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1:] for a in node.names if a.name.startswith("waqai."))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    home = module_parts(path)[0]
    if home in DOORS or home == "data":
        return
    assert home in LEVEL, f"{home} has no place in the import order: give it one here and in docs/architecture.md"
    for parts in imported(path):
        other = parts[0]
        assert other == home or LEVEL[other] < LEVEL[home], f"{home} must not import {'.'.join(parts)}"


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "pipeline").rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_no_stage_reaches_forward(path: Path) -> None:
    parts = module_parts(path)
    if len(parts) < 2:
        return
    for other in imported(path):
        if other[0] == "pipeline" and len(other) > 1:
            assert STAGES.index(other[1]) <= STAGES.index(parts[1]), f"{parts[1]} must not import from {other[1]}"


def test_stages_folders_and_docs_agree() -> None:
    folders = sorted(p.name for p in (PACKAGE / "pipeline").iterdir() if (p / "__init__.py").exists())
    page = (PACKAGE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert folders == sorted(STAGES)
    places = [page.index(f"`{stage}`") for stage in STAGES]
    assert places == sorted(places), "docs/architecture.md names the stages in another order"
