"""Strict entity F1: an entity counts if its words and its class are both right."""

from collections import Counter
from collections.abc import Sequence

from data import Sentence

Span = tuple[int, int, str]


def spans(labels: Sequence[str]) -> set[Span]:
    """Entities of an IOB2 sequence as (first word, word after the last, class)."""
    found: set[Span] = set()
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        if kind and label != "I-" + kind:
            found.add((start, at, kind))
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = at, label[2:]
    return found


def corpus_labels(sentence: Sentence, labels: Sequence[str]) -> list[str]:
    """Labels of the reader's words back on the words of the corpus: that of the first part that is a word."""
    out = ["O"] * len(sentence.gold)
    done: set[int] = set()
    for word, number, label in zip(sentence.words, sentence.origin, labels, strict=False):
        if number not in done and (any(c.isalnum() for c in word) or label != "O"):
            out[number] = label
            done.add(number)
    return out


def score(sentences: list[Sentence], predicted: list[list[str]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of all entities and of each class, over the corpus's own words."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("all", "PER", "LOC", "ORG")}
    for sentence, labels in zip(sentences, predicted, strict=True):
        gold, ours = spans(sentence.gold), spans(corpus_labels(sentence, labels))
        for name, group in (("gold", gold), ("ours", ours), ("right", gold & ours)):
            for span in group:
                counts["all"][name] += 1
                counts[span[2]][name] += 1
    result = {}
    for kind, c in counts.items():
        precision, recall = c["right"] / max(1, c["ours"]), c["right"] / max(1, c["gold"])
        result[kind] = (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))
    return result


def line(result: dict[str, tuple[float, float, float]]) -> str:
    """The scores in one line."""
    return "  ".join(f"{kind} P {p:.3f} R {r:.3f} F {f:.3f}" for kind, (p, r, f) in result.items())
