"""`waqai who`: the people, states and organisations of a report, and the offices it shows them in."""

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.options import Color, Doc, Lang, NoModel, OneFile, Outlet, Published, check_published

if TYPE_CHECKING:
    from waqai.model import Record

FORMATS = ("json", "conll", "brat", "webanno")


def who(
    file: OneFile,
    format_: Annotated[
        str, typer.Option("--format", metavar="table|json|conll|brat|webanno", help="How to write them.")
    ] = "table",
    published: Published = None,
    outlet: Outlet = None,
    doc: Doc = None,
    lang: Lang = "en",
    no_model: NoModel = False,
    color: Color = None,
) -> None:
    """Show the people, states, organisations and offices of a report, with the words."""
    import sys

    from waqai.cli.messages import Messages
    from waqai.cli.one import read_one
    from waqai.cli.people import people_rows
    from waqai.cli.terminal import Terminal
    from waqai.errors import BadValue
    from waqai.pipeline.acquire import Given

    if format_ != "table" and format_ not in FORMATS:
        raise BadValue(f"--format «{format_}» is not known: choose one of table, {', '.join(FORMATS)}")
    messages = Messages(lang)
    given = Given(published=check_published(published), outlet=outlet)
    _where, record = read_one(file, given, doc, use_model=not no_model)
    if format_ == "table":
        Terminal(sys.stdout, color).write(people_rows(record, messages))
    else:
        sys.stdout.write(_written(record, format_))


def _written(record: "Record", format_: str) -> str:
    """The names of a record as an export writes them; of brat the annotations alone, as the text is there already."""
    import io

    import msgspec

    from waqai.export import export, find_format
    from waqai.export.base import texts_of

    if format_ == "json":
        value = {"document": record.document.id, "entities": record.entities, "tenures": record.tenures}
        return msgspec.json.format(msgspec.json.encode(value)).decode() + "\n"
    chosen = find_format(format_)
    if chosen.files:
        return texts_of(record, chosen)[-1]
    stream = io.BytesIO()
    export([record], chosen, stream)
    return stream.getvalue().decode()
