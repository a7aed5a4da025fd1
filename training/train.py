# ruff: noqa: E501
"""Train the name tagger: phases over weighted corpora, one learning-rate schedule, at the end the score on the test part.

`make -C training train` runs it with the settings of the shipped model. It uses a GPU where there is one.
"""

import argparse
import csv
import json
import random
import time
from pathlib import Path

import torch
from data import IGNORE, LABELS, Pack, Packer, Sentence, batches, read, save_vocabulary, tensors, vocabulary
from encoder import Packed, Shape, TaggerModel, pretrained
from score import line, score
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax

from waqai.tagger.decode import best
from waqai.tagger.lists import WIDTH, Lists
from waqai.tagger.pieces import Pieces

ROOT = Path(__file__).parent.parent
LISTS = ROOT / "src/waqai/tagger/data/lists.tsv"
EVERYTHING = {"anercorp": 1.0, "wikifane": 1.0, "aqmar": 1.0, "wojood": 1.0, "genre": 1.0}
HOME = {"anercorp": 1.0, "wikifane": 0.2, "aqmar": 0.5, "wojood": 0.2, "genre": 0.6}
PHASES = {
    "teacher": [EVERYTHING, HOME, HOME, HOME],
    "student": [EVERYTHING, EVERYTHING, HOME, HOME, HOME, HOME],
    "short": [HOME, HOME],
}


def names() -> dict[str, list[str]]:
    """Given and family names of the lists."""
    out: dict[str, list[str]] = {"given": [], "family": []}
    with (ROOT / "resources/actors/name-parts.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            for kind in ("given", "family") if row["kind"] == "both" else (row["kind"],):
                out[kind].append(row["form"])
    return out


def sample(corpora: dict[str, list[Sentence]], weights: dict[str, float], rng: random.Random) -> list[Sentence]:
    """A share of each corpus, in runs of consecutive sentences."""
    chosen: list[Sentence] = []
    for name, sentences in corpora.items():
        for start in range(0, len(sentences), 20):
            if rng.random() < weights.get(name, 0.0):
                chosen.extend(sentences[start : start + 20])
    return chosen


def tag(
    model: TaggerModel, packer: Packer, sentences: list[Sentence], longest: int, hide: bool = False
) -> list[list[str]]:
    """Labels of the sentences by the model, packed in order; longer ones than the limit end in O."""
    model.eval()
    still = Packer(packer.pieces, packer.lists)
    rows: list[list[str]] = []
    packs = list(still.packs(sentences, longest, alone=1.0 if longest == 0 else 0.0))
    flat: list[str] = []
    for pack in packs:
        if hide:
            pack.features = [frozenset()] * len(pack.features)
        ids, features, first, _ = tensors([pack])
        device = next(model.parameters()).device
        with torch.no_grad():
            logits = log_softmax(model(ids.to(device), features.to(device), first.to(device))[0].float(), -1)
        flat += best(logits.tolist())
    at = 0
    for sentence in sentences:
        size = min(len(sentence.words), 100)
        rows.append(flat[at : at + size])
        at += size
    return rows


def loss_of(model: TaggerModel, teacher: TaggerModel | None, group: list[Pack], device: torch.device) -> torch.Tensor:
    """Cross-entropy with the labels, and with the teacher's beliefs where there is a teacher."""
    ids, features, first, labels = (t.to(device) for t in tensors(group))
    head = 0 if group[0].main else 1
    with torch.autocast(device.type, torch.bfloat16):
        logits = model(ids, features, first, head).float()
        if teacher is not None:
            hidden = model(ids, features, first, 0).float() if head else logits
            with torch.no_grad():
                beliefs = softmax(teacher(ids, features, first, 0).float() / 2, -1)
    loss = cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE)
    if teacher is None:
        return loss
    real = labels != IGNORE
    taught = kl_div(log_softmax(hidden[real] / 2, -1), beliefs[real], reduction="batchmean") * 4
    return 0.5 * loss + taught


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder of train.json and test.json (see prepare.py)")
    parser.add_argument("--out", type=Path, required=True, help="folder of the trained model")
    parser.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11", help="layers of the encoder to keep")
    parser.add_argument("--phases", default="teacher", choices=sorted(PHASES))
    parser.add_argument("--teacher", type=Path, help="folder of a trained model to learn from")
    parser.add_argument("--init", type=Path, help="folder of a trained model to start from")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pieces", type=int, default=1500, help="pieces in a batch")
    parser.add_argument("--longest", type=int, default=128, help="pieces in a pack of sentences")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model, packer = build(options, read(options.work / "train.json"))
    model.to(device)
    teacher = load(options.teacher).to(device).eval() if options.teacher else None
    phases = PHASES[options.phases]
    weights = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=options.rate, weight_decay=0.01)
    begun = time.time()
    test = read(options.work / "test.json")
    done = 0.0
    for number, phase in enumerate(phases):
        corpora: dict[str, list[Sentence]] = {}
        sources = [path for path in (options.work / "train.json", options.work / "genre.json") if path.exists()]
        for sentence in (s for path in sources for s in read(path)):
            corpora.setdefault(sentence.corpus, []).append(sentence)
        packs = list(packer.packs(sample(corpora, phase, rng), options.longest))
        groups = batches(packs, options.pieces, rng)
        model.train()
        total = 0.0
        for step, group in enumerate(groups):
            # Each phase takes an equal share of the schedule: a short rise, then a straight fall to nothing.
            part = (number + step / len(groups)) / len(phases)
            for setting in optimizer.param_groups:
                setting["lr"] = options.rate * min(1.0, part * 30 + 0.02, (1 - part) * 1.05)
            loss = loss_of(model, teacher, group, device)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            total += loss.item()
            if step % 50 == 49:
                print(
                    f"phase {number} step {step + 1}/{len(groups)} loss {total / 50:.4f} {time.time() - begun:.0f} s",
                    flush=True,
                )
                total = 0.0
        save(options.out, model)
        done = time.time() - begun
        print(
            f"phase {number} done, {done:.0f} s; test: {line(score(test, tag(model, packer, test, options.longest)))}",
            flush=True,
        )
    print("sentence by sentence:", line(score(test, tag(model, packer, test, 0))))
    print("without lists:", line(score(test, tag(model, packer, test, options.longest, hide=True))))
    print(f"training time {done:.0f} s")


def build(options: argparse.Namespace, sentences: list[Sentence]) -> tuple[TaggerModel, Packer]:
    """The model to train and what makes its packs."""
    lists = Lists.read(LISTS)
    layers = tuple(map(int, options.layers.split(",")))
    packed = Packed()
    source = options.init or options.teacher
    if source:
        keep = json.loads((source / "keep.json").read_text())
    else:
        keep = vocabulary(packed, sentences, [word for form in lists.forms for word in form.split(" ")])
    save_vocabulary(options.out / "pieces.tsv", packed, keep)
    (options.out / "keep.json").write_text(json.dumps(keep))
    shape = Shape(len(keep), layers, WIDTH, (len(LABELS), len(LABELS)))
    (options.out / "shape.json").write_text(json.dumps(shape.__dict__))
    model = thinned(load(source), shape) if source else pretrained(shape, keep, packed)
    print(f"{len(keep)} pieces, {sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters", flush=True)
    return model, Packer(Pieces.read(options.out / "pieces.tsv"), lists, names(), options.seed)


def thinned(model: TaggerModel, shape: Shape) -> TaggerModel:
    """The model with only the layers of `shape`, numbered in the encoder they come from."""
    kept = [layer for number, layer in zip(model.shape.layers, model.layers, strict=True) if number in shape.layers]
    model.layers = torch.nn.ModuleList(kept)
    model.shape = shape
    return model


def save(folder: Path, model: TaggerModel) -> None:
    """Write the weights."""
    torch.save({name: weight.cpu() for name, weight in model.state_dict().items()}, folder / "model.pt")


def load(folder: Path) -> TaggerModel:
    """A model that was saved."""
    raw = json.loads((folder / "shape.json").read_text())
    shape = Shape(raw["pieces"], tuple(raw["layers"]), raw["features"], tuple(raw["labels"]))
    model = TaggerModel(shape)
    model.load_state_dict(torch.load(folder / "model.pt", map_location="cpu"))
    return model


if __name__ == "__main__":
    main()
