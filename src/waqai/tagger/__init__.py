"""The learned name tagger: persons, places and organisations that no list has. Optional; see `docs/models.md`.

It needs the extra `model` (onnxruntime, numpy). Without it, or with a model file that is not the pinned one,
`load` returns `None` and the reader goes on with its rules alone.
"""

from waqai.tagger.tagger import Tagger, around, load

__all__ = ["Tagger", "around", "load"]
