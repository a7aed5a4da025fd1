# ruff: noqa: E501
"""The rival: a linear-chain CRF over words, affixes, clitic-stripped forms and the same lists (python-crfsuite)."""

import argparse
import time
from pathlib import Path

import pycrfsuite
from data import Sentence, read
from score import line, score
from train import LISTS

from waqai.tagger.lists import Lists, bare
from waqai.text.fold import fold_word


def features(words: list[str], lists: Lists | None) -> list[list[str]]:
    """The CRF's features of each word, with a window of two words to each side."""
    folded = [fold_word(word) for word in words]
    on = lists.features(words) if lists else [frozenset[int]()] * len(words)
    out = []
    for at, word in enumerate(folded):
        stem = bare(word)[-1]
        row = [
            "b",
            f"w={word}",
            f"s={stem}",
            f"p2={stem[:2]}",
            f"p3={stem[:3]}",
            f"x2={word[-2:]}",
            f"x3={word[-3:]}",
            f"n={min(len(word), 9)}",
        ]
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(folded):
                row.append(f"{step}w={folded[at + step]}")
                row.extend(f"{step}l={k}" for k in on[at + step])
            else:
                row.append(f"{step}edge")
        row.extend(f"l={k}" for k in on[at])
        row.append("l=" + ",".join(map(str, sorted(on[at]))))
        out.append(row)
    return out


def main() -> None:
    """Train with and without lists and print scores, size and speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpora", default="anercorp")
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    train: list[Sentence] = [s for s in read(options.work / "train.json") if s.corpus in options.corpora.split(",")]
    test = read(options.work / "test.json")
    for name, lists in (("with lists", Lists.read(LISTS)), ("without lists", None)):
        begun = time.time()
        trainer = pycrfsuite.Trainer(verbose=False)
        for sentence in train:
            trainer.append(features(sentence.words, lists), sentence.labels)
        trainer.set_params({"c1": 0.1, "c2": 0.02, "max_iterations": options.rounds, "feature.minfreq": 2})
        path = str(options.out / f"crf-{name.replace(' ', '-')}.model")
        trainer.train(path)
        took = time.time() - begun
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        begun = time.time()
        predicted = [tagger.tag(features(s.words, lists)) for s in test]
        speed = sum(len(s.words) for s in test) / (time.time() - begun)
        print(
            f"CRF {name}, {options.corpora}: {line(score(test, predicted))}; {Path(path).stat().st_size >> 10} KiB, {speed:.0f} words/s, trained in {took:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
