"""Read a file of language data; with libyaml where it is installed, which is eight times as fast."""

from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UniqueKeys(LOADER):  # type: ignore[misc, valid-type]
    """Refuses a key that stands twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """A mapping, each of its keys once."""
        seen: set[Any] = set()
        for key, _ in node.value:
            name = self.construct_object(key, deep=deep)
            if name in seen:
                problem = f"«{name}» stands here for the second time"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep=deep)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file.

    Raises:
        SystemExit: it is no YAML, or has a key twice, of which the second would hide the first; says where and why.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=UniqueKeys)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise SystemExit(f"{path.name}, line {line}: {error.problem}: mend that line; nothing was compiled") from None
