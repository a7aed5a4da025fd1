"""Compile `resources/` into the package when a wheel or an editable install is built."""

import os
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileResources(BuildHookInterface):  # type: ignore[type-arg]
    """Runs the compilers whose output is not kept in the repository."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Compile, and tell the builder of the files that git ignores."""
        root = Path(self.root)
        for tool in ("compile_resources.py", "compile_latin.py"):
            subprocess.run(
                [sys.executable, str(root / "tools" / tool)],
                check=True,
                env={**os.environ, "PYTHONPATH": str(root / "src")},
            )
        build_data["artifacts"] = [
            "src/waqai/data/lexicon.json",
            "src/waqai/data/latin.json",
            "src/waqai/data/english.json",
        ]
