"""A saved web page: its main text, and what its head says about it."""

import re
from typing import Any

from waqai.errors import UnreadableDocument
from waqai.model import Document
from waqai.pipeline.acquire.build import Given, build_document
from waqai.pipeline.acquire.head import PageHead, read_head
from waqai.text.decode import decode

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
SPACES = re.compile(r"\s+")


def read_page(data: bytes, given: Given) -> Document:
    """Make the document of a saved page.

    Args:
        data: the page as saved.
        given: what the user says about it; it wins over what the page says.

    Returns:
        The document: text is the main text of the page, paragraphs on lines of their own.

    Raises:
        UnreadableDocument: no main text could be found.
        BadValue: a publication date that cannot be.
    """
    from lxml import html

    source, note = _decode_page(data)
    source = XML_DECLARATION.sub("", source)
    try:
        tree = html.document_fromstring(source)
    except (ValueError, html.etree.ParserError):
        raise UnreadableDocument("a page without text: save the article itself, or give its text") from None
    head = read_head(tree)
    text = _main_text(source, head.title)
    found = Given(published=head.published, title=head.title, outlet=head.outlet, url=head.url)
    return build_document(text, given.over(found), tuple(n for n in (note, *_notes(head, given)) if n))


def _notes(head: PageHead, given: Given) -> list[str]:
    if given.published or not head.published:
        return []
    return [f"publication date {head.published} {head.published_from}"]


def _decode_page(data: bytes) -> tuple[str, str | None]:
    """The page as text: by the encoding it declares where that works, else as any text."""
    declared = CHARSET.search(data[:4096])
    if declared and b"\x00" not in data[:4096]:
        try:
            return data.decode(declared[1].decode()).removeprefix("\ufeff"), None
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _main_text(source: str, title: str | None) -> str:
    import trafilatura

    options: dict[str, Any] = {"include_comments": False, "with_metadata": False, "favor_precision": True}
    page = trafilatura.bare_extraction(source, **options)
    text = str(getattr(page, "text", None) or "").strip()
    first, _, rest = text.partition("\n")
    if title and rest and _same(first, title):
        text = rest.strip()
    if not text:
        raise UnreadableDocument("a page without text: save the article itself, or give its text")
    return text


def _same(a: str, b: str) -> bool:
    return SPACES.sub(" ", a).strip() == SPACES.sub(" ", b).strip()
