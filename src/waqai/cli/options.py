"""Options that several commands share, and how they become arguments."""

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.errors import BadValue

if TYPE_CHECKING:
    from waqai.llm import LlmOptions

Files = Annotated[
    list[str] | None,
    typer.Argument(help="Plain text, saved pages (HTML) or JSON Lines; - or nothing is standard input."),
]
OneFile = Annotated[str, typer.Argument(help="Plain text, a saved page (HTML) or JSON Lines; - is standard input.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date (2025-10-17); wins over what a file says.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it; wins over what a file says.")]
Lang = Annotated[str, typer.Option(metavar="en|ar", help="Language of labels.")]
Color = Annotated[bool | None, typer.Option("--color/--no-color", help="Colours; without it, on a terminal only.")]
NoModel = Annotated[bool, typer.Option("--no-model", help="Read by rules alone.")]
Least = Annotated[
    float | None,
    typer.Option("--least", metavar="P", min=0, max=1, help="Tell events of at least this confidence, 0 to 1."),
]
ReadBy = Annotated[
    str, typer.Option("--reader", metavar="rules|llm|both", help="Who reads: the rules, a language model, or both.")
]
Endpoint = Annotated[
    str | None, typer.Option(metavar="URL", help="OpenAI-compatible service of the language model; see docs/models.md.")
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Name of the language model there.")]
Timeout = Annotated[float, typer.Option(min=1, metavar="SECONDS", help="Longest wait for one answer of it.")]
Retries = Annotated[
    int, typer.Option(min=0, metavar="N", help="How often a request that failed in passing is sent again.")
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write there, not to the terminal.")]
Doc = Annotated[
    str | None, typer.Option("--doc", metavar="ID", help="Which document of a file with many; the first without it.")
]


def sources(files: list[str] | None) -> list[str]:
    """The sources named; standard input where none is."""
    import sys

    if not files and sys.stdin.isatty():
        raise BadValue("no FILE given: name one, or pipe a text in")
    return files or ["-"]


def check_published(published: str | None) -> str | None:
    """The date given on the command line, checked before anything is read."""
    if published is None:
        return None
    from waqai.pipeline.acquire.dates import check_date

    return check_date(published)


def language_model(
    reader: str, endpoint: str | None, model: str | None, timeout: float, retries: int
) -> "LlmOptions | None":
    """What the options say of a language model, seen to answer before a run; `None` for the rules alone.

    Raises:
        WaqaiError: the options do not fit together, or the endpoint does not answer.
    """
    if reader not in ("rules", "llm", "both"):
        raise BadValue(f"--reader «{reader}» is not known: choose rules, llm or both")
    if reader == "rules":
        if endpoint or model:
            raise BadValue("--endpoint and --model are for --reader llm or both: give that too")
        return None
    if not endpoint or not model:
        raise BadValue(f"--reader {reader} asks a language model: give --endpoint and --model")
    from waqai.llm import LlmOptions
    from waqai.llm.reader import check_endpoint

    options = LlmOptions(endpoint=endpoint, model=model, merge=reader == "both", timeout=timeout, retries=retries)
    check_endpoint(options)
    return options
