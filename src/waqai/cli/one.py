"""One record of one file, for the commands that look at a single document."""

from waqai.errors import BadValue, UnreadableDocument
from waqai.model import Record
from waqai.pipeline.acquire import Given, acquire
from waqai.reader import Reader


def read_one(file: str, given: Given, doc: str | None, *, use_model: bool = True) -> tuple[str, Record]:
    """Read the first document of a file, or the one with an id.

    Args:
        file: the source; "-" is standard input.
        given: what the user says about it.
        doc: id of the document wanted.
        use_model: let the learned scorers help.

    Returns:
        Where it stands, and its record.

    Raises:
        UnreadableDocument: it cannot be read.
        BadValue: the file holds no document of that id.
    """
    reader = Reader(use_model=use_model)
    for item in acquire([file], given):
        if item.document is None:
            if doc is None:
                raise UnreadableDocument(f"{item.where}: {item.error}")
        elif doc is None or item.document.id == doc:
            return item.where, reader.read(item.document)
    raise BadValue(f"{file}: no document «{doc}» in it: give the id of one" if doc else f"{file}: no document in it")
