"""Frames of a sentence: every trigger that the text supports, with its roles filled."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.heads import Head, heads
from waqai.pipeline.extract.roles import LOCATIVE, Slots, noun_slots, verb_slots
from waqai.pipeline.extract.setting import finest, place_of, time_of, topics_of
from waqai.pipeline.extract.status import status_of
from waqai.pipeline.extract.surroundings import STATEMENTS, Surroundings

PEOPLE = ("person", "role", "state", "org", "group", "anaphor", "thing")
SPOKEN = STATEMENTS | {"THREATEN", "CONSULT"}
PARTNER_SLOTS = ("مع", "الي", "ب", "between", "obj")
MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE", "ACCUSE"])
PRONOUN_NUMBERS = {"هما": "d", "هم": "p"}


def placeless(t: Trigger) -> bool:
    """Statements, calls and messages happen between people, not at the place their words speak of."""
    if t.type in ("ACCUSE", "REJECT", "THREATEN", "REQUEST"):
        return True
    return t.act in (
        "call",
        "exchange-of-messages",
        "recall",
        "statement-of-support",
        "congratulation",
        "condolence",
        "summoning",
    )


def _several(people: tuple[Mention, ...]) -> bool:
    """Whether a verb in the dual or plural can have these as its subject."""
    return len(people) > 1 or any(m.number != "s" or m.kind in ("group", "org", "anaphor") for m in people)


class SentenceReader:
    """Builds the frames of one sentence."""

    def __init__(self, found: Found, index: int, lexicon: Lexicon, text: str, carried: tuple[Mention, ...]) -> None:
        self.found = found
        self.index = index
        self.text = text
        self.lexicon = lexicon
        self.heads = heads(found, lexicon, text)
        self.clause = Clause(found, self.heads, lexicon)
        self.subjects: dict[int, tuple[Mention, ...]] = {}
        self.slots: dict[int, Slots] = {}
        self.last_speaker = carried
        self.around = Surroundings(found, self.heads, self.clause, lexicon, self.slots, self.subjects)
        self._verbs()

    def _verbs(self) -> None:
        """Subjects and slots of every finite verb, in order: a joined verb can take the subject before it."""
        carried: tuple[Mention, ...] = ()
        for h in self.heads:
            if not h.verb:
                continue
            if self._auxiliary(h):
                continue
            before = self.clause.left_subject(h)
            joined = bool(carried) and (
                h.j not in self.clause.at
                or h.conj in ("و", "ف")
                or self.found.sentence.words[h.i - 1] in ("كما", "ثم", "قد", "حيث", "ان", "،")
            )
            relative = self.found.sentence.words[h.i - 1] in self.lexicon.grammar["relatives"] if h.i else False
            if carried and self._new_clause(h):
                carried = ()
            if relative:
                before = self._antecedent(h)
            told_before = carried if joined and not relative else ()
            if self._two_or_more(h):
                before = before if _several(before) else ()
                if not before and not _several(told_before):
                    told_before = (self._those_before(h),)
            slots = verb_slots(self.clause, h, before, told_before)
            self.slots[h.i] = slots
            subject = slots.of.get("subj", ())
            self.subjects[h.i] = subject
            if subject and not relative and not h.passive:
                carried = subject

    def _antecedent(self, h: Head) -> tuple[Mention, ...]:
        """«الوزير الذي يقوم بزيارة»: the one named before the relative pronoun, unless the clause has a subject."""
        subject_follows = h.j in self.clause.at and not self.clause.at[h.j].prep
        if h.pronoun or subject_follows:
            return ()
        return tuple(m for m in self.found.mentions if m.j == h.i - 1 and m.kind in PEOPLE and not m.adjective)

    def _new_clause(self, h: Head) -> bool:
        """Whether أن or إن with a subject of its own stands between this verb and the one before it."""
        before = next((o.j for o in reversed(self.heads) if o.verb and o.i < h.i), 0)
        return any(w.removeprefix("و") in ("ان", "بان") for w in self.found.sentence.words[before : h.i])

    def _auxiliary(self, h: Head) -> bool:
        return self.found.sentence.words[h.i].lstrip("وف") in self.lexicon.grammar["past_markers"]

    def frames(self) -> list[Frame]:
        """All frames, verbs and nouns, in order of the text."""
        out: list[Frame] = []
        told: set[int] = set()
        for h in self.heads:
            if h.trigger is None or h.i in told:
                continue
            frame = self._verb_frame(h) if h.verb else self._noun_frame(h)
            if frame is None:
                continue
            own = self.around.own_noun(h) if h.verb else None
            if own is not None:
                told.add(own.i)
                frame = self._with_noun(frame, own)
            out.append(frame)
        return out

    def _with_noun(self, frame: Frame, own: Head) -> Frame:
        """One happening told by a verb and its object noun: the noun says what it was, and has arguments of its own."""
        noun = self._noun_frame(own)
        if noun is None:
            return frame
        sharper = noun.trigger if noun.trigger.mode or frame.trigger.act == "other" else frame.trigger
        return replace(
            frame,
            trigger=sharper if frame.trigger.mode is None else frame.trigger,
            actors=frame.actors or noun.actors,
            recipients=frame.recipients or tuple(m for m in noun.recipients if m not in frame.actors),
            when=frame.when or noun.when,
            where=frame.where or noun.where,
            topics=frame.topics or noun.topics,
        )

    def _verb_frame(self, h: Head) -> Frame | None:
        slots = self.slots.get(h.i)
        if slots is None or h.trigger is None:
            return None
        if h.pronoun:
            slots = self._with_pronoun(h, slots)
        if self.found.sentence.words[h.i].lstrip("و") in self.lexicon.grammar["meeting_verbs"]:
            people = tuple(
                m
                for m in self.found.mentions
                if m.i > h.i and m.kind in ("person", "role") and m.prep in ("", "ب") and not m.adjective
            )
            slots = Slots({**slots.of, "subj": (), "obj": people or slots.of.get("obj", ())})
        return self._frame(h, slots, h)

    def _with_pronoun(self, h: Head, slots: Slots) -> Slots:
        """An attached pronoun is the verb's object («اتهمته», «جمعهما»)."""
        of = dict(slots.of)
        of["obj"] = (*of.get("obj", ()), self._pronoun(h))
        return Slots(of)

    def _two_or_more(self, h: Head) -> bool:
        """«وقّعا», «اتفقوا»: a contact whose verb says by its ending that several, named before, had it."""
        ending = "ا" if h.number == "dual" else "وا" if h.number == "plural" else ""
        contact = h.trigger is not None and (h.trigger.type in MUTUAL or h.trigger.act == "signing")
        word = self.found.sentence.words[h.i]
        return bool(ending) and contact and word.endswith((ending, "ان", "ون"))

    def _those_before(self, h: Head) -> Mention:
        """«وقّعا», «سيعقدان», «اتفقوا»: the ending of the verb stands for those told of before."""
        return Mention(
            sentence=self.index,
            i=h.i,
            j=h.j,
            kind="anaphor",
            name=self.found.sentence.words[h.i],
            name_span=self.found.sentence.spans[h.i],
            number=h.number[0],
            rule="verb ending",
        )

    def _pronoun(self, h: Head) -> Mention:
        number = PRONOUN_NUMBERS.get(h.pronoun, "s")
        span = self.found.sentence.spans[h.j - 1]
        return Mention(
            sentence=self.index,
            i=h.j - 1,
            j=h.j,
            kind="anaphor",
            name=h.pronoun,
            name_span=span,
            number=number,
            rule="pronoun",
            pronoun=h.pronoun,
        )

    def _noun_frame(self, h: Head) -> Frame | None:
        assert_trigger = h.trigger
        if assert_trigger is None:
            return None
        relative, through = self.around.relative(h)
        arguments = self.clause.right(h.j, through=through, noun=True)
        slots = noun_slots(arguments, assert_trigger)
        if h.pronoun:
            of = dict(slots.of)
            key = "obj" if assert_trigger.idafa == "obj" else "subj"
            of[key] = (*of.get(key, ()), self._pronoun(h))
            slots = Slots(of)
        governor = relative or self.around.governor(h)
        if h.participle and assert_trigger.type not in SPOKEN:
            return None
        if governor is None and not h.participle and (self.around.only_talk(h, slots) or self.around.asked_for(h)):
            return None
        controlled = False
        if governor is not None:
            slots = self.around.lend(governor, slots, h)
        elif not slots.of.get("subj") and not slots.of.get("between") and not slots.of.get("adj"):
            subject = self.around.controller(h)
            if subject:
                controlled = True
                of = dict(slots.of)
                of["subj"] = subject
                slots = Slots(of)
        frame = self._frame(h, slots, governor or h, controlled)
        own = any(m for name, ms in slots.of.items() for m in ms if name not in ("في", "circ")) and not controlled
        return (
            replace(frame, anaphoric=not own and (h.article or h.pronoun == ""), controlled=controlled)
            if frame
            else None
        )

    def _struck(self, t: Trigger, slots: Slots) -> Mention | None:
        """«قصفت مدينة خاركيف», «غارات على الضاحية»: what is attacked, taken or closed is where it happens."""
        if t.type not in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"):
            return None
        return next((m for name in ("obj", "علي") for m in slots.of.get(name, ()) if m.kind == "place"), None)

    def _frame(self, h: Head, slots: Slots, governor: Head, controlled: bool = False) -> Frame | None:
        t = h.trigger
        if t is None:
            return None
        actors = [m for m in slots.fill(t.actor) if m.kind in PEOPLE]
        if t.type == "CONSULT" and t.act in ("meeting", "talks", "call", "summit"):
            actors.extend(
                m
                for p in PARTNER_SLOTS
                for m in slots.of.get(p, ())
                if m.kind in ("person", "role") and m not in actors
            )
        recipients = [m for m in slots.fill(t.recipient) if m.kind in PEOPLE and m not in actors]
        received = slots.of.get("recv", ())
        if received:
            target = actors if not t.recipient or t.type == "CONSULT" else recipients
            target.extend(m for m in received if m not in actors and m not in recipients)
        dest = next((m for m in slots.fill(t.dest) if m.kind in ("state", "place", "org", "role", "person")), None)
        if dest in actors:
            actors.remove(dest)
        status, rule = status_of(self.found, self.heads, h, governor, self.lexicon)
        if status == "drop":
            return None
        located = (
            dest
            if dest is not None and dest.kind in ("place", "state")
            else next((m for p in LOCATIVE for m in slots.of.get(p, ()) if m.kind in ("place", "state")), None)
        )
        host = next((m for m in slots.of.get("host", ()) if m.kind in ("place", "state")), None)
        return Frame(
            sentence=self.index,
            head=h,
            trigger=t,
            actors=tuple(actors),
            recipients=tuple(recipients),
            status=t.status or status,
            status_rule=rule,
            when=time_of(self.found, self.heads, h, governor),
            where=None
            if placeless(t)
            else finest(located, place_of(self.found, self.clause, h)) or host or self._struck(t, slots),
            dest=dest,
            topics=topics_of(self.found, self.clause, h, self.text),
            controlled=controlled,
            reacts=self.around.reacts(h),
        )
