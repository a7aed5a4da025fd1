"""Bytes to text: UTF-8, UTF-16 and the Arabic code pages, or one line saying why not."""

import codecs
import re

from waqai.errors import UnreadableDocument

SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
BOMS = [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
CODE_PAGES = {"cp1256": "Windows-1256", "iso8859-6": "ISO 8859-6"}
# Words that any Arabic sentence holds; the code page that shows more of them is the one it was written in.
FREQUENT = re.compile(r"\bال|\b(?:في|من|على|إلى|أن)\b")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
ARABIC = re.compile("[\u0600-\u06ff]")
SAMPLE = 65_536
MAX_BROKEN = 0.01
MAX_CONTROLS = 0.005


def decode(data: bytes) -> tuple[str, str | None]:
    """Read `data` as text.

    Args:
        data: a whole file, or one line of it.

    Returns:
        The text, without a byte order mark, and a note where the encoding had to be guessed.

    Raises:
        UnreadableDocument: the bytes are no text, or in no encoding that is known.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), None
    refuse_binary(data)
    if b"\x00" in data[:SAMPLE]:
        return _decode_utf16(data), "the text is UTF-16 without a byte order mark"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_code_page(data, error.start)
    _refuse_controls(text)
    return text, None


def refuse_binary(data: bytes) -> None:
    """Raise when `data` starts as a known binary format does."""
    for signature, name in SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableDocument(f"{name}, not text: save its text as UTF-8 and read that")


def _refuse_controls(text: str) -> None:
    sample = text[:SAMPLE]
    if len(CONTROLS.findall(sample)) > MAX_CONTROLS * len(sample):
        raise UnreadableDocument("binary data, not text: give plain text, a saved page or JSON Lines")


def _decode_utf16(data: bytes) -> str:
    # Arabic letters and Latin ones have 06 and 00 as their high byte: it stands on every second place.
    high = (b"\x00", b"\x06")
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        places = data[first:SAMPLE:2]
        if sum(places.count(byte) for byte in high) > 0.9 * len(places):
            text = data.decode(encoding, errors="replace")
            _refuse_controls(text)
            return text
    raise UnreadableDocument("binary data, not text: give plain text, a saved page or JSON Lines")


def _decode_code_page(data: bytes, at: int) -> tuple[str, str | None]:
    sample = data[:SAMPLE]
    scores = {page: _arabic_score(sample.decode(page, errors="replace")) for page in CODE_PAGES}
    best = max(scores, key=lambda page: scores[page])
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    # A page cut in the middle of a letter is still UTF-8; a code page read as UTF-8 breaks at every word.
    if broken <= max(1, MAX_BROKEN * len(mended)) and ARABIC.search(mended):
        return mended, f"{broken} bytes are not UTF-8 and stand as \ufffd"
    if scores[best] > 0:
        text = data.decode(best, errors="replace")
        _refuse_controls(text)
        return text, f"the text is in {CODE_PAGES[best]}, not UTF-8"
    _refuse_controls(data[:SAMPLE].decode("latin-1"))
    raise UnreadableDocument(f"the encoding is unknown (byte {at} is not UTF-8): save the text as UTF-8")


def _arabic_score(text: str) -> int:
    """How many frequent words a reading shows; 0 where most of its letters are not Arabic."""
    letters = sum(map(str.isalpha, text))
    return 1 + len(FREQUENT.findall(text)) if letters and len(ARABIC.findall(text)) >= letters / 2 else 0
