"""Stage 4: mentions → frames: which mention plays which role for which trigger, its status, and who says so."""

from msgspec import Struct
from msgspec.structs import replace

from waqai.pipeline.detect import Detected
from waqai.pipeline.extract.attribution import AttributionReader
from waqai.pipeline.extract.frame import Attribution, Frame
from waqai.pipeline.extract.frames import SentenceReader

__all__ = ["Extracted", "Frame", "extract"]

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
    text = detected.analysis.document.text
    for index, found in enumerate(detected.found):
        reader = SentenceReader(found, index, detected.lexicon, text, ())
        said = tuple(AttributionReader(found, reader.heads, reader.subjects, detected.lexicon, text).read(last))
        said_by.append(said)
        last = next((a for a in reversed(said) if a.scope != (0, len(found.sentence.words))), None) or last
        frames.extend(_attributed(frame, said) for frame in reader.frames())
    return Extracted(detected, tuple(frames), tuple(said_by))


def _attributed(frame: Frame, said: tuple[Attribution, ...]) -> Frame:
    """Give a frame the sources of the words it stands in; the speaker of a statement is its actor."""
    covering = [a for a in said if a.scope[0] <= frame.head.i < a.scope[1]]
    speaker = next((a.mention for a in reversed(covering) if a.mention is not None), None)
    sources = tuple(a for a in covering if a.mention is None or a.mention not in frame.actors)
    return replace(frame, sources=sources, speaker=speaker)
