"""What standard error says while documents are read: a bar, failures, notes. Results pass through untouched."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from waqai.cli.terminal import complain
from waqai.reader import Result, is_arabic

if TYPE_CHECKING:
    from rich.progress import Progress

    from waqai.llm import Usage

T = TypeVar("T")
MAX_SAME_NOTES = 3
MANY = 20


def report(results: Iterable[Result], *, cards: bool, quiet: bool = False) -> Iterator[Result]:
    """Say what failed, and what is worth knowing: the same thing of at most three documents, then a count.

    Args:
        results: what was read.
        cards: the output is cards, which already say that a text is not Arabic.
        quiet: say only what failed.
    """
    said: dict[str, int] = {}
    costs: list[Usage] = []
    for result in results:
        if result.error:
            complain(result.where, result.error)
        for note in () if quiet else _notes(result, cards):
            said[note] = said.get(note, 0) + 1
            if said[note] <= MAX_SAME_NOTES:
                complain(result.where, note)
        if result.usage:
            costs.append(result.usage)
        yield result
    for note, times in said.items():
        if times > MAX_SAME_NOTES:
            complain(f"{times - MAX_SAME_NOTES} more", note)
    if costs:
        complain("llm", _cost(costs))


def _cost(costs: "list[Usage]") -> str:
    """What a language model cost in all, and what became of its claims."""
    from statistics import median

    total = sum(costs[1:], costs[0])
    return (
        f"{len(costs)} documents, {total.requests} answers, {total.tokens_in} tokens in, {total.tokens_out} out, "
        f"{total.seconds:.1f} s (median {median(c.seconds for c in costs):.1f} s a document); quotations found "
        f"{total.kept}, dropped {total.dropped}; events refused {total.refused}"
    )


def _notes(result: Result, cards: bool) -> Iterator[str]:
    if result.usage and result.usage.note:
        yield result.usage.note
    if result.record is None:
        return
    document = result.record.document
    if not is_arabic(document):
        if not cards:
            yield f"not Arabic ({document.language}): no events read"
        return
    # A note that names its own words would never repeat; those stay in the record.
    yield from (note for note in document.notes if "«" not in note)
    if document.published is None:
        yield "no publication date: relative days («الأحد الماضي») stay unknown; give --published"


def with_progress(results: Iterable[Result]) -> Iterator[Result]:
    """Show a bar on standard error once there are many documents and somebody watches."""
    bar = Bar()
    try:
        yield from bar.counted(results)
    finally:
        bar.stop()


class Bar:
    """A bar on standard error once there are many documents and somebody watches: how many, how fast, how long still.

    Args:
        quiet: show none.
    """

    def __init__(self, quiet: bool = False) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.bar: Progress | None = None

    def counted(self, items: Iterable[T], total: int | None = None) -> Iterator[T]:
        """Pass things through and count them.

        Args:
            items: the things.
            total: how many there will be, where that is known.
        """
        for count, item in enumerate(items, 1):
            if self.bar is None and count == MANY and self.shown:
                self.bar = _start_bar(total)
            if self.bar is not None:
                self.bar.update(self.bar.task_ids[0], completed=count)
            yield item

    def linked(self, count: int) -> None:
        """Say how many documents are linked."""
        if self.bar is not None:
            self.bar.update(self.bar.task_ids[0], completed=count, description="documents linked", total=None)

    def stop(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None


def _start_bar(total: int | None) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed
    from rich.progress import TimeRemainingColumn as Remaining
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    said = "{task.completed:.0f}" + (f" of {total}" if total else "") + " {task.description}"
    columns: list[ProgressColumn] = [SpinnerColumn(), *([BarColumn()] if total else []), TextColumn(said), Rate()]
    columns += [Elapsed(), *([Remaining()] if total else [])]
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("documents read", total=total)
    bar.start()
    return bar
