"""Web archives to documents: every page that a WARC file holds."""

from collections.abc import Iterator
from typing import Any

from waqai.engine.web import page
from waqai.pipeline.acquire import Acquired, Given

MAX_PAGE = 20_000_000
DIGEST = "a record whose digest does not fit what it holds: take the archive from where it was made again"


def from_warc(path: str, given: Given) -> Iterator[Acquired]:
    """The pages of a WARC file; a record that is not what its digest says is an error, and so is a cut file.

    Args:
        path: the file, packed or not.
        given: what the user says about all of them.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield Acquired(path, None, "WARC files need the package fastwarc: pip install fastwarc")
        return
    number = 0
    with open(path, "rb") as stream:
        records: Any = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False)
        try:
            for number, record in enumerate(records, 1):
                if found := _page(f"{path}:{number}", record, given):
                    yield found
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            yield Acquired(f"{path}:{number + 1}", None, f"the archive cannot be read from here on ({reason})")
            return
    if not number:
        yield Acquired(path, None, "an archive without any answer of a server in it: check the file")


def _page(where: str, record: Any, given: Given) -> Acquired | None:
    # A record without a digest claims nothing; one with another digest than its own is damaged.
    if record.headers.get("WARC-Block-Digest") and not record.verify_block_digest():
        return Acquired(where, None, DIGEST)
    record.parse_http(auto_decode="all")
    if record.http_headers is None or "html" not in (record.http_content_type or ""):
        return None
    if (record.http_headers.status_code or 200) != 200:
        return None
    return page(where, record.headers.get("WARC-Target-URI") or "", record.reader.read(MAX_PAGE + 1), given)
