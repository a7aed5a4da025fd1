"""brat standoff: the text, and its annotations; offsets are ours, as brat counts code points too."""

from collections.abc import Iterator

from waqai.export.base import Losses
from waqai.export.text import line
from waqai.model import Event, Participant, Record

KINDS = {
    "person": "Person",
    "state": "State",
    "org": "Organization",
    "group": "Group",
    "role": "Role",
    "place": "Place",
}
Span = tuple[int, int]


def files(record: Record, losses: Losses) -> Iterator[tuple[str, str]]:
    """The `.txt` and `.ann` of a record."""
    yield ".txt", record.document.text
    yield ".ann", _Annotations(record, losses).text()


class _Annotations:
    """Collects lines of standoff, each span and label once."""

    def __init__(self, record: Record, losses: Losses) -> None:
        self.record, self.losses = record, losses
        self.words = record.document.text
        self.lines: list[str] = []
        self.bounds: dict[tuple[str, Span], str] = {}
        self.notes = 0

    def text(self) -> str:
        for entity in self.record.entities:
            for span in entity.mentions:
                tid = self.bound(KINDS.get(entity.kind, entity.kind.title()), span)
                if entity.wikidata:
                    self.note(tid, f"wikidata {entity.wikidata}")
        for n, event in enumerate(self.record.events, 1):
            self.event(n, event)
        self.losses.add("tenures not written", len(self.record.tenures))
        self.losses.add("agreements not written", len(self.record.agreements))
        return "".join(f"{entry}\n" for entry in self.lines)

    def bound(self, label: str, span: Span) -> str:
        """The id of a marked span. A line break splits it in fragments: brat's lines cannot cross one."""
        key = (label, span)
        if key not in self.bounds:
            self.bounds[key] = f"T{len(self.bounds) + 1}"
            fragments = list(_fragments(self.words, span))
            offsets = ";".join(f"{a} {b}" for a, b in fragments)
            said = " ".join(self.words[a:b] for a, b in fragments).replace("\t", " ")
            self.lines.append(f"{self.bounds[key]}\t{label} {offsets}\t{said}")
        return self.bounds[key]

    def event(self, n: int, event: Event) -> None:
        if not event.evidence:
            self.losses.add("events left out: no passage to mark")
            return
        spans = [t.span for t in event.trace if t.field in ("type", "act") and t.span]
        trigger = spans[0] if spans else (event.evidence[0].start, event.evidence[0].end)
        roles = [*self.roles("Actor", event.actors), *self.roles("Recipient", event.recipients)]
        if event.when and event.when.span:
            roles.append(f"Time:{self.bound('Time', event.when.span)}")
        if event.where and event.where.span:
            roles.append(f"Place:{self.bound('Place', event.where.span)}")
        roles += [f"Topic:{self.bound('Topic', topic.span)}" for topic in event.topics]
        roles += [f"Source:{self.bound('Source', source.span)}" for source in event.sources if source.span]
        tid = self.bound(event.type.title(), trigger)
        self.lines.append(f"E{n}\t{' '.join([f'{event.type.title()}:{tid}', *_numbered(roles)])}")
        self.note(f"E{n}", f"act={event.act} mode={event.mode or ''} status={event.status} date={_date(event)}")

    def roles(self, role: str, parties: tuple[Participant, ...]) -> Iterator[str]:
        for party in parties:
            if party.span is None:
                self.losses.add("parties left out: inferred, without words of their own")
            else:
                yield f"{role}:{self.bound('Party', party.span)}"

    def note(self, target: str, words: str) -> None:
        self.notes += 1
        self.lines.append(f"#{self.notes}\tAnnotatorNotes {target}\t{line(words)}")


def _fragments(text: str, span: Span) -> Iterator[Span]:
    at = span[0]
    for piece in text[span[0] : span[1]].splitlines(keepends=True):
        inside = piece.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        if inside.strip():
            yield at, at + len(inside)
        at += len(piece)


def _numbered(roles: list[str]) -> Iterator[str]:
    # A role that comes again is Actor2, Actor3, as brat wants it; the same words are not given twice.
    seen: dict[str, int] = {}
    for entry in dict.fromkeys(roles):
        role, target = entry.split(":")
        seen[role] = seen.get(role, 0) + 1
        yield f"{role}{seen[role] if seen[role] > 1 else ''}:{target}"


def _date(event: Event) -> str:
    return event.when.start if event.when and event.when.start else ""
