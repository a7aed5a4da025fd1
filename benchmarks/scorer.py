"""Would a learned event scorer pay? How right the reader's confidence is, and what a scorer trained on gold reaches.

    python benchmarks/scorer.py

Reads `benchmarks/gold`. First, for each confidence, how many events are right, on the `tune` and the `held` half. Then
a logistic regression on what the reader knows of every candidate event, those that its rules let fall too,
cross-validated by document on `tune`: AUC, and events F1 where candidates under a threshold are dropped, beside the
F1 of the rules. See docs/decisions/031-no-event-scorer.md.
"""

import importlib
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from waqai import Event, Reader
from waqai.evaluate.gold import GoldDocument, read_gold
from waqai.evaluate.match import pair_up
from waqai.evaluate.run import as_prediction
from waqai.pipeline.acquire import Given, build_document

GOLD = sorted((Path(__file__).parent / "gold").glob("*.jsonl"))
BINS = (0.0, 0.65, 0.75, 0.82, 0.88, 1.0)
FOLDS = 10
PENALTY = 3.0
THRESHOLDS = (0.2, 0.3, 0.4, 0.5)
gather: Any = importlib.import_module("waqai.pipeline.ground.gather")
Features = dict[str, float]


class Candidate(Struct, frozen=True):
    """An event with its document, whether the rules keep it, and whether the gold has it."""

    document: str
    event: Event
    features: Features
    kept: bool
    right: bool


def candidates(gold: GoldDocument, reader: Reader, stands: Callable[..., bool]) -> list[Candidate]:
    """All candidates of a document that the gold decides on: those paired with a non-core event are left out."""
    document = build_document(gold.text, Given(id=str(gold.id), published=gold.published or gold.dct))
    gather.stands = stands
    kept = {(e.type, e.trace[0].span) for e in reader.read(document).events}
    gather.stands = lambda *_: True
    record = reader.read(document)
    gather.stands = stands
    said = as_prediction(record).events or ()
    typed = {j: i for i, j in pair_up(gold, said, typed=True)}
    loose = {j: i for i, j in pair_up(gold, said, typed=False)}
    events, out = gold.events or (), []
    for j, event in enumerate(record.events):
        answer = typed.get(j, loose.get(j))
        if answer is None or events[answer].core is not False:
            stands_now = (event.type, event.trace[0].span) in kept
            known = features(event, record.events, gold.text, stands_now)
            out.append(Candidate(str(gold.id), event, known, stands_now, j in typed))
    return out


def features(e: Event, events: tuple[Event, ...], text: str, kept: bool) -> Features:
    """What the reader knows of an event, as numbers about one."""
    parties = [*e.actors, *e.recipients]
    start, (a, b) = e.evidence[0].start, e.trace[0].span or (0, 0)
    beside = [x for x in events if x is not e and x.evidence[0].start == start]
    flags = [f"type {e.type}", f"act {e.act}", f"mode {e.mode}", f"status {e.status}"]
    flags += [f"sector {p.sector}" for p in parties]
    flags += [f"status by {t.rule}" for t in e.trace if t.field == "status"]
    return dict.fromkeys(flags, 1.0) | {
        "kept": 2.0 * kept,
        "confidence": e.confidence,
        "actors": min(4, len(e.actors)) / 4,
        "recipients": min(3, len(e.recipients)) / 3,
        "inferred": sum(p.inferred for p in parties) / max(1, len(parties)),
        "office": float(any(p.office for p in parties)),
        "stateless": float(any(p.country is None for p in parties)),
        "dated": float(e.when is not None),
        "placed": float(e.where is not None),
        "sourced": float(bool(e.sources)),
        "told again": min(3, len(e.evidence)) / 3,
        "where": start / max(1, len(text)),
        "far": min(200, a - start) / 200,
        "article": float(text[a:b].lstrip("و").startswith("ال")),
        "events": min(15, len(events)) / 15,
        "beside": min(4, len(beside)) / 4,
        "same type beside": float(any(x.type == e.type for x in beside)),
    }


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with an L2 penalty, by Newton's method; the last column is the constant."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 0.0
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + penalty * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        w -= np.linalg.solve(curve, slope)
    return w


def cross_validated(items: list[Candidate]) -> np.ndarray:
    """For each candidate, its probability by weights from other documents."""
    names = sorted({name for c in items for name in c.features})
    x = np.array([[*(c.features.get(name, 0.0) for name in names), 1.0] for c in items])
    y = np.array([c.right for c in items], float)
    folds = {d: n % FOLDS for n, d in enumerate(sorted({c.document for c in items}))}
    fold = np.array([folds[c.document] for c in items])
    out = np.zeros(len(items))
    for k in range(FOLDS):
        out[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ fit(x[fold != k], y[fold != k])))
    return out


def auc(y: np.ndarray, p: np.ndarray) -> float:
    """How often a right event has the higher score of a right and a wrong one."""
    right, wrong = p[y], p[~y]
    return float(np.mean((right[:, None] > wrong) + 0.5 * (right[:, None] == wrong)))


def f1(kept: np.ndarray, y: np.ndarray, asked: int) -> float:
    return float(2 * y[kept].sum() / (kept.sum() + asked))


def show_confidence(name: str, items: list[Candidate]) -> None:
    said = np.array([c.event.confidence for c in items if c.kept])
    y = np.array([c.right for c in items if c.kept])
    print(f"{name}: {len(y)} events, {y.mean():.2f} right, AUC of confidence {auc(y, said):.3f}")
    for low, high in pairwise(BINS):
        inside = (said >= low) & (said < high)
        if inside.any():
            print(f"  confidence {said[inside].mean():.2f}: {y[inside].mean():.2f} right of {inside.sum()}")


def main() -> None:
    """Print both tables."""
    reader, stands = Reader(), gather.stands
    found: dict[str, list[Candidate]] = {"tune": [], "held": []}
    asked = 0
    for path in GOLD:
        splits = [json.loads(line)["split"] for line in path.open(encoding="utf-8")]
        for gold, split in zip(read_gold(str(path)), splits, strict=True):
            found[split] += candidates(gold, reader, stands)
            asked += (split == "tune") * sum(e.core is not False for e in gold.events or ())
    for split, items in found.items():
        show_confidence(split, items)
    items = found["tune"]
    y, kept, p = np.array([c.right for c in items]), np.array([c.kept for c in items]), cross_validated(items)
    print(f"rules: events F1 {f1(kept, y, asked):.4f} of {len(y)} candidates, {y.sum()} right")
    print(
        f"scorer, cross-validated: AUC {auc(y, p):.3f}, of those kept by rules {auc(y[kept], p[kept]):.3f}; events F1"
    )
    for threshold in THRESHOLDS:
        alone, both = f1(p >= threshold, y, asked), f1(kept & (p >= threshold), y, asked)
        print(f"  dropped under {threshold}: {alone:.4f} instead of the rules, {both:.4f} after them")


if __name__ == "__main__":
    main()
