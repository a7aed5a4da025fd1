"""What the reader of attributions knows of one sentence: its cues, the phrases of sources, what words came through."""

from waqai.pipeline.extract.sources.cited import CitedReader
from waqai.pipeline.extract.sources.content import ContentReader
from waqai.pipeline.extract.sources.cues import Cues, Saying, cues_of
from waqai.pipeline.extract.sources.headline import HeadlineReader
from waqai.pipeline.extract.sources.line import Line
from waqai.pipeline.extract.sources.phrase import PhraseReader
from waqai.pipeline.extract.sources.spoken import Phrase
from waqai.pipeline.extract.sources.via import ViaReader

__all__ = [
    "CitedReader",
    "ContentReader",
    "Cues",
    "HeadlineReader",
    "Line",
    "Phrase",
    "PhraseReader",
    "Saying",
    "ViaReader",
    "cues_of",
]
