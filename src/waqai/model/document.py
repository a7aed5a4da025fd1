"""The document: a report or statement as received."""

from msgspec import Struct


class Document(Struct, frozen=True, kw_only=True):
    """One news report or official statement, as received, never altered.

    Attributes:
        id: the sender's id, or a hash of the text and its publication date.
        text: the text as received; every offset of the record points into it.
        published: document creation time (DCT) as an ISO date, or `None` where unknown.
        title: headline, kept apart from the text.
        outlet: who published it.
        url: where it was found.
        language: BCP 47 tag of the text's language.
        sha256: hash of the text in UTF-8.
        notes: what acquiring found worth saying (encoding guessed, date found in the page ...).
    """

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str | None = None
    notes: tuple[str, ...] = ()
