"""The way through: a report passes the stages in order; each takes the layer before it and returns a new one."""

from waqai.model import Document, Record
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.ground import ground
from waqai.pipeline.link import link

STAGES = ("acquire", "analyze", "detect", "extract", "ground", "link")
"""Names of the stages in running order; folders and docs are tested against it."""


def read_document(document: Document, use_model: bool = True, least: float | None = None) -> Record:
    """Read one document: stages two to five, and the links within it.

    Args:
        document: the document as acquired.
        use_model: let learned scorers add to the rules, where any is installed.
        least: events less likely than this are not told; the reader's own measure without it.

    Returns:
        The record; without events where the language is not Arabic.
    """
    if document.language not in (None, "ar", "und"):
        return Record(document=document)
    extracted = extract(detect(analyze(document), use_model))
    return link(ground(extracted) if least is None else ground(extracted, least))
