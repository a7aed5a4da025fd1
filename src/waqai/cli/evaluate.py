"""`waqai evaluate`: gold texts read and scored."""

from typing import Annotated

import typer

from waqai.cli.options import NoModel


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD.jsonl", help="Gold documents, one a line; see docs/cli.md.")],
    pred: Annotated[
        str | None, typer.Option("--pred", metavar="FILE", help="Score these records (JSON Lines) instead of reading.")
    ] = None,
    show: Annotated[int, typer.Option(min=0, metavar="N", help="Show the first N missed and wrong events.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Write the scores as JSON.")] = False,
    no_model: NoModel = False,
) -> None:
    """Read the texts of a gold file and score the records against it, fact by fact."""
    import sys

    from waqai.evaluate import evaluate_files
    from waqai.evaluate.show import report_json, report_lines

    report = evaluate_files(gold, pred, use_model=not no_model)
    if as_json:
        sys.stdout.write(report_json(report))
        return
    for line in report.misses[:show]:
        sys.stdout.write(f"{line}\n")
    for line in report_lines(report):
        sys.stdout.write(f"{line}\n")
