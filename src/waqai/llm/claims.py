"""Claims of a model → frames: quotations found in the text, parties that the rules know there, or new ones."""

from msgspec import Struct
from msgspec.structs import replace

from waqai.lexicon.load import Trigger
from waqai.llm.answer import Party, Sayer, Told
from waqai.llm.words import Quotes, Words
from waqai.model import Topic
from waqai.ontology import load_ontology
from waqai.pipeline.detect import Detected, Mention, TimeMention
from waqai.pipeline.extract.frame import Attribution, Frame
from waqai.pipeline.extract.heads import Head

PEOPLE = ("person", "role", "state", "org", "group", "anaphor", "thing")
PLACES = ("place", "state")
NEW_KINDS = {"person": "person", "state": "group", "organisation": "org", "group": "group"}
RULE = "llm"


class Claimed(Struct, frozen=True):
    """What came of an answer.

    Attributes:
        detected: the document with mentions that only the model saw.
        frames: its events, in the order of the text.
        kept: quotations found; dropped: not found; refused: events without a trigger in the text.
    """

    detected: Detected
    frames: tuple[Frame, ...]
    kept: int
    dropped: int
    refused: int


class ClaimReader:
    """Turns the events of one document into frames.

    Attributes:
        kept: quotations found so far; dropped: not found.
    """

    def __init__(self, detected: Detected, attributions: tuple[tuple[Attribution, ...], ...], model: str) -> None:
        """Take a document in.

        Args:
            detected: its sentences and mentions.
            attributions: its sources as the rules read them, by sentence.
            model: name of the model, which every value is traced to.
        """
        self.detected = detected
        self.attributions = attributions
        self.model = model
        self.quotes = Quotes(detected)
        self.mentions = [list(found.mentions) for found in detected.found]
        self.kept = self.dropped = 0

    def read(self, told: tuple[Told, ...]) -> Claimed:
        """All events whose trigger is in the text."""
        frames = [frame for t in told if (frame := self._frame(t)) is not None]
        frames.sort(key=_place_in_text)
        found = tuple(
            replace(found, mentions=tuple(sorted(mentions, key=lambda m: m.i)))
            for found, mentions in zip(self.detected.found, self.mentions, strict=True)
        )
        refused = len(told) - len(frames)
        return Claimed(replace(self.detected, found=found), tuple(frames), self.kept, self.dropped, refused)

    def _frame(self, told: Told) -> Frame | None:
        head = self._find(told.trigger, self._anchor(told))
        if head is None:
            return None
        where = self._find(told.where, head)
        when = self._find(told.when, head)
        return Frame(
            sentence=head.sentence,
            head=Head(i=head.i, j=head.j, verb=True),
            trigger=self._trigger(told),
            actors=self._parties(told.actors, head),
            recipients=self._parties(told.recipients, head),
            status=told.status,
            status_rule=RULE,
            when=self._time(when) if when else None,
            where=self._place(where) if where else None,
            sources=tuple(a for s in told.sources if (a := self._source(s, head)) is not None),
            topics=tuple(Topic(self._text(w), w.span) for t in told.topics if (w := self._find(t, head)) is not None),
        )

    def _anchor(self, told: Told) -> Words | None:
        """A trigger that stands in the text twice is the one beside its rarest party."""
        places = [self.quotes.all(p.words) for p in (*told.actors, *told.recipients)]
        rarest = min((p for p in places if p), key=len, default=None)
        return rarest[0] if rarest else None

    def _find(self, quote: str | None, near: Words | None) -> Words | None:
        """Where a quotation stands; counted as kept or dropped."""
        if not quote:
            return None
        found = self.quotes.nearest(quote, near)
        self.kept += found is not None
        self.dropped += found is None
        return found

    def _text(self, words: Words) -> str:
        return " ".join(self.detected.analysis.document.text[slice(*words.span)].split())

    def _trigger(self, told: Told) -> Trigger:
        """An entry as the lexicon would have it; a mode that its type does not have is left out."""
        mode = told.mode if f"{told.type}-{told.mode}" in load_ontology().modes else None
        return Trigger(
            f"{RULE}:{self.model}", told.type, mode, told.act, None, (), (), "", (), (), True, (), (), ()
        )  # fmt: skip

    def _parties(self, parties: list[Party], head: Words) -> tuple[Mention, ...]:
        out: list[Mention] = []
        for party in parties:
            words = self._find(party.words, head)
            for m in self._named(words, PEOPLE, NEW_KINDS[party.kind]) if words else ():
                if m not in out:
                    out.append(m)
        return tuple(out)

    def _named(self, words: Words, kinds: tuple[str, ...], new: str) -> list[Mention]:
        """The mentions on the words: people before what describes them; a new one where the rules saw none."""
        here = [m for m in self.mentions[words.sentence] if m.i < words.j and m.j > words.i]
        fitting = [m for m in here if m.kind in kinds and not m.adjective]
        for chosen in (_people(fitting, words), fitting[:1]):
            if chosen:
                return chosen
        return [self._new(words, new, here)]

    def _new(self, words: Words, kind: str, described_by: list[Mention]) -> Mention:
        country = next((m.country for m in described_by if m.country), None)
        mention = Mention(
            sentence=words.sentence, i=words.i, j=words.j, kind=kind, name=self._text(words), name_span=words.span,
            country=country, definite=True, rule=RULE,
        )  # fmt: skip
        self.mentions[words.sentence].append(mention)
        return mention

    def _place(self, words: Words) -> Mention:
        return self._named(words, PLACES, "place")[0]

    def _time(self, words: Words) -> TimeMention | None:
        """The temporal expression on the words; what it means, the time rules say."""
        times = self.detected.found[words.sentence].times
        dated = [t for t in times if t.i < words.j and t.j > words.i and t.timex.first]
        return max(dated, key=lambda t: min(t.j, words.j) - max(t.i, words.i), default=None)

    def _source(self, sayer: Sayer, head: Words) -> Attribution | None:
        """The source that the rules read on these words, with what they know of it; else the words themselves."""
        words = self._find(sayer.words, head)
        if words is None:
            return None
        for a in self.attributions[words.sentence]:
            if a.span[0] < words.span[1] and a.span[1] > words.span[0]:
                return a
        here = (m for m in self.mentions[words.sentence] if m.i < words.j and m.j > words.i)
        mention = next((m for m in here if m.kind in ("person", "org", "role", "state") and not m.adjective), None)
        return Attribution(text=self._text(words), kind=sayer.kind, span=words.span, mention=mention, rule=RULE)


def _people(fitting: list[Mention], words: Words) -> list[Mention]:
    """People whose own name, or most of whose phrase, is quoted: «نظيره التركي هاكان فيدان» is one, a list is many."""
    people = [m for m in fitting if m.kind in ("person", "role")]
    named = [m for m in people if m.name_span and m.name_span[0] < words.span[1] and m.name_span[1] > words.span[0]]
    return named or people[:1]


def merged(rules: tuple[Frame, ...], model: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Frames of the rules with those of a model.

    On the same words the rules keep what they read and the model fills what they left empty; other events of the model
    are added. Two tellings of one happening are put together later, like any two.

    Args:
        rules: frames of the rules; model: of the model.
    """
    out = list(rules)
    for frame in model:
        at = next((k for k, own in enumerate(out) if _same_words(own, frame)), None)
        if at is None:
            out.append(frame)
        else:
            out[at] = _filled(out[at], frame)
    return tuple(sorted(out, key=_place_in_text))


def _place_in_text(frame: Frame) -> tuple[int, int]:
    return frame.sentence, frame.head.i


def _same_words(own: Frame, other: Frame) -> bool:
    return own.sentence == other.sentence and own.head.i < other.head.j and own.head.j > other.head.i


def _filled(own: Frame, other: Frame) -> Frame:
    return replace(
        own,
        actors=own.actors or tuple(m for m in other.actors if m not in own.recipients),
        recipients=own.recipients or tuple(m for m in other.recipients if m not in own.actors),
        when=own.when or other.when,
        where=own.where or other.where,
        sources=own.sources or other.sources,
        topics=own.topics or other.topics,
    )
