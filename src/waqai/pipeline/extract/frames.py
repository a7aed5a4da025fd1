"""Frames of a sentence: every trigger that the text supports, with its roles filled."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.addressed import addressed, in_writing
from waqai.pipeline.extract.arguments import Argument, Clause
from waqai.pipeline.extract.coming import coming, hosted, visited, when_to_come
from waqai.pipeline.extract.dating import time_of
from waqai.pipeline.extract.frame import Filled, Frame
from waqai.pipeline.extract.heads import Head, heads
from waqai.pipeline.extract.located import HELD, place_told
from waqai.pipeline.extract.parties import PEOPLE, sides
from waqai.pipeline.extract.pronouns import pronoun
from waqai.pipeline.extract.refine import refined
from waqai.pipeline.extract.roles import Slots, named, noun_slots, own_objects
from waqai.pipeline.extract.setting import topics_of
from waqai.pipeline.extract.speakers import STATEMENTS
from waqai.pipeline.extract.stated import came_before, intends, spoken_for, told_with
from waqai.pipeline.extract.status import StatusReader
from waqai.pipeline.extract.subjects import SubjectReader
from waqai.pipeline.extract.surroundings import Surroundings
from waqai.pipeline.extract.terms import as_a_term, belongs_to
from waqai.pipeline.extract.truces import accepted
from waqai.pipeline.extract.victims import accident, fallen, with_doer

# «رفضها القاطع»: pronouns that no noun ends in by itself.
OWNED = ("ها", "هم", "هما")
CONTACTS = frozenset(["call", "meeting", "talks"])
SPOKEN = STATEMENTS | {"THREATEN", "CONSULT"}
# What these take back, refuse, threaten with or break off did not happen; «تبادلا القصف» is told by its verb.
UNMAKING = frozenset(["CONCEDE", "REJECT", "RETREAT", "THREATEN", "SANCTION"])
# What is signed or ratified is told by that: «وقّع على طلب الانضمام».
PAPERS = frozenset(["signing", "ratification"])


class SentenceReader:
    """Builds the frames of one sentence."""

    def __init__(self, found: Found, index: int, lexicon: Lexicon, text: str, carried: tuple[Mention, ...]) -> None:
        self.found = found
        self.index = index
        self.text = text
        self.lexicon = lexicon
        self.heads = heads(found, lexicon, text)
        self.clause = Clause(found, self.heads, lexicon, index)
        self.subjects: dict[int, tuple[Mention, ...]] = {}
        self.slots: dict[int, Slots] = {}
        self.told: set[int] = set()
        self.last_speaker = carried
        self.around = Surroundings(found, self.heads, self.clause, lexicon, self.slots, self.subjects)
        SubjectReader(found, index, self.heads, self.clause, lexicon).read(self.slots, self.subjects)
        self.status = StatusReader(found, self.heads, lexicon)

    def frames(self) -> list[Frame]:
        """All frames, verbs and nouns, in order of the text."""
        out: list[Frame] = []
        told = self.told
        for h in self.heads:
            if h.trigger is None or h.i in told or self.around.only_lends(h) or self.around.only_describes(h):
                continue
            frame = self._verb_frame(h) if h.verb else self._noun_frame(h)
            if frame is None or belongs_to(out[-1] if out else None, frame):
                continue
            if len(frame.actors) < 2 and (planners := self.around.planners(h)):
                frame = replace(frame, actors=(*planners, *(m for m in frame.actors if m not in planners)))
            if not h.verb and frame.status == "planned":
                out = [f for f in out if not intends(self.clause, f.head, h)]
            if h.verb and frame.trigger.act in PAPERS:
                told |= {o.i for o in self.heads if o.i > h.i and "علي" in self.found.sentence.words[o.i - 2 : o.i]}
            own = self.around.own_noun(h) if h.verb else None
            kind = frame.trigger.type
            if kind == "ACCUSE" and (h.verb or h.participle):
                told |= {o.i for o in self._objects(h) if o.trigger and o.trigger.type == "ASSAULT" and not o.article}
            told |= told_with(self.clause, frame)
            truce = kind == "CONCEDE" and frame.trigger.act == "ceasefire"  # «أعلن التوصل إلى هدنة»
            frame = accepted(self.clause, frame, told) if truce else frame
            unmade = kind in UNMAKING or kind == "ASSAULT" or (kind == "PROTEST" and frame.status == "proposed")
            if truce or (h.verb and unmade):
                told |= {o.i for o in self._objects(h) if o is not own and (kind != "ASSAULT" or o.article)}
            if h.verb and frame.trigger.act in HELD and frame.actors:
                told |= {o.i for o in self._objects(h)}  # «تستضيف أكرا القمة القادمة»
            if own is not None:
                told.add(own.i)
                frame = self._with_noun(frame, own)
            meeting = self._called_off(h) if frame.trigger.mode == "meet" and not frame.actors else None
            if meeting is not None:
                told.add(meeting.i)
                out = [f for f in out if f.head is not meeting]
                frame = self._without_meeting(frame, meeting)
            writers = self.subjects.get(out[-1].head.i, ()) if out and kind == "REQUEST" else ()
            out = in_writing(self.clause, out, frame, writers)
        return out

    def _objects(self, h: Head) -> list[Head]:
        """The nouns the entry of a verb names as its object: they tell nothing of their own («رفعت العقوبات»)."""
        own = own_objects(self.clause, h)
        return [o for o in self.heads if o.i in own and named(self.clause, h, o)]

    def _called_off(self, h: Head) -> Head | None:
        """«أُلغيت القمة», «محادثات الجمعة أُرجئت»: the meeting that a word of calling off has for its subject."""
        if h.trigger is None or h.trigger.type != "REJECT":
            return None
        at = self.heads.index(h)
        for o in (*self.heads[at + 1 : at + 2], *self.heads[max(0, at - 1) : at]):
            if not o.verb and o.trigger is not None and o.trigger.type == "CONSULT":
                return o
        return None

    def _without_meeting(self, frame: Frame, meeting: Head) -> Frame:
        """Those who would have met call it off together, where nobody else is said to."""
        noun = self._noun_frame(meeting, called_off=True)
        if noun is None:
            return frame
        return replace(frame, actors=(*noun.actors, *(m for m in noun.recipients if m not in noun.actors)))

    def _with_noun(self, frame: Frame, own: Head) -> Frame:
        """One happening told by a verb and its object noun: the noun says what it was, and has arguments of its own."""
        noun = self._noun_frame(own)
        if noun is None:
            return frame
        sharper = noun.trigger if noun.trigger.mode or frame.trigger.act == "other" else frame.trigger
        joined = tuple(m for m in noun.actors if m not in frame.actors) if self.around.joins(frame.head) else ()
        return replace(
            frame,
            trigger=sharper if frame.trigger.mode is None else frame.trigger,
            actors=(*frame.actors, *joined) or noun.actors,
            recipients=frame.recipients or tuple(m for m in noun.recipients if m not in frame.actors),
            filled=(*frame.filled, *noun.filled),
            when=frame.when or noun.when,
            where=frame.where or noun.where,
            topics=frame.topics or noun.topics,
        )

    def _verb_frame(self, h: Head) -> Frame | None:
        slots = self.slots.get(h.i)
        if slots is None or h.trigger is None:
            return None
        if self.found.sentence.words[h.i].lstrip("و") in self.lexicon.grammar["meeting_verbs"]:
            people = tuple(
                m
                for m in self.found.mentions
                if m.i > h.i and m.kind in ("person", "role") and m.prep in ("", "ب") and not m.adjective
            )
            slots = Slots({**slots.of, "subj": (), "obj": people or slots.of.get("obj", ())})
        return self._frame(h, slots, h)

    def _noun_frame(self, h: Head, called_off: bool = False) -> Frame | None:
        if (t := h.trigger) is None:
            return None
        relative, through = self.around.relative(h)
        verb = coming(self.clause, self.heads, h, relative)
        if verb is not None:
            through |= {verb.i}
            relative = verb if hosted(verb) else relative
        arguments = self._arguments(h, relative, through)
        self.told |= {relative.i} if relative is not None and relative is not verb else set()
        slots = self.around.ascribed(h, noun_slots(self.clause, h, arguments))
        if h.pronoun or (t.type in STATEMENTS and self.found.sentence.words[h.i].endswith(OWNED)):
            slots = self._possessed(h, slots, t)
        hurt = fallen(self.clause, h) if t.type == "ASSAULT" else ()
        if hurt or (hurt := self.around.informed(h)):
            slots = Slots({**slots.of, "recv": hurt})
        slots, governor = with_doer(self.around, h, relative, verb is not None, slots)
        if (h.participle and t.type not in SPOKEN) or came_before(self.clause, h, governor):
            return None
        if verb is None and not h.participle and not called_off and self.around.asked_for(h, governor):
            return None
        if governor is verb is None and not h.participle and not called_off and self.around.only_talk(h, slots):
            return None
        if governor is not None:
            slots = visited(h, slots, self.around.lend(governor, slots, h))
        slots, controlled = self._controlled(h, slots, governor) if verb is None else (slots, False)
        frame = self._frame(h, slots, verb or governor or h, controlled)
        if verb is not None and frame is not None:
            if hosted(verb) and not frame.actors:
                return None  # «المؤتمر الذي تستضيفه باريس»: the verb tells of it, with its host
            self.told.add(verb.i)
        if frame is not None and frame.when is None and governor is None and through:
            # «القمة التي جمعت الرئيس أمس بنظيره».
            frame = replace(frame, when=time_of(self.found, self.heads, h, self.clause.head_at[min(through)]))
        own = any(m for name, ms in slots.of.items() for m in ms if name not in ("في", "circ")) and not controlled
        return (
            replace(frame, anaphoric=not own and (h.article or bool(h.pronoun) or controlled), controlled=controlled)
            if frame
            else None
        )

    def _arguments(self, h: Head, relative: Head | None, through: frozenset[int]) -> list[Argument]:
        """What stands behind an event noun, the verb of a relative clause read past."""
        if h.trigger is not None and h.trigger.act == "signing":
            # «توقيع اتفاق تجاري بين ...», «التوقيع على بروتوكول تعاون بين ...»: what is signed hides no party.
            reach = 2 if self.found.sentence.words[h.j : h.j + 1] == ["علي"] else 1
            through |= {o.i for o in self.heads if h.j - 1 <= o.i <= h.j + reach and not o.verb}
        arguments = self.clause.right(self.clause.after(h), through=through, noun=True)
        if relative is None:
            return arguments
        # «القصف الذي تعرضت له المدينة»: the verb's subject is no genitive of the noun.
        return [a for a in arguments if a.slot not in ("bare", "thing", "adj") or a.mention.i < relative.i]

    def _where(self, h: Head, t: Trigger, slots: Slots, dest: Mention | None, actors: list[Mention]) -> Mention | None:
        return place_told(self.clause, h, t, slots, dest, tuple(actors))

    def _possessed(self, h: Head, slots: Slots, t: Trigger) -> Slots:
        """The pronoun of «اغتياله» is whom it befell; that of «رفضها» who says so, told by the verb above it."""
        said = t.type in STATEMENTS
        speaker = self.around.controller(h) if said else ()
        key = "obj" if t.idafa == "obj" and not speaker else "subj"
        told = speaker or (self._their_own(h) if h.pronoun else ())
        return Slots({**slots.of, key: (*slots.of.get(key, ()), *told)})

    def _their_own(self, h: Head) -> tuple[Mention, ...]:
        """«خلال لقائهما»: two or more who are the clause's subject; else whom the pronoun points back to.

        «بحث مقتل الصحفية خلال لقائه نظيره»: who met is the one who spoke, not whom he spoke of.
        """
        met = h.trigger is not None and h.trigger.type == "CONSULT" and h.trigger.act != "visit"
        subject = self.around.controller(h) if met or h.pronoun in ("هما", "هم") else self.around.fronted(h)
        one = len(subject) == 1 and h.pronoun in ("ه", "ها") and subject[0].kind in ("person", "role")
        return subject if len(subject) > 1 or one else (pronoun(self.found, self.index, h),)

    def _came_to_meet(self, h: Head, slots: Slots) -> Slots | None:
        """«وصل الوزير إلى نيروبي للقاء نظيره»: whom one meets is told by the noun, who meets him by its verb."""
        whom = slots.of.get("subj", ())
        purpose = h.prep == "ل" and not h.pronoun and h.trigger is not None and h.trigger.act in CONTACTS
        people = bool(whom) and all(m.kind in ("person", "role") for m in whom)
        if not purpose or not people or slots.of.keys() & {"مع", "between", "by"}:
            return None
        who = tuple(m for m in self.around.controller(h) if m not in whom)
        return Slots({**slots.of, "subj": (*who, *whom)}) if who else None

    def _controlled(self, h: Head, slots: Slots, governor: Head | None) -> tuple[Slots, bool]:
        """A noun without parties of its own has those of its clause: «اتفقت ... خلال مفاوضات رعتها قطر»."""
        if h.participle and slots.of.get("by") and h.trigger is not None:
            # «دولة معترفا بها من جانب إسبانيا»: a passive participle describes whom it befalls.
            befallen = self.around.controller(h) if h.trigger.recipient else ()
            return Slots({**slots.of, "subj": slots.of["by"], "recv": befallen}), False
        subject = self.around.controller(h) if governor is None else ()
        if spoken_for(self.clause, h, slots, subject):
            return Slots({**slots.of, "subj": subject}), False
        if (came := self._came_to_meet(h, slots)) is not None:
            return came, False
        lent = governor is not None and not slots.of.keys() & {"host", "mediator"}
        if lent or any(slots.of.get(name) for name in ("subj", "between", "adj", "seat")):
            return slots, False
        one_side = h.trigger is not None and h.trigger.act == "clash" and not slots.of.get("مع")
        subject = () if one_side else subject or self.around.controller(h)
        if not subject or self.around.witnessed(h):
            return slots, False
        alone = h.trigger is not None and h.trigger.act in CONTACTS and not h.article and not slots.of.get("مع")
        partners = self.around.partners(h) if alone else ()
        return Slots({**slots.of, "subj": subject, **({"مع": partners} if partners else {})}), True

    def _status(self, h: Head, t: Trigger, governor: Head) -> tuple[str, str]:
        read = self.status.read(h, governor)
        if read[0] == "happened" and t.type == "CONSULT" and when_to_come(self.clause, h, self.around.head_before(h)):
            read = ("planned", "says when something is to come")
        return as_a_term(self.found, self.lexicon, h, t, read)

    def _frame(self, h: Head, slots: Slots, governor: Head, controlled: bool = False) -> Frame | None:
        if (t := h.trigger) is None:
            return None
        t = refined(t, self.found, self.heads, h, governor, self.lexicon)
        status, rule = self._status(h, t, governor)
        if status == "drop":
            return None
        actors, recipients = sides(t, slots, self.clause)
        if not actors and accident(self.clause, h):
            return None
        if t.type == "THREATEN" and status == "planned":
            # «قال إن بلاده سترد»: who says so has threatened.
            status, rule = "happened", "a threat is made by saying it"
        mediators = [m for m in slots.of.get("mediator", ()) if m.kind in PEOPLE]
        if t.type == "REQUEST" and not recipients and "obj" in t.recipient and (h.verb or h.participle):
            whom = addressed(self.found, self.lexicon, h, actors, self.index, self.text)
            recipients = [whom] if whom else []
        actors.extend(m for m in mediators if m not in actors)
        dest = next((m for m in slots.fill(t.dest) if m.kind in ("state", "place", "org", "role", "person")), None)
        return Frame(
            sentence=self.index,
            head=h,
            trigger=t,
            actors=tuple(m for m in actors if m is not dest),
            recipients=tuple(recipients),
            filled=tuple(Filled(name, m, h) for name, mentions in slots.of.items() for m in mentions),
            status=status if status in ("denied", "conditional") else (t.status or status),
            status_rule=rule,
            when=time_of(self.found, self.heads, h, governor),
            where=self._where(h, t, slots, dest, actors),
            dest=dest,
            topics=topics_of(self.found, self.clause, h, self.text),
            controlled=controlled,
            mediated=bool(mediators),
            reacts=self.around.reacts(h),
            aside=self.clause.says_when(h),
        )
