"""Compile `resources/ar/time/*.yaml` into `src/waqai/data/time.json`, and check every entry on the way.

usage: compile_time.py [--check]

The output depends on the YAML alone. `--check` writes nothing and fails when the compiled file is stale, a form stands
twice, a form holds a look-alike code point, an entry lacks a source, a licence or an example, or an example fails.
"""

import json
import sys
from pathlib import Path
from typing import Any

from read_yaml import read_yaml
from waqai.text.fold import fold_word

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources" / "ar" / "time"
TARGET = ROOT / "src" / "waqai" / "data" / "time.json"
EXAMPLE_DCT = "2025-10-17"
# Standard Arabic letters and what may stand between them; anything else is a look-alike from another keyboard.
ALLOWED = set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـّ .0123456789-")


class ResourceError(ValueError):
    """An entry that people must mend; says which file, which form, and what to do."""


def load(folder: Path = SOURCES) -> dict[str, dict[str, Any]]:
    """Every resource file by name."""
    return {path.stem: read_yaml(path) for path in sorted(folder.glob("*.yaml"))}


def check_form(form: str, where: str) -> None:
    """Refuse code points that fold would hide."""
    bad = sorted({f"U+{ord(c):04X}" for c in form if c not in ALLOWED})
    if bad:
        raise ResourceError(f"{where}: {form!r} holds {', '.join(bad)}; type it with an Arabic keyboard")


def compile_phrases(files: dict[str, dict[str, Any]]) -> dict[str, list[Any]]:
    """Folded form → [class, value, exact spelling or null]."""
    phrases: dict[str, list[Any]] = {}
    for name, file in files.items():
        for entry in file["entries"]:
            for key in ("class", "value", "forms", "examples"):
                if key not in entry:
                    raise ResourceError(f"{name}: {entry} lacks {key!r}; add it")
            for key in ("source", "licence"):
                if not entry.get(key, file.get(key)):
                    raise ResourceError(f"{name}: {entry['forms'][0]} lacks {key!r}; add it to the entry or the file")
            for form in entry["forms"]:
                check_form(form, name)
                row = [entry["class"], entry["value"], form if entry.get("exact") else None]
                add(phrases, fold_word(form), row, name)
    return dict(sorted(phrases.items()))


def add(phrases: dict[str, list[Any]], key: str, row: list[Any], where: str) -> None:
    """Add one form; two spellings that fold to one are fine within an entry, a conflict between entries."""
    if key in phrases and phrases[key] != row:
        raise ResourceError(f"{where}: {key!r} is already {phrases[key]}; a form has one class and one value")
    phrases[key] = row


def build(files: dict[str, dict[str, Any]]) -> str:
    """The compiled file's text."""
    cues = {key: sorted({fold_word(w) for w in words}) for key, words in files["cues"]["cues"].items()}
    for words in files["cues"]["cues"].values():
        for word in words:
            check_form(word, "cues")
    known = [
        {"day": k["day"], "year": k["year"], "heads": sorted(fold_word(h) for h in k["heads"])}
        for k in files["known"]["known"]
    ]
    data = {"phrases": compile_phrases(files), "cues": dict(sorted(cues.items())), "known": known}
    return json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


def run_examples(files: dict[str, dict[str, Any]]) -> list[str]:
    """What the examples of the entries do wrong: `[text, extent, value]`; extent null means no expression at all."""
    from waqai.time import tag

    wrong = []
    for name, file in files.items():
        for entry in [*file["entries"], *file.get("known", [])]:
            for text, extent, value in entry["examples"]:
                got = [(t.text, t.value) for t in tag(text, EXAMPLE_DCT)]
                if (extent is None and got) or (extent is not None and (extent, value) not in got):
                    wrong.append(f"{name}: {text!r} should give {extent!r} {value!r}, gives {got}")
    return wrong


def main(args: list[str]) -> int:
    """Compile, or check."""
    try:
        files = load()
        text = build(files)
    except ResourceError as error:
        print(f"compile_time: {error}", file=sys.stderr)
        return 1
    if "--check" not in args:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(text, encoding="utf-8")
        return 0
    problems = run_examples(files)
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        problems.insert(0, f"{TARGET.relative_to(ROOT)} is stale: run tools/compile_time.py")
    for problem in problems:
        print(f"compile_time: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
