"""Agreements in a document: where they are named, what was done to them, what they say."""

from waqai.pipeline.ground.accords.clauses import ClauseReader
from waqai.pipeline.ground.accords.cues import AccordCues, accord_cues
from waqai.pipeline.ground.accords.known import Clauses
from waqai.pipeline.ground.accords.names import Accord, accords_of

__all__ = ["Accord", "AccordCues", "ClauseReader", "Clauses", "accord_cues", "accords_of"]
