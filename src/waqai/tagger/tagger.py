"""Sentences → IOB2 labels, by the model that ships with the package."""

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from waqai.tagger.decode import best
from waqai.tagger.lists import WIDTH, Lists
from waqai.tagger.pieces import END, PAD, START, Pieces

DATA = Path(__file__).parent / "data"
FILES = ("ner.onnx", "pieces.tsv", "lists.tsv")
LONGEST = 96
"""Pieces in one sequence: enough to see the sentence around a name, short enough to be quick."""
BATCH = 16
WINDOW = 8
"""Words read to each side of an unsure one."""


class Tagger:
    """Tags persons (PER), places (LOC) and organisations (ORG).

    Attributes:
        version: of the model, for provenance.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load the model; use `load`, which also checks it.

        Args:
            folder: folder of `ner.onnx`, `pieces.tsv`, `lists.tsv` and `manifest.json`.
            threads: threads the model may use.
        """
        onnxruntime = import_module("onnxruntime")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "ner.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._pieces = Pieces.read(folder / "pieces.tsv")
        self._lists = Lists.read(folder / "lists.tsv")
        self.version: str = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["version"]

    def tag(self, sentences: list[list[str]], near: list[list[int]] | None = None) -> list[list[str]]:
        """Label the words of sentences.

        Args:
            sentences: words as the reader cuts them (`waqai.pipeline.analyze.WORD`). Words as received, with their
                hamzas and teh marbutas, are read better than folded ones; both are understood.
            near: for each sentence, the positions where the rules are unsure. Only the words around them are read, the
                rest is `O`: the cost grows with the words read. `None` reads everything.

        Returns:
            For each sentence, one IOB2 label a word: `O`, `B-PER`, `I-PER`, `B-LOC`, `I-LOC`, `B-ORG`, `I-ORG`.
        """
        if near is None:
            return [best(row) for row in self.scores(sentences)]
        windows = [(k, a, b) for k, spots in enumerate(near) for a, b in around(spots, len(sentences[k]))]
        rows = self.scores([sentences[k][a:b] for k, a, b in windows])
        labels = [["O"] * len(words) for words in sentences]
        for (k, a, b), row in zip(windows, rows, strict=True):
            labels[k][a:b] = best(row)
        return labels

    def scores(self, sentences: list[list[str]]) -> list[list[list[float]]]:
        """For each word of each sentence, the log probability of each label in the order of `decode.LABELS`."""
        out: list[list[list[float]]] = [[] for _ in sentences]
        chunks = [(number, *chunk) for number, words in enumerate(sentences) for chunk in self._chunks(words)]
        # Sequences of like length share a batch, so that little is spent on padding.
        order = sorted(range(len(chunks)), key=lambda k: len(chunks[k][1]))
        found: dict[int, list[list[float]]] = {}
        for start in range(0, len(order), BATCH):
            group = order[start : start + BATCH]
            found.update(zip(group, self._run([chunks[k][1:] for k in group]), strict=True))
        for k, (number, *_) in enumerate(chunks):
            out[number].extend(found[k])
        return out

    def _chunks(self, words: list[str]) -> Iterator[tuple[list[int], list[frozenset[int]], list[int]]]:
        """A sentence as sequences of pieces, their features and the first piece of each word."""
        if not words:
            return
        ids, features, first = [START], [frozenset[int]()], list[int]()
        for word, on in zip(words, self._lists.features(words), strict=True):
            pieces = self._pieces.word(word)[: LONGEST - 2]
            if first and len(ids) + len(pieces) >= LONGEST:
                yield [*ids, END], [*features, frozenset()], first
                ids, features, first = [START], [frozenset()], []
            first.append(len(ids))
            ids += pieces
            features += [on] * len(pieces)
        yield [*ids, END], [*features, frozenset()], first

    def _run(self, group: list[tuple[list[int], list[frozenset[int]], list[int]]]) -> list[list[list[float]]]:
        """The model's scores for one batch."""
        np = import_module("numpy")
        length, words = max(len(ids) for ids, _, _ in group), max(len(first) for _, _, first in group)
        ids = np.full((len(group), length), PAD, np.int64)
        features = np.zeros((len(group), length, WIDTH), np.float32)
        first = np.zeros((len(group), words), np.int64)
        for row, (pieces, on, starts) in enumerate(group):
            ids[row, : len(pieces)] = pieces
            first[row, : len(starts)] = starts
            for at, numbers in enumerate(on):
                if numbers:
                    features[row, at, list(numbers)] = 1.0
        scores: Any = self._session.run(None, {"ids": ids, "features": features, "first": first})[0]
        return [scores[row, : len(starts)].tolist() for row, (_, _, starts) in enumerate(group)]


def around(spots: list[int], length: int) -> list[tuple[int, int]]:
    """Windows of `WINDOW` words to each side of positions in a sentence of `length` words; overlapping ones are one."""
    windows: list[tuple[int, int]] = []
    for spot in sorted(spots):
        start, end = max(0, spot - WINDOW), min(length, spot + WINDOW + 1)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


@lru_cache(maxsize=2)
def load(folder: Path = DATA, threads: int = 1) -> Tagger | None:
    """The tagger, or `None` where it cannot be had.

    Args:
        folder: folder of the model's files.
        threads: threads the model may use.

    Returns:
        The tagger; `None` if onnxruntime or numpy is not installed, or a file is missing or is not the pinned one.
    """
    if find_spec("onnxruntime") is None or find_spec("numpy") is None or not genuine(folder):
        return None
    return Tagger(folder, threads)


def genuine(folder: Path) -> bool:
    """Whether every file of the model is there and has the SHA-256 that the manifest pins."""
    manifest = folder / "manifest.json"
    if not manifest.exists():
        return False
    pinned = json.loads(manifest.read_text(encoding="utf-8"))["sha256"]
    paths = [folder / name for name in FILES]
    return all(p.exists() and hashlib.sha256(p.read_bytes()).hexdigest() == pinned.get(p.name) for p in paths)
