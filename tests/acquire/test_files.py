"""Sources to documents."""

from pathlib import Path

import pytest

from waqai.pipeline.acquire import Given, acquire

TEXT = "التقى وزير الخارجية نظيره في دمشق"


def test_document_of_a_file_keeps_its_text_as_received(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"  {TEXT}\r\n\n".encode())
    [found] = acquire([str(path)], Given(published="2025-10-17", outlet="سانا"))
    assert found.document is not None
    assert found.document.text == f"  {TEXT}\r\n\n"
    assert (found.document.published, found.document.outlet) == ("2025-10-17", "سانا")
    assert found.document.language == "ar"


def test_document_id_is_a_hash_of_text_and_date(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    ids = []
    for published in ("2025-10-17", "2025-10-17", "2025-10-18"):
        [found] = acquire([str(path)], Given(published=published))
        assert found.document is not None
        ids.append(found.document.id)
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}', "json"),
        (f'[{{"text": "{TEXT}"}}]', "json"),
        (f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>", "page"),
        (f'<?xml version="1.0"?>\n<html><body><p>{TEXT}</p></body></html>', "page"),
        (TEXT, "text"),
        (f"[سانا] {TEXT}", "text"),
    ],
)
def test_kind_of_a_file_without_a_known_ending(tmp_path: Path, content: str, kind: str) -> None:
    path = tmp_path / "report.dat"
    path.write_text(content, encoding="utf-8")
    found = list(acquire([str(path)]))
    assert all(one.document for one in found)
    assert (":" in found[0].where.removeprefix(str(tmp_path))) == (kind == "json")
    assert found[0].document is not None
    assert ("<" in found[0].document.text) is False


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "cannot be opened (no such file or directory)"),
        (".", "a folder: give the files in it"),
        ("https://example.org/a", "a web address, and pages are not fetched yet"),
    ],
)
def test_what_cannot_be_opened_is_named(
    name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [found] = acquire([name])
    assert found.where == name
    assert found.error is not None
    assert found.error.startswith(message)
