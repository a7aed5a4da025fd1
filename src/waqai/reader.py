"""The reader: texts in, records out. What Python users and the command line call."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from waqai.errors import BadValue, WaqaiError
from waqai.llm import LlmError, LlmOptions, Usage
from waqai.model import Document, Record
from waqai.pipeline.acquire import Acquired, Given, build_document

if TYPE_CHECKING:
    from waqai.llm.reader import LlmReader

IN_FLIGHT = 8
"""Documents handed out per worker before the oldest is awaited: bounds memory, keeps workers busy."""


class Result(Struct, frozen=True):
    """What became of one input.

    Attributes:
        where: the input ("report.txt", "dev.jsonl:12").
        record: its record.
        error: what went wrong, in one line; `None` beside a record.
        usage: what a language model cost, where one was asked.
    """

    where: str
    record: Record | None
    error: str | None = None
    usage: Usage | None = None


class Reader:
    """Reads documents; make one and use it for many.

    Args:
        use_model: let the learned scorers help the rules; `False` reads by rules alone.
        llm: ask a language model, too or instead.
        least: tell only what the rules find with at least this confidence, from 0 to 1; without it, the measure that
            proved best on gold reports.

    Raises:
        BadValue: `least` is not between 0 and 1; a language model is wanted, and the extra `llm` is not installed or
            the address cannot be one.
    """

    def __init__(self, *, use_model: bool = True, llm: LlmOptions | None = None, least: float | None = None) -> None:
        if least is not None and not 0 <= least <= 1:
            raise BadValue(f"confidence {least}: give a number from 0 to 1")
        self.use_model = use_model
        self.least = least
        self.llm = llm
        self._llm = _language_model(llm, use_model)

    def read(
        self,
        text: str | Document,
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Record:
        """Read one report.

        Args:
            text: the report, or a document made before (the other arguments are then not used).
            published: publication date, ISO 8601; relative days are counted from it.
            outlet: who published it.
            title: its headline.
            url: where it was found.

        Returns:
            The record. A text that is not Arabic gives a record without events.

        Raises:
            WaqaiError: the text is empty or too large, or the date cannot be.
        """
        if isinstance(text, Document):
            return self._read_document(text)[0]
        given = Given(published=published, outlet=outlet, title=title, url=url)
        return self._read_document(build_document(text, given))[0]

    def read_all(self, items: Iterable[Acquired], jobs: int = 1) -> Iterator[Result]:
        """Read many documents, in order, one failing without stopping the others.

        Args:
            items: what `acquire` yields; taken only as results are asked for.
            jobs: how many processes read; 1 stays in this one.

        Yields:
            One result for each item.
        """
        if jobs <= 1:
            yield from map(self._read_item, items)
        else:
            yield from self._read_in_processes(items, jobs)

    def _read_in_processes(self, items: Iterable[Acquired], jobs: int) -> Iterator[Result]:
        from concurrent.futures import Future, ProcessPoolExecutor

        waiting: deque[Future[Result]] = deque()
        with ProcessPoolExecutor(jobs) as pool:
            for item in items:
                waiting.append(pool.submit(_read_in_process, self.use_model, self.llm, self.least, item))
                if len(waiting) >= jobs * IN_FLIGHT:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _read_item(self, item: Acquired) -> Result:
        if item.document is None:
            return Result(item.where, None, item.error)
        try:
            record, usage = self._read_document(item.document)
            return Result(item.where, record, usage=usage)
        except LlmError as error:
            return Result(item.where, None, str(error), error.usage)
        except WaqaiError as error:
            return Result(item.where, None, str(error))
        except Exception as error:  # noqa: BLE001  # one document's failure is recorded and never stops a run
            reason = f"{type(error).__name__}: {error}".splitlines()[0]
            return Result(item.where, None, f"could not be read ({reason}): please report this as a fault of Waqai")

    def _read_document(self, document: Document) -> tuple[Record, Usage | None]:
        if not is_arabic(document):
            return Record(document=document), None
        if self._llm is not None:
            return self._llm.read(document)
        from waqai.pipeline import read_document

        return read_document(document, use_model=self.use_model, least=self.least), None


def _language_model(options: LlmOptions | None, use_model: bool) -> "LlmReader | None":
    if options is None:
        return None
    from waqai.llm.reader import LlmReader

    return LlmReader(options, use_model)


def is_arabic(document: Document) -> bool:
    """Whether the document is in a language that Waqai reads; one of unknown language is tried."""
    return document.language is None or document.language.split("-")[0] in ("ar", "und")


@lru_cache(maxsize=2)
def shared_reader(use_model: bool = True, llm: LlmOptions | None = None, least: float | None = None) -> Reader:
    """One reader per process."""
    return Reader(use_model=use_model, llm=llm, least=least)


def _read_in_process(use_model: bool, llm: LlmOptions | None, least: float | None, item: Acquired) -> Result:
    return shared_reader(use_model, llm, least)._read_item(item)


def read(
    text: str | Document,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Record:
    """Read one report with a shared reader; see `Reader.read`."""
    return shared_reader().read(text, published=published, outlet=outlet, title=title, url=url)


def encode_record(record: Record, *, trace: bool = False) -> bytes:
    """A record as JSON, as `RECORD.md` says it.

    Args:
        record: what to write.
        trace: keep for each value the rule that made it; a record is much larger with it.
    """
    value = msgspec.to_builtins(record)
    if not trace:
        for event in value["events"]:
            del event["trace"]
    return msgspec.json.encode(value)
