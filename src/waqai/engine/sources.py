"""Sources to documents: folders, globs and tables become the files and rows that `acquire` knows."""

import csv
import glob
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from waqai.engine.web import from_warc, from_web
from waqai.errors import WaqaiError
from waqai.pipeline.acquire import Acquired, Given, acquire, build_document

SUFFIXES = (".txt", ".jsonl", ".ndjson", ".json", ".html", ".htm", ".xhtml", ".csv", ".parquet", ".warc", ".gz")
FIELDS = ("id", "published", "title", "outlet", "url")
MAX_FIELD = 20_000_000


def documents_of(sources: Iterable[str], given: Given, allowed: Iterable[str] = ()) -> Iterator[Acquired]:
    """Yield the documents of sources in order; what cannot be read stands as an error.

    Args:
        sources: files, folders, globs, tables; "-" is standard input.
        given: what the user says about all of them.
        allowed: private hosts that may be fetched.
    """
    for source in sources:
        if source.startswith(("http://", "https://")):
            yield from from_web(source, given, allowed)
            continue
        for name in _expand(source):
            suffix = Path(name).suffix.lower()
            if suffix in (".csv", ".parquet"):
                yield from _table(name, suffix, given)
            elif name.lower().endswith((".warc", ".warc.gz")):
                yield from from_warc(name, given)
            else:
                yield from acquire([name], given)


def _expand(source: str) -> Iterator[str]:
    path = Path(source)
    if path.is_dir():
        yield from (str(p) for p in sorted(path.rglob("*")) if p.is_file() and p.suffix.lower() in SUFFIXES)
    elif glob.has_magic(source) and not path.exists():
        found = sorted(glob.glob(source, recursive=True))
        yield from found or [source]
    else:
        yield source


def _table(name: str, suffix: str, given: Given) -> Iterator[Acquired]:
    try:
        rows = _csv_rows(name) if suffix == ".csv" else _parquet_rows(name)
        for number, row in enumerate(rows, 1):
            yield _row(f"{name}:{number}", row, given)
    except (OSError, ValueError, csv.Error, ImportError) as error:
        yield Acquired(name, None, f"the table cannot be read ({str(error).splitlines()[0]}): check the file")


def _csv_rows(name: str) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(MAX_FIELD)
    with open(name, "rb") as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text)
        if "text" not in (reader.fieldnames or ()):
            raise ValueError(f"no column «text», only {', '.join(reader.fieldnames or ())}")
        yield from reader


def _parquet_rows(name: str) -> Iterator[dict[str, Any]]:
    try:
        from pyarrow import parquet  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise ImportError("Parquet needs the extra «parquet»: pip install 'waqai[parquet]'") from None
    for batch in parquet.ParquetFile(name).iter_batches(1_000):
        yield from batch.to_pylist()


def _row(where: str, row: dict[str, Any], given: Given) -> Acquired:
    said = Given(**{f: str(row[f]) if row.get(f) else None for f in FIELDS})
    try:
        return Acquired(where, build_document(str(row.get("text") or ""), given.over(said)))
    except WaqaiError as error:
        return Acquired(where, None, str(error))
