"""Quality on gold and speed of the reader, as tables.

    python benchmarks/bench.py [GOLD.jsonl ...]

Without files: the development gold beside the repository, where it is, and the project's own benchmark. Timings
are of this machine as it is now; compare them only within one run.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from waqai import Reader
from waqai.evaluate import Report, evaluate_files

ROOT = Path(__file__).parents[1]
OWN = sorted((ROOT / "benchmarks" / "gold").glob("*.jsonl"))
SHARED = ROOT.parent / "shared" / "gold" / "news-dev.jsonl"
LENGTH = 1500
TEXTS = 200
ROWS = ("events", "facts", "events_untyped", "tenures", "agreements")
FACTS = ("type", "status", "date", "place", "mode", "actor", "actor-country", "actor-office", "recipient", "source")


def quality(files: list[Path]) -> None:
    reports = {path.stem: evaluate_files(str(path)) for path in files}
    print("F1 (precision/recall)".ljust(24) + "".join(name[:20].rjust(22) for name in reports))
    for row in ROWS:
        print(row.ljust(24) + "".join(_cell(getattr(r, row)).rjust(22) for r in reports.values()))
    for fact in FACTS:
        print(f"  {fact}".ljust(24) + "".join(_fact_cell(r, fact).rjust(22) for r in reports.values()))


def _cell(score: object) -> str:
    return f"{score.F1:.3f} ({score.P:.2f}/{score.R:.2f})"  # type: ignore[attr-defined]


def _fact_cell(report: Report, fact: str) -> str:
    return _cell(report.by_fact[fact]) if fact in report.by_fact else "-"


def texts(files: list[Path]) -> list[str]:
    """Documents of about 1,500 characters, joined from the gold's texts."""
    parts = [json.loads(line)["text"] for path in files for line in path.open(encoding="utf-8")]
    out, current = [], ""
    for part in parts * (1 + TEXTS * LENGTH // max(1, sum(map(len, parts)))):
        current += part + "\n"
        if len(current) >= LENGTH:
            out.append(current[:LENGTH])
            current = ""
    return out[:TEXTS]


def speed(files: list[Path]) -> None:
    documents = texts(files)
    spent = {use_model: _seconds(documents, Reader(use_model=use_model)) for use_model in (False, True)}
    characters = sum(map(len, documents))
    sentences = sum(text.count(".") + text.count("\n") for text in documents)
    print(f"documents of {LENGTH} characters a second, one core  {len(documents) / spent[False]:10.1f}")
    print(f"the same with the name tagger                  {len(documents) / spent[True]:10.1f}")
    print(f"sentences a second, without                    {sentences / spent[False]:10.0f}")
    print(f"characters a second, without                   {characters / spent[False]:10.0f}")
    print(f"start-up of `waqai read`, seconds              {startup():10.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory, MB                                {peak:10.0f}")


def _seconds(documents: list[str], reader: Reader) -> float:
    """Processor time of reading, after a first document that loads everything."""
    reader.read(documents[0], published="2025-10-17")
    begun = time.process_time()
    for text in documents:
        reader.read(text, published="2025-10-17")
    return time.process_time() - begun


def startup() -> float:
    """Wall time of reading the example in a fresh process: the best of three."""
    command = [
        sys.executable,
        "-m",
        "waqai",
        "read",
        str(ROOT / "examples" / "ankara-call.txt"),
        "--published",
        "2025-10-17",
    ]
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    files = [Path(a) for a in sys.argv[1:]] or [*([SHARED] if SHARED.exists() else []), *OWN]
    quality(files)
    print()
    speed(files)


if __name__ == "__main__":
    main()
