"""Rows to a terminal, a pipe or a file: colours, wrapping and bidirectional isolates only where a person looks."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from waqai.cli.cards import Piece, Row

# FSI and PDI: words of the report keep their own direction inside a line of the other one.
ISOLATE, POP = "\u2068", "\u2069"
STYLES = {
    "strong": "bold",
    "dim": "dim",
    "quoted": "cyan",
    "happened": "green",
    "ongoing": "green",
    "planned": "yellow",
    "proposed": "yellow",
    "conditional": "yellow",
    "denied": "red",
}
INDENT = 4
LABEL_WIDTH = 9


class Terminal:
    """Writes rows to a stream.

    Args:
        stream: where to.
        color: `None` colours on a terminal only; `True` and `False` decide.
    """

    def __init__(self, stream: TextIO, color: bool | None = None) -> None:
        self.stream = stream
        self.is_tty = stream.isatty()
        self.color = (self.is_tty and "NO_COLOR" not in os.environ) if color is None else color

    def write(self, rows: Iterable[Row]) -> None:
        """Write the rows, one line each; on a terminal long ones are wrapped under their own column."""
        for row in rows:
            lines = self._render(row)
            self.stream.write("\n".join(line.rstrip() for line in lines) + "\n")

    def _render(self, row: Row) -> list[str]:
        indent = INDENT if row.label else 0
        if row.heading:
            start = row.label.rjust(INDENT - 1) + " " if row.label else ""
        else:
            start = " " * INDENT + pad(row.label, LABEL_WIDTH)
            indent = INDENT + LABEL_WIDTH
        if not (self.is_tty or self.color):
            return [start + "".join(piece.text for piece in row.pieces)]
        return self._render_rich(row.pieces, start, indent)

    def _render_rich(self, pieces: tuple[Piece, ...], start: str, indent: int) -> list[str]:
        from rich.console import Console
        from rich.text import Text

        text = Text()
        for piece in pieces:
            shown = f"{ISOLATE}{piece.text}{POP}" if self.is_tty and piece.style == "quoted" else piece.text
            text.append(shown, STYLES.get(piece.style))
        console = Console(
            color_system="standard" if self.color else None,
            force_terminal=self.color,
            no_color=not self.color,
            width=_width(),
        )
        lines = text.wrap(console, max(20, console.width - indent)) if self.is_tty else [text]
        out = []
        for at, line in enumerate(lines):
            with console.capture() as capture:
                console.print(line, end="", soft_wrap=True)
            out.append((start if at == 0 else " " * indent) + capture.get())
        return out


def pad(text: str, width: int) -> str:
    """`text` and spaces up to `width` cells, at least one."""
    from rich.cells import cell_len

    return text + " " * max(1, width - cell_len(text))


def complain(where: str, message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"waqai: {where}: {message}\n")


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns
