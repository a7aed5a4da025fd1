# ruff: noqa: E501
"""Score the exported tagger on a test part, as the reader runs it, and time it on the benchmark's reports."""

import argparse
import json
import time
from pathlib import Path

from data import read
from score import line, score
from train import ROOT

from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.tagger.tagger import DATA, Tagger
from waqai.text.fold import fold_word


def reports(path: Path) -> list[list[list[str]]]:
    """The reports of a file as sentences of words, as received."""
    out = []
    for row in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(row)["text"]
        sentences = analyze(Document(text=text, id="x")).sentences
        out.append([[text[a:b] for a, b in sentence.spans] for sentence in sentences])
    return out


def main() -> None:
    """Print scores and speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=DATA)
    options = parser.parse_args()
    tagger = Tagger(options.model)
    test = read(options.work / "test.json")
    print("int8, words as received:", line(score(test, tagger.tag([s.words for s in test]))))
    print(
        "int8, folded words:     ", line(score(test, tagger.tag([[fold_word(w) or w for w in s.words] for s in test])))
    )
    docs = reports(ROOT / "benchmarks/gold/reports-a.jsonl")
    length = sum(
        len(json.loads(r)["text"]) for r in (ROOT / "benchmarks/gold/reports-a.jsonl").read_text().splitlines()
    )
    for doc in docs[:5]:
        tagger.tag(doc)
    unsure = [[[k for k in range(len(s)) if k % 40 == 9] for s in doc] for doc in docs]
    begun = time.process_time()
    for doc, near in zip(docs, unsure, strict=True):
        tagger.tag(doc, near)
    print(
        f"one spot in 40 words: {(time.process_time() - begun) / length * 1500 * 1000:.1f} ms of one core for 1,500 characters"
    )
    for name in ("first", "second"):
        begun = time.process_time()
        for doc in docs:
            tagger.tag(doc)
        print(
            f"{name} pass: {(time.process_time() - begun) / length * 1500 * 1000:.1f} ms of one core for 1,500 characters"
        )


if __name__ == "__main__":
    main()
