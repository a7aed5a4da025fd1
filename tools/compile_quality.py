"""Copy the table of docs/quality.md into the package, for the page «About this data».

python tools/compile_quality.py            write
python tools/compile_quality.py --check    fail where the package has another table
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "quality.md"
OUT = ROOT / "src" / "waqai" / "server" / "quality.json"


def table(text: str) -> dict[str, list[object]]:
    """The first table of a page: its columns and rows."""
    lines = [line for line in text.partition("\n|")[2].split("\n\n")[0].splitlines() if line.strip()]
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return {"columns": list(cells[0]), "rows": list(cells[2:])}


def main() -> None:
    found = json.dumps(table(PAGE.read_text(encoding="utf-8")), ensure_ascii=False, indent=1) + "\n"
    if "--check" not in sys.argv:
        OUT.write_text(found, encoding="utf-8")
    elif OUT.read_text(encoding="utf-8") != found:
        sys.exit("server/quality.json is not the table of docs/quality.md: run tools/compile_quality.py")


if __name__ == "__main__":
    main()
