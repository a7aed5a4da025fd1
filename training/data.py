"""Training material: corpora in the reader's words → packs of consecutive sentences as tensors."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from encoder import Packed
from torch import Tensor

from waqai.tagger.lists import WIDTH, Lists
from waqai.tagger.pieces import END, PAD, START, Pieces, plain
from waqai.text.fold import fold_word

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
MAIN = {"anercorp", "genre"}
"""Corpora whose guidelines the shipped head follows; the others train a second head over the same encoder."""
IGNORE = -100
LONGEST_SENTENCE = 100


@dataclass
class Sentence:
    """A labelled sentence; `origin` and `gold` lead back to the words of its corpus."""

    corpus: str
    words: list[str]
    labels: list[str]
    origin: list[int]
    gold: list[str]


def read(path: Path) -> list[Sentence]:
    """The sentences that `prepare.py` wrote."""
    return [Sentence(**record) for record in json.loads(path.read_text(encoding="utf-8"))]


def vocabulary(packed: Packed, sentences: list[Sentence], extra: list[str], least: int = 2) -> list[int]:
    """The pieces worth keeping: those that the words of the corpora and lists need, and every single letter."""
    full = Pieces(f"{piece}\t{score}" for piece, score in zip(packed.pieces, packed.scores, strict=True))
    numbers: Counter[int] = Counter()
    for word, times in Counter(word for s in sentences for word in s.words).items():
        for form in {plain(word), fold_word(word)}:
            for number in full.word(form):
                numbers[number] += times
    for word in set(extra):
        for number in full.word(word):
            numbers[number] += 1
    letters = [
        n
        for n, p in enumerate(packed.pieces)
        if len(p.lstrip("▁")) <= 1 and (p.isascii() or "؀" <= p[-1] <= "ۿ" or p[-1] in "▁«»–—…“”")
    ]
    kept = {n for n, times in numbers.items() if times >= least} | set(letters)
    return [0, 1, 2, 3, *sorted(kept - {0, 1, 2, 3})]


def save_vocabulary(path: Path, packed: Packed, keep: list[int]) -> None:
    """Write the pieces kept; their line number is their number in the model."""
    lines = [
        f"{SPECIAL[k]}\t-99" if k < 4 else f"{packed.pieces[n]}\t{packed.scores[n]:.4f}" for k, n in enumerate(keep)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


@dataclass
class Pack:
    """Consecutive sentences as one sequence: pieces, their features, each word's first piece and label."""

    ids: list[int]
    features: list[frozenset[int]]
    first: list[int]
    labels: list[int]
    main: bool


class Packer:
    """Makes packs of sentences, varied anew in every epoch."""

    def __init__(self, pieces: Pieces, lists: Lists, names: dict[str, list[str]] | None = None, seed: int = 1) -> None:
        """Keep the tables; `names` (given, family) is what names in the text are exchanged for."""
        self.pieces, self.lists, self.names = pieces, lists, names
        self.random = random.Random(seed)

    def vary(self, sentence: Sentence) -> tuple[list[str], list[str], bool]:
        """The sentence's words, folded at times, its persons renamed at times; whether lists are hidden."""
        words, labels = list(sentence.words[:LONGEST_SENTENCE]), sentence.labels[:LONGEST_SENTENCE]
        if self.names and self.random.random() < 0.15:
            for k, label in enumerate(labels):
                if label.endswith("PER") and not (label[0] == "B" and words[k][0] in "ولبفك"):
                    words[k] = self.random.choice(self.names["given" if label[0] == "B" else "family"])
        if self.names and self.random.random() < 0.25:
            words = [fold_word(word) or word for word in words]
        return words, labels, bool(self.names) and self.random.random() < 0.15

    def packs(self, sentences: list[Sentence], longest: int, alone: float = 0.25) -> Iterator[Pack]:
        """Packs of consecutive sentences of one corpus, each at most about `longest` pieces.

        Args:
            sentences: sentences in the order of their documents.
            longest: pieces in a pack.
            alone: the share of sentences that end a pack although another would fit.
        """
        pack = Pack([START], [frozenset()], [], [], True)
        corpus = ""
        for sentence in sentences:
            words, labels, hidden = self.vary(sentence)
            cut = [self.pieces.word(word) for word in words]
            size = sum(map(len, cut)) + 1
            if pack.first and (
                len(pack.ids) + size > longest or sentence.corpus != corpus or self.random.random() < alone
            ):
                yield pack
                pack = Pack([START], [frozenset()], [], [], True)
            corpus, pack.main = sentence.corpus, sentence.corpus in MAIN
            features = [frozenset[int]()] * len(words) if hidden else self.lists.features(words)
            for pieces, on, label in zip(cut, features, labels, strict=True):
                pack.first.append(len(pack.ids))
                pack.labels.append(LABELS.index(label))
                pack.ids.extend(pieces)
                pack.features.extend([on] * len(pieces))
            pack.ids.append(END)
            pack.features.append(frozenset())
        if pack.first:
            yield pack


def batches(packs: list[Pack], pieces: int, rng: random.Random) -> list[list[Pack]]:
    """Packs of like length in batches of about `pieces` pieces, in random order."""
    rng.shuffle(packs)
    groups: list[list[Pack]] = []
    for start in range(0, len(packs), 400):
        chunk = sorted(packs[start : start + 400], key=lambda p: (p.main, len(p.ids)))
        group: list[Pack] = []
        for pack in chunk:
            if group and ((len(group) + 1) * len(pack.ids) > pieces or pack.main != group[0].main):
                groups.append(group)
                group = []
            group.append(pack)
        groups.append(group)
    rng.shuffle(groups)
    return groups


def tensors(group: list[Pack]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, features, first pieces and labels of a batch, padded."""
    length, words = max(len(p.ids) for p in group), max(len(p.first) for p in group)
    ids = torch.full((len(group), length), PAD)
    features = torch.zeros(len(group), length, WIDTH)
    first = torch.zeros(len(group), words, dtype=torch.long)
    labels = torch.full((len(group), words), IGNORE)
    for row, pack in enumerate(group):
        ids[row, : len(pack.ids)] = torch.tensor(pack.ids)
        for at, on in enumerate(pack.features):
            if on:
                features[row, at, list(on)] = 1.0
        first[row, : len(pack.first)] = torch.tensor(pack.first)
        labels[row, : len(pack.labels)] = torch.tensor(pack.labels)
    return ids, features, first, labels
