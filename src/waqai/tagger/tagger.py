"""Sentences → IOB2 labels, by the model that ships with the package."""

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from waqai.tagger.decode import best
from waqai.tagger.lists import WIDTH, Lists
from waqai.tagger.pieces import END, START, Pieces

DATA = Path(__file__).parent / "data"
FILES = ("ner.onnx", "pieces.tsv", "lists.tsv")
LONGEST = 96
"""Pieces in one sequence: enough to see the sentence around a name, short enough to be quick."""
WINDOW = 5
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
        return [[row for chunk in self._chunks(words) for row in self._run(*chunk)] for words in sentences]

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

    def _run(self, ids: list[int], features: list[frozenset[int]], first: list[int]) -> list[list[float]]:
        """The model's scores for one sequence.

        One at a time: in a batch padding costs more than it saves, and the 8-bit range, which the model sets by what it
        reads, would let a sentence's labels depend on its neighbours.
        """
        np = import_module("numpy")
        on = np.zeros((1, len(ids), WIDTH), np.float32)
        for at, numbers in enumerate(features):
            if numbers:
                on[0, at, list(numbers)] = 1.0
        inputs = {"ids": np.array([ids], np.int64), "features": on, "first": np.array([first], np.int64)}
        scores: list[list[float]] = self._session.run(None, inputs)[0][0].tolist()
        return scores


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
