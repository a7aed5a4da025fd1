"""Sources to documents: folders, globs, tables, archives and addresses become what `acquire` knows."""

import csv
import glob
import gzip
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from waqai.engine.warc import from_warc
from waqai.engine.web import Web
from waqai.errors import WaqaiError
from waqai.pipeline.acquire import Acquired, Given, acquire, acquire_stream, build_document
from waqai.pipeline.acquire.rows import ALIASES, read_values

TABLES = (".csv", ".parquet")
PLAIN = (".txt", ".jsonl", ".ndjson", ".json", ".html", ".htm", ".xhtml")
SUFFIXES = (*PLAIN, *TABLES, ".warc")
LINED = (".jsonl", ".ndjson", ".csv")
PACKED = ".gz"
MAX_FIELD = 20_000_000
Taken = Callable[[Sequence[str]], set[str]]


def documents_of(
    sources: Iterable[str], given: Given, allowed: Iterable[str] = (), taken: Taken = lambda urls: set()
) -> Iterator[Acquired]:
    """Yield the documents of sources in order; what cannot be read stands as an error.

    Args:
        sources: files, folders, globs, tables, addresses; "-" is standard input.
        given: what the user says about all of them.
        allowed: private hosts that may be fetched.
        taken: of addresses that a feed or sitemap lists, those that need not be fetched again.
    """
    web = Web(allowed, taken)
    try:
        for source in sources:
            if source.startswith(("http://", "https://")):
                yield from web.documents(source, given)
                continue
            for name in _expand(source):
                yield from _file(name, given)
    finally:
        web.close()


def count_of(sources: Iterable[str]) -> int | None:
    """How many documents there may be, to tell how long it will take; `None` where that cannot be known cheaply."""
    count = 0
    for source in sources:
        if source == "-" or source.startswith(("http://", "https://")):
            return None
        for name in _expand(source):
            suffix, packed = _suffix(name)
            if packed or suffix in (".warc", ".parquet"):
                return None
            count += _lines(name) - (suffix == ".csv") if suffix in LINED else 1
    return count


def _lines(name: str) -> int:
    try:
        with open(name, "rb") as stream:
            return sum(part.count(b"\n") for part in iter(lambda: stream.read(1 << 20), b""))
    except OSError:
        return 1


def _file(name: str, given: Given) -> Iterator[Acquired]:
    suffix, packed = _suffix(name)
    try:
        if suffix == ".warc":
            yield from from_warc(name, given)
        elif suffix in TABLES:
            yield from _table(name, suffix, given)
        elif not packed:
            yield from acquire([name], given)
        elif suffix in PLAIN:
            with _opened(name) as stream:
                yield from acquire_stream(name, stream, suffix, given)
        else:
            yield Acquired(
                name, None, f"an archive of what Waqai does not read («{suffix}»): unpack it, give its files"
            )
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or str(error)
        yield Acquired(name, None, f"cannot be read ({why.lower()}): check the file")


def _suffix(name: str) -> tuple[str, bool]:
    """What kind a file's name says it is, and whether it is packed: (".jsonl", True) of "reports.jsonl.gz"."""
    path = Path(name.lower())
    if path.suffix == PACKED:
        return Path(path.stem).suffix, True
    return path.suffix, False


def _expand(source: str) -> Iterator[str]:
    path = Path(source)
    if path.is_dir():
        yield from (str(p) for p in sorted(path.rglob("*")) if p.is_file() and _suffix(p.name)[0] in SUFFIXES)
    elif glob.has_magic(source) and not path.exists():
        found = sorted(name for name in glob.glob(source, recursive=True) if not Path(name).is_dir())
        yield from found or [source]
    else:
        yield source


def _opened(name: str) -> BinaryIO:
    return gzip.open(name, "rb") if _suffix(name)[1] else open(name, "rb")  # type: ignore[return-value]


def _table(name: str, suffix: str, given: Given) -> Iterator[Acquired]:
    try:
        rows = _csv_rows(name) if suffix == ".csv" else _parquet_rows(name)
        for number, row in enumerate(rows, 1):
            yield _row(f"{name}:{number}", row, given)
    except (ValueError, csv.Error, ImportError) as error:
        yield Acquired(name, None, f"the table cannot be read ({str(error).splitlines()[0]}): check the file")


def _csv_rows(name: str) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(MAX_FIELD)
    with _opened(name) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text)
        columns = [str(column).strip().lower() for column in reader.fieldnames or ()]
        if not set(ALIASES["text"]) & set(columns):
            raise ValueError(f"no column «text», only {', '.join(columns)}")
        reader.fieldnames = columns
        yield from reader


def _parquet_rows(name: str) -> Iterator[dict[str, Any]]:
    try:
        from pyarrow import parquet  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise ImportError("Parquet needs the extra «parquet»: pip install 'waqai[parquet]'") from None
    with _opened(name) as stream:
        table = parquet.ParquetFile(stream)
        if not set(ALIASES["text"]) & set(table.schema_arrow.names):
            raise ValueError(f"no column «text», only {', '.join(table.schema_arrow.names)}")
        for batch in table.iter_batches(1_000):
            yield from batch.to_pylist()


def _row(where: str, row: dict[str, Any], given: Given) -> Acquired:
    try:
        text, said = read_values(row)
        return Acquired(where, build_document(text, given.over(said)))
    except WaqaiError as error:
        return Acquired(where, None, str(error))
