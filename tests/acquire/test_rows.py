"""Documents in JSON: one a line, or an array."""

import io
import itertools
import json

import pytest

from waqai.model import Document
from waqai.pipeline.acquire import Given
from waqai.pipeline.acquire.rows import read_rows

TEXT = "التقى وزير الخارجية نظيره في دمشق"


def rows(data: str | bytes, given: Given | None = None) -> list[tuple[int, str]]:
    """Number and text, or number and message, of everything in `data`."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return [(n, d.text if isinstance(d, Document) else str(d)) for n, d in read_rows(stream, given or Given())]


def line(**values: object) -> str:
    return json.dumps({"text": TEXT, **values}, ensure_ascii=False)


def test_rows_of_json_lines_skip_blank_lines_and_unknown_keys() -> None:
    assert rows(f"{line(zzz=1)}\n\n  \n{line(id=4)}") == [(1, TEXT), (4, TEXT)]


def test_row_says_what_is_known() -> None:
    stream = io.BytesIO(
        line(id=7, published="2025-10-17", title="عنوان", outlet="سانا", url="https://a.example/1").encode()
    )
    [(_, document)] = read_rows(stream, Given())
    assert isinstance(document, Document)
    assert (document.id, document.published, document.title, document.outlet, document.url) == (
        "7",
        "2025-10-17",
        "عنوان",
        "سانا",
        "https://a.example/1",
    )


def test_what_the_user_says_wins() -> None:
    stream = io.BytesIO(line(published="2025-10-17", outlet="سانا").encode())
    [(_, document)] = read_rows(stream, Given(published="2025-01-02"))
    assert isinstance(document, Document)
    assert (document.published, document.outlet) == ("2025-01-02", "سانا")


@pytest.mark.parametrize(
    "data",
    [
        f"[{line()}, {line()}]",
        f"[\n {line()},\n {line()}\n]\n",
        f"\ufeff{line()}\n{line()}",
        f"{line()}\r\n{line()}\r\n",
    ],
)
def test_rows_of_other_shapes(data: str) -> None:
    assert rows(data) == [(1, TEXT), (2, TEXT)]


def test_rows_of_one_object_over_several_lines() -> None:
    assert rows(json.dumps({"text": TEXT, "id": 1}, indent=2)) == [(1, TEXT)]


def test_rows_of_another_code_page_are_read() -> None:
    assert rows((line() + "\n" + line(outlet="في دمشق من")).encode("cp1256")) == [(1, TEXT), (2, TEXT)]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "malformed JSON"),
        ('{"text": "a"', "malformed JSON"),
        ('{"text": 5}', "not a document (Expected `str | null`, got `int`"),
        ('{"title": "a"}', "not a document (it has no «text»)"),
        ("5", "not a document"),
        ('{"text": "  "}', "no text in it"),
        (line(published="2025-02-30"), "publication date «2025-02-30» is not a day of the calendar"),
        (line(published="أمس"), "publication date «أمس» is not an ISO date"),
    ],
)
def test_one_bad_line_is_named_and_the_others_are_read(bad: str, message: str) -> None:
    found = rows(f"{line()}\n{bad}\n{line()}\n")
    assert [n for n, _ in found] == [1, 2, 3]
    assert [found[0][1], found[2][1]] == [TEXT, TEXT]
    assert found[1][1].startswith(message)
    assert "\n" not in found[1][1]


def test_a_bad_first_line_is_named_and_the_others_are_read() -> None:
    found = rows(f'{{"text": "a\n{line()}\n{line()}\n')
    assert [n for n, _ in found] == [1, 2, 3]
    assert [text for _, text in found[1:]] == [TEXT, TEXT]


def test_half_a_surrogate_pair_becomes_a_mark_of_the_same_length() -> None:
    assert rows('{"text": "التقى \\ud800 الوزير"}') == [(1, "التقى \ufffd الوزير")]


def test_a_line_over_the_limit_is_named_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.pipeline.acquire.rows.MAX_BYTES", 200)
    found = rows(f"{line()}\n{line(text=TEXT * 40)}\n{line()}\n")
    assert [n for n, _ in found] == [1, 2, 3]
    assert "over the" in found[1][1]


class Endless(io.RawIOBase):
    """A stream that never ends."""

    def __init__(self) -> None:
        self.data = (line() + "\n").encode()
        self.served = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        size = min(len(buffer), len(self.data))
        buffer[:size] = self.data[:size]
        self.served += size
        assert self.served < 10_000_000, "the stream was read ahead of what was asked for"
        return size


def test_rows_are_read_as_they_are_asked_for() -> None:
    found = itertools.islice(read_rows(io.BufferedReader(Endless()), Given()), 1000)
    assert sum(1 for _ in found) == 1000
