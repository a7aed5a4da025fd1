"""What every exporter shares: the door, the list of what a format could not hold, files in a zip or folder."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct

from waqai.errors import BadValue
from waqai.model import Record

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same records give the same bytes."""


class Format(Struct, frozen=True):
    """An export format. Its module is `waqai.export.NAME`.

    Attributes:
        files: the module makes many files; else it writes one stream.
        texts: it marks the words of each text, so that of a library every document is written with all it tells.
    """

    name: str
    what: str
    suffix: str
    files: bool = False
    texts: bool = False


class Losses:
    """Counts what a format could not hold, for one line each on standard error."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, what: str, count: int = 1) -> None:
        """Note that `count` of `what` did not fit; zero is not noted."""
        if count:
            self.counts[what] += count

    def lines(self) -> list[str]:
        """One line for each kind of loss, the same order each time."""
        return [f"{count} × {what}" for what, count in sorted(self.counts.items())]


Files = Callable[[Record, Losses], Iterator[tuple[str, str]]]
Write = Callable[[Iterable[Record], BinaryIO, Losses], None]


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        BadValue: there is none.
    """
    from waqai.export import FORMATS

    for format in FORMATS:
        if format.name == name:
            return format
    raise BadValue(f"--format {name}: unknown; choose one of {', '.join(f.name for f in FORMATS)}")


def export(records: Iterable[Record], format: Format, output: str | Path | BinaryIO) -> Losses:
    """Write records, each as it comes.

    Args:
        records: any number; taken one at a time.
        format: one of `FORMATS`.
        output: a file; for formats of many files a `.zip` or a folder; or a binary stream.

    Returns:
        What the format could not hold.

    Raises:
        BadValue: the file cannot be written, or an extra is not installed.
    """
    losses = Losses()
    module = import_module(f"waqai.export.{format.name}")
    if format.files:
        _write_files(records, cast(Files, module.files), output, losses)
    else:
        with _opened(output) as stream:
            cast(Write, module.write)(records, stream, losses)
    return losses


def texts_of(record: Record, format: Format) -> list[str]:
    """The files that a format of many files makes of one record."""
    files = cast(Files, import_module(f"waqai.export.{format.name}").files)
    return [text for _, text in files(record, Losses())]


def _opened(output: str | Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
    if not isinstance(output, str | Path):
        return nullcontext(output)
    try:
        return cast(AbstractContextManager[BinaryIO], Path(output).open("wb"))
    except OSError as error:
        raise _unwritable(output, error) from None


def _unwritable(output: str | Path, error: OSError) -> BadValue:
    return BadValue(f"{output}: cannot be written ({(error.strerror or '').lower()}): choose another file")


def _write_files(records: Iterable[Record], files: Files, output: str | Path | BinaryIO, losses: Losses) -> None:
    named = ((unique, text) for unique, text in _named(records, files, losses))
    if isinstance(output, str | Path) and Path(output).suffix.lower() != ".zip":
        folder = Path(output)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in named:
                (folder / name).write_bytes(text.encode("utf-8"))
        except OSError as error:
            raise _unwritable(output, error) from None
        return
    with _opened(output) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in named:
            archive.writestr(ZipInfo(name, EPOCH), text.encode("utf-8"), ZIP_DEFLATED)


def _named(records: Iterable[Record], files: Files, losses: Losses) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    for record in records:
        stem = file_stem(record.document.id)
        seen[stem] += 1
        again = f"-{seen[stem]}" if seen[stem] > 1 else ""
        for suffix, text in files(record, losses):
            yield f"{stem}{again}{suffix}", text


def file_stem(name: str) -> str:
    """A document's id as a file name that every system takes, and that leads nowhere else."""
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)[:80]
    return safe or "document"
