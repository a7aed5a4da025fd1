"""Stage 4: mentions → frames: which mention plays which role for which trigger, its status, and who says so."""

from msgspec import Struct

from waqai.pipeline.detect import Detected
from waqai.pipeline.extract.attribution import AttributionReader
from waqai.pipeline.extract.frame import Attribution, Frame
from waqai.pipeline.extract.frames import SentenceReader
from waqai.pipeline.extract.sources.assign import MATERIAL, attribute

__all__ = ["Extracted", "Frame", "extract"]

WAYS = (("office",), ("said", "direct"), ("according",))
"""Which attributions of a sentence the next may carry on, the likeliest first."""

STATEMENTS = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"])


class Extracted(Struct, frozen=True):
    """What detect found, with frames and attributions by sentence."""

    detected: Detected
    frames: tuple[Frame, ...]
    attributions: tuple[tuple[Attribution, ...], ...]


def extract(detected: Detected) -> Extracted:
    """Fill the roles of every trigger.

    Args:
        detected: mentions and temporal expressions of each sentence.

    Returns:
        Frames in the order of the text, each with status, time, place, topics and sources.
    """
    frames: list[Frame] = []
    said_by: list[tuple[Attribution, ...]] = []
    last: Attribution | None = None
    quoted: Attribution | None = None
    text = detected.analysis.document.text
    relatives = detected.lexicon.words("relatives")
    for index, found in enumerate(detected.found):
        reader = SentenceReader(found, index, detected.lexicon, text, ())
        attributions = AttributionReader(found, reader.heads, reader.subjects, detected.lexicon, text)
        said = tuple(attributions.read(last, quoted))
        quoted = attributions.quoting(said, quoted)
        said_by.append(said)
        last = next((a for way in WAYS for a in reversed(said) if a.way in way), last)
        here = [frame for frame in reader.frames() if frame.head.i not in attributions.cited.cue_verbs]
        deed = any(frame.trigger.type in MATERIAL for frame in here)
        frames.extend(attribute(frame, said, found, relatives, deed) for frame in here)
    return Extracted(detected, tuple(frames), tuple(said_by))
