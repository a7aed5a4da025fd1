"""The best labels of a sentence that are well-formed IOB2."""

from collections.abc import Sequence

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
FOLLOWS = [[j for j, a in enumerate(LABELS) if b[0] != "I" or a[2:] == b[2:]] for b in LABELS]
"""For each label, the labels that it may follow."""


def best(scores: Sequence[Sequence[float]]) -> list[str]:
    """The highest-scoring sequence of labels in which every I- follows its own kind.

    Args:
        scores: for each word, one score a label, in the order of `LABELS`.

    Returns:
        One label a word.
    """
    if not scores:
        return []
    total = [score if label[0] != "I" else float("-inf") for score, label in zip(scores[0], LABELS, strict=True)]
    back: list[list[int]] = []
    for row in scores[1:]:
        from_ = [max(before, key=total.__getitem__) for before in FOLLOWS]
        total = [total[k] + score for k, score in zip(from_, row, strict=True)]
        back.append(from_)
    path = [max(range(len(LABELS)), key=total.__getitem__)]
    for from_ in reversed(back):
        path.append(from_[path[-1]])
    return [LABELS[k] for k in reversed(path)]
