"""Bytes to text."""

import pytest

from waqai.errors import UnreadableDocument
from waqai.text.decode import decode

ARABIC = "التقى وزير الخارجية التركي نظيره السوري في دمشق على هامش القمة."


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", "the text is UTF-16 without a byte order mark"),
        ("utf-16-be", "the text is UTF-16 without a byte order mark"),
        ("cp1256", "the text is in Windows-1256, not UTF-8"),
        ("iso8859-6", "the text is in ISO 8859-6, not UTF-8"),
    ],
)
def test_decode_knows_the_encodings_of_arabic(encoding: str, note: str | None) -> None:
    assert decode(ARABIC.encode(encoding)) == (ARABIC, note)


def test_decode_keeps_a_text_cut_inside_a_letter() -> None:
    text, note = decode(ARABIC.encode()[:-3])
    assert text.startswith(ARABIC[:-3])
    assert note == "1 bytes are not UTF-8 and stand as \ufffd" or note is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "a PDF file, not text"),
        (b"PK\x03\x04....", "a zip archive or an office document, not text"),
        (b"\x89PNG\r\n\x1a\n", "a picture, not text"),
        (bytes(range(256)) * 20, "binary data, not text"),
        (b"\x00\x01\x02\x03" * 100, "binary data, not text"),
        ("Le café est fermé, l'été aussi".encode("latin-1"), "the encoding is unknown (byte 6 is not UTF-8)"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
