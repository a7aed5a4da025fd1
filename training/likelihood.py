"""Learn how likely events are: fits `resources/likelihood.tsv` to gold reports.

    python training/likelihood.py GOLD.jsonl ... [--real GOLD.jsonl ...] [--check]

Every event the reader can tell of the reports (those marked `held` are left out) is right where the scorer pairs it
with one of the gold's of its type. A logistic regression with a ridge learns from the signs of its draft whether it is.
Reports given with `--real` count twice: they are the press as it is. `--check` learns from all files but one and prints
the area under the curve and the Brier score on that one, for each in turn; it writes nothing. A minute on one core.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from msgspec import Struct

from waqai.evaluate.gold import GoldDocument, read_gold
from waqai.evaluate.match import pair_up
from waqai.evaluate.run import as_prediction
from waqai.pipeline.acquire import Given
from waqai.pipeline.acquire.build import build_document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.ground import drafted, recorded
from waqai.pipeline.ground.likelihood import BIAS, signs_of

OUTPUT = Path(__file__).parents[1] / "resources" / "likelihood.tsv"
RIDGE = 6.0
SEEN = 15
STEPS = 60
REAL = 2.0


class Case(Struct, frozen=True):
    """One event that could be told: its signs, whether the gold has it, and how much it counts."""

    signs: tuple[str, ...]
    right: bool
    weight: float


def cases_of(gold: GoldDocument, weight: float) -> Iterator[Case]:
    """What the reader can tell of a report, against its gold."""
    document = build_document(gold.text, Given(published=gold.published, title=gold.title, outlet=gold.outlet))
    extracted = extract(detect(analyze(document), use_model=True))
    registry, drafts = drafted(extracted)
    found = extracted.detected.found
    signs = [tuple(dict.fromkeys(signs_of(d, drafts, found[d.frames[0].sentence]))) for d in drafts]
    said = as_prediction(recorded(extracted, registry, drafts, 0.0)).events
    right = {j for _, j in pair_up(gold, said, typed=True)}
    yield from (Case(of_draft, n in right, weight) for n, of_draft in enumerate(signs))


def read_cases(paths: list[str], weight: float) -> dict[str, list[Case]]:
    """The cases of each file."""
    return {
        path: [case for gold in read_gold(path) if gold.split != "held" for case in cases_of(gold, weight)]
        for path in paths
    }


def fit(cases: list[Case]) -> dict[str, float]:
    """Weights of the signs seen often enough, by Newton's method."""
    counts = Counter(sign for case in cases for sign in case.signs)
    names = sorted(sign for sign, n in counts.items() if n >= SEEN)
    place = {sign: n for n, sign in enumerate(names)}
    x = np.zeros((len(cases), len(names) + 1))
    x[:, -1] = 1
    for row, case in enumerate(cases):
        x[row, [place[sign] for sign in case.signs if sign in place]] = 1
    y, weight = np.array([float(c.right) for c in cases]), np.array([c.weight for c in cases])
    ridge, w = np.append(np.full(len(names), RIDGE), 1e-6), np.zeros(len(names) + 1)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (weight * (p - y)) + ridge * w
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        w -= step
        if abs(step).max() < 1e-6:
            break
    return {sign: round(float(value), 3) for sign, value in zip([*names, BIAS], w, strict=True)}


def likelihoods(cases: list[Case], weights: dict[str, float]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """How likely each case is by the weights."""
    scores = [weights[BIAS] + sum(weights.get(sign, 0.0) for sign in case.signs) for case in cases]
    return 1 / (1 + np.exp(-np.array(scores)))


def check(cases: dict[str, list[Case]]) -> None:
    """Print how well each file is foretold by the others."""
    for path, mine in cases.items():
        weights = fit([case for other, theirs in cases.items() if other != path for case in theirs])
        p, y = likelihoods(mine, weights), np.array([case.right for case in mine])
        ahead = p[y][:, None] - p[~y][None, :]
        area = np.mean((ahead > 0) + (ahead == 0) / 2)
        brier = np.mean((p - y) ** 2)
        print(f"{Path(path).name:24} {len(mine):4} events, {y.mean():.2f} right  AUC {area:.3f}  Brier {brier:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--real", nargs="*", default=[])
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    cases = read_cases(args.gold, 1.0) | read_cases(args.real, REAL)
    if args.check:
        return check(cases)
    everything = [case for theirs in cases.values() for case in theirs]
    weights = fit(everything)
    seen, right = Counter[str](), Counter[str]()
    for case in everything:
        seen.update((*case.signs, BIAS))
        right.update((*case.signs, BIAS) if case.right else ())
    with OUTPUT.open("w", encoding="utf-8") as out:
        out.write("sign\tweight\tseen\tright\n")
        for sign in sorted(weights):
            out.write(f"{sign}\t{weights[sign]}\t{seen[sign]}\t{right[sign]}\n")
    print(f"{OUTPUT.name}: {len(weights)} weights from {len(everything)} events")


if __name__ == "__main__":
    main()
