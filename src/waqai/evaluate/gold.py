"""Gold documents and predicted records as the scorer sees them, and how they are read from JSON Lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from waqai.errors import UnreadableDocument


class Party(Struct, frozen=True, kw_only=True):
    """An actor or recipient; `name_also` and `office_also` are further forms that the gold accepts."""

    name: str | None = None
    text: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    name_also: str | tuple[str, ...] | None = None
    office_also: str | tuple[str, ...] | None = None

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or self.text or ""

    @property
    def names(self) -> list[str]:
        """All names that are right for it."""
        return [self.label, *_several(self.name_also)]

    @property
    def offices(self) -> list[str | None]:
        """All offices that are right for it."""
        return [self.office, *_several(self.office_also)]


def _several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else tuple(value or ())


class Days(Struct, frozen=True):
    """First and last day."""

    start: str | None = None
    end: str | None = None


class Spot(Struct, frozen=True):
    """A place."""

    name: str | None = None
    country: str | None = None


class Said(Struct, frozen=True):
    """Who says so."""

    text: str | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        """What it is called."""
        return self.text or self.name or ""


class Passage(Struct, frozen=True):
    """Half-open range of the text."""

    start: int = 0
    end: int = 0


class Account(Struct, frozen=True, kw_only=True):
    """What gold or prediction says of one event."""

    type: str
    act: str | None = None
    mode: str | None = None
    status: str | None = None
    when: Days | None = None
    where: Spot | None = None
    actors: tuple[Party, ...] | None = None
    recipients: tuple[Party, ...] | None = None
    sources: tuple[Said, ...] | None = None
    evidence: tuple[Passage, ...] | None = None

    @property
    def parties(self) -> list[tuple[str, Party]]:
        """All who take part, with their side."""
        sides = (("actor", self.actors), ("recipient", self.recipients))
        return [(side, party) for side, parties in sides for party in parties or ()]

    @property
    def days(self) -> tuple[str, str] | None:
        """First and last day, where the first is known."""
        if self.when is None or not self.when.start:
            return None
        return self.when.start, self.when.end or self.when.start


class GoldEvent(Account, frozen=True, kw_only=True):
    """An event of the gold. `core` false: neither asked for nor punished; `where_said`: heads of its sentences."""

    when: Days | None = field(name="date", default=None)
    where: Spot | None = field(name="place", default=None)
    n: int | str | None = None
    core: bool = True
    trigger: str | None = None
    where_said: tuple[str, ...] | None = None


class Clause(Struct, frozen=True):
    """A provision of a predicted agreement."""

    text: str = ""


class Bargain(Struct, frozen=True, kw_only=True):
    """An agreement: who is bound (states by code) and its provisions."""

    parties: tuple[str | Party, ...] | None = None
    provisions: tuple[str | Clause, ...] | None = None

    @property
    def states(self) -> set[str | None]:
        """The codes of its parties."""
        return {p.country if isinstance(p, Party) else p for p in self.parties or ()}

    @property
    def clauses(self) -> list[str]:
        """The words of its provisions."""
        return [p.text if isinstance(p, Clause) else p for p in self.provisions or ()]


class Held(Struct, frozen=True, kw_only=True):
    """Somebody holding an office."""

    office: str | None = None
    name: str | None = None
    person: str | None = None

    @property
    def label(self) -> str:
        """Who."""
        return self.name or self.person or ""


class GoldDocument(Struct, frozen=True, kw_only=True):
    """A text with its events, tenures and agreements; `split` says which part of its file it is in."""

    id: str | int
    text: str
    published: str | None = None
    dct: str | None = None
    title: str | None = None
    outlet: str | None = None
    split: str | None = None
    events: tuple[GoldEvent, ...] | None = None
    tenures: tuple[Held, ...] | None = None
    agreements: tuple[Bargain, ...] | None = None


class DocumentId(Struct, frozen=True):
    """Which gold document a record answers."""

    id: str | int


class Prediction(Struct, frozen=True, kw_only=True):
    """A read record."""

    document: DocumentId
    events: tuple[Account, ...] | None = None
    tenures: tuple[Held, ...] | None = None
    agreements: tuple[Bargain, ...] | None = None


T = TypeVar("T")


def read_gold(path: str) -> list[GoldDocument]:
    """The documents of a gold file.

    Raises:
        UnreadableDocument: the file or a line of it cannot be read.
    """
    return list(_read_lines(path, GoldDocument))


def read_predictions(path: str) -> dict[str, Prediction]:
    """The records of a file, by the id of their document.

    Raises:
        UnreadableDocument: the file or a line of it cannot be read.
    """
    return {str(one.document.id): one for one in _read_lines(path, Prediction)}


def _read_lines(path: str, kind: type[T]) -> Iterator[T]:
    decoder = msgspec.json.Decoder(kind)
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _decode(decoder, line, f"{path}:{number}")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableDocument(f"{path}: cannot be opened ({reason}): check the path") from None


def _decode(decoder: "msgspec.json.Decoder[T]", line: bytes, where: str) -> T:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableDocument(f"{where}: {error}: correct the line") from None
