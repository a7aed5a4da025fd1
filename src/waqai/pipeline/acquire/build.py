"""A document from its text and what is known about it."""

import hashlib
import re

from msgspec import Struct

from waqai.errors import UnreadableDocument
from waqai.model import Document
from waqai.pipeline.acquire.dateline import date_in_dateline
from waqai.pipeline.acquire.dates import check_date
from waqai.pipeline.acquire.language import detect_language

MAX_BYTES = 20_000_000
SURROGATES = re.compile("[\ud800-\udfff]")


class Given(Struct, frozen=True, kw_only=True):
    """What is known about a text: from its file, or said by the user (which then wins).

    Attributes:
        id: the sender's id.
        published: publication date, ISO 8601.
        title: headline.
        outlet: who published it.
        url: where it was found.
    """

    id: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None

    def over(self, other: "Given") -> "Given":
        """These values, and those of `other` where these are unknown."""
        return Given(**{name: getattr(self, name) or getattr(other, name) for name in self.__struct_fields__})


def build_document(text: str, given: Given, notes: tuple[str, ...] = ()) -> Document:
    """Make the document of one text.

    Args:
        text: the text as received; kept as it is.
        given: what is known about it.
        notes: what acquiring it found worth saying.

    Returns:
        The document, its language detected and its hash taken.

    Raises:
        UnreadableDocument: the text is empty or too large.
        BadValue: the publication date cannot be.
    """
    if SURROGATES.search(text):
        # Half a character cannot be written as UTF-8; a mark of the same length keeps every offset.
        text = SURROGATES.sub("\ufffd", text)
        notes = (*notes, "broken characters stand as \ufffd")
    if not text.strip():
        raise UnreadableDocument("no text in it: nothing to read")
    published = check_date(given.published) if given.published else None
    if published is None and (dated := date_in_dateline(text)):
        published, dateline = dated
        notes = (*notes, f"published on {published}: the date of its dateline «{dateline}»")
    data = text.encode()
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(too_large(len(data)))
    return Document(
        id=given.id or hashlib.sha256(f"{published or ''}\n".encode() + data).hexdigest()[:16],
        text=text,
        published=published,
        title=given.title or None,
        outlet=given.outlet or None,
        url=given.url or None,
        language=detect_language(text),
        sha256=hashlib.sha256(data).hexdigest(),
        notes=notes,
    )


def too_large(size: int) -> str:
    """The message for a document of `size` bytes that is too large to be one report."""
    limit = MAX_BYTES // 1_000_000
    return (
        f"{size / 1e6:.0f} MB, over the {limit} MB of one document: split it, or give one document a line (JSON Lines)"
    )
