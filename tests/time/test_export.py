"""TimeML and JSON out of the tagger, and the command."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from waqai.errors import BadValue, UnreadableDocument
from waqai.time import export_json, export_timeml, tag
from waqai.time.cli import read_text, time_command

DCT = "2025-10-17"
app = typer.Typer()
app.command()(time_command)


def test_export_timeml_marks_the_text_and_the_anchor() -> None:
    text = "التقى <أمس> & سيلتقي كل عام"
    root = ET.fromstring(export_timeml(text, tag(text, DCT), DCT))
    assert "".join(root.find("TEXT").itertext()) == text  # type: ignore[union-attr]
    created, first, second = root.iter("TIMEX3")
    assert created.attrib["functionInDocument"] == "CREATION_TIME"
    assert (first.text, first.attrib["value"], first.attrib["anchorTimeID"]) == ("أمس", "2025-10-16", "t0")
    assert (second.attrib["type"], second.attrib["quant"]) == ("SET", "EVERY")


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_export_timeml_is_well_formed_for_any_text(text: str) -> None:
    kept = text + " أمس"
    root = ET.fromstring(export_timeml(kept, tag(kept, DCT), DCT).encode("utf-8", "surrogatepass"))
    assert len("".join(root.find("TEXT").itertext())) == len(kept)  # type: ignore[union-attr]


def test_export_json_has_every_field() -> None:
    found = json.loads(export_json(tag("التقاه أمس", DCT), DCT, "a.txt"))
    assert (found["document"], found["dct"]) == ("a.txt", DCT)
    assert found["timexes"][0]["value"] == "2025-10-16"
    assert set(found["timexes"][0]) >= {"start", "end", "first", "last", "because", "rule", "problem"}


@pytest.mark.parametrize("form", ["table", "json", "timeml"])
def test_cli_reads_files_and_standard_input(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("التقاه أمس", encoding="utf-8")
    for args, given_in in (([str(path)], None), (["-"], "التقاه أمس"), ([], "التقاه أمس")):
        result = CliRunner().invoke(app, [*args, "--dct", DCT, "--format", form], input=given_in)
        assert result.exit_code == 0
        assert "2025-10-16" in result.output
        assert "أمس" in result.output


def test_cli_table_of_a_text_without_time_is_empty() -> None:
    assert CliRunner().invoke(app, [], input="لا شيء هنا").output == ""


def test_cli_names_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="yaml"):
        time_command(files=None, dct=None, format="yaml")
    with pytest.raises(UnreadableDocument, match=r"missing\.txt"):
        read_text(str(tmp_path / "missing.txt"))
    (tmp_path / "b.txt").write_bytes(b"caf\xe9 cr\xe8me")
    with pytest.raises(UnreadableDocument, match="UTF-8"):
        read_text(str(tmp_path / "b.txt"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso8859-6"])
def test_cli_reads_every_encoding_that_the_reader_knows(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("عقد الوزير اجتماعا في بغداد أمس".encode(encoding))
    result = CliRunner().invoke(app, [str(path), "--dct", DCT])
    assert (result.exit_code, "2025-10-16" in result.output) == (0, True)


def test_cli_checks_the_date_before_it_reads_anything(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="17/10/2025"):
        time_command(files=[str(tmp_path / "missing.txt")], dct="17/10/2025", format="table")
