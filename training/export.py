# ruff: noqa: E501
"""Export a trained model for the reader: 8-bit ONNX with its vocabulary, into the package, pinned by SHA-256."""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import ROOT, load

from waqai.tagger.lists import WIDTH

DATA = ROOT / "src/waqai/tagger/data"


class Shipped(nn.Module):
    """The model as the reader calls it: the shipped head, as log probabilities."""

    def __init__(self, folder: Path) -> None:
        """Load the trained model in `folder`."""
        super().__init__()
        self.model = load(folder).eval()

    def forward(self, ids: Tensor, features: Tensor, first: Tensor) -> Tensor:
        """Log probabilities of the labels, [batch, words, labels]."""
        return torch.log_softmax(self.model(ids, features, first, 0), -1)


def coarser(path: Path, step: int) -> None:
    """Round the 8-bit weights to multiples of `step`: fewer levels (6 bits and a half for 3), so that a wheel packs them
    into three quarters of the space; scores move by less than their spread between seeds.
    """
    model = onnx.load(str(path))
    for tensor in model.graph.initializer:
        if tensor.data_type != onnx.TensorProto.INT8 or len(tensor.dims) < 2:
            continue
        values = numpy_helper.to_array(tensor).astype(np.int32)
        rounded = np.clip(np.rint(values / step) * step, -126, 126).astype(np.int8)
        tensor.CopyFrom(numpy_helper.from_array(rounded, tensor.name))
    onnx.save(model, str(path))


def main() -> None:
    """Write `ner.onnx`, `pieces.tsv` and `manifest.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the trained model")
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--step", type=int, default=3, help="round weights to multiples of this (1: not at all)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    full = options.model / "full.onnx"
    ids = torch.randint(5, 100, (2, 24))
    first = torch.arange(0, 20, 2)[None].repeat(2, 1)
    names = ["ids", "features", "first"]
    axes = {
        "ids": {0: "b", 1: "t"},
        "features": {0: "b", 1: "t"},
        "first": {0: "b", 1: "w"},
        "scores": {0: "b", 1: "w"},
    }
    example = (ids, torch.zeros(2, 24, WIDTH), first)
    torch.onnx.export(
        Shipped(options.model),
        example,
        str(full),
        input_names=names,
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(full), str(options.out / "ner.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    if options.step > 1:
        coarser(options.out / "ner.onnx", options.step)
    shutil.copy(options.model / "pieces.tsv", options.out / "pieces.tsv")
    files = {
        name: hashlib.sha256((options.out / name).read_bytes()).hexdigest()
        for name in ("ner.onnx", "pieces.tsv", "lists.tsv")
    }
    (options.out / "manifest.json").write_text(json.dumps({"version": "1", "sha256": files}, indent=1) + "\n")
    print({name: f"{(options.out / name).stat().st_size / 1e6:.1f} MB" for name in files})


if __name__ == "__main__":
    main()
