"""A draft event: what frames say of one happening, before it is written out. Mutable; never leaves ground."""

from msgspec import Struct

from waqai.model import Topic
from waqai.pipeline.detect import Mention, TimeMention
from waqai.pipeline.extract.frame import Attribution, Frame
from waqai.pipeline.extract.status import MAY, TO_COME
from waqai.pipeline.ground.people import Party, Resolved

# Types whose doer and whom it befalls are often told by two words («فرض حزمة من العقوبات»).
ONE_SIDED = frozenset(["ASSAULT", "SANCTION", "COERCE", "RETREAT", "AID", "MOBILIZE"])
FORCES = frozenset(["MIL", "COP"])
HARM = frozenset(["ASSAULT", "COERCE"])
# «وأصيب 66 آخرون» are beside those told before, never against them.
OTHERS = ("آخرين", "آخرون", "اخرين", "اخرون")
VIOLENCE = frozenset(["attack", "strike", "other"])
MEETING = frozenset(["meeting", "talks", "summit", "conference"])
AS_AGREE = frozenset(["CONSULT", "AID", "COOPERATE"])
SPOKEN = frozenset(["REQUEST", "REJECT"])
PERSONAL = frozenset(["convict", "arrest", "expel", "abduct"])
UNREALISED = frozenset(("planned", "proposed", "conditional"))


class Draft(Struct, kw_only=True):
    """One happening."""

    type: str
    mode: str | None
    act: str
    contexts: list[str]
    status: str
    status_rule: str
    actors: list[Resolved]
    recipients: list[Resolved]
    frames: list[Frame]
    when: TimeMention | None = None
    when_because: str | None = None
    where: Mention | None = None
    where_because: str | None = None
    topics: list[Topic] = []
    sources: list[Attribution] = []
    sentences: list[int] = []
    links: list[tuple[str, int]] = []
    agreement: str | None = None
    anaphoric: bool = False
    apart: bool = False
    confidence: float = 0.0
    confidence_because: str = ""

    def parties(self) -> list[Party]:
        """Actors and recipients, each once."""
        out: list[Party] = []
        for r in (*self.actors, *self.recipients):
            if r.party not in out:
                out.append(r.party)
        return out

    def party_keys(self) -> set[str]:
        """Keys of the parties."""
        return {p.key for p in self.parties()}

    def countries(self) -> set[str]:
        """States of the parties, with bodies standing for themselves."""
        return {p.country or p.body or p.key for p in self.parties()}


def distinct(actors: list[Resolved]) -> list[Resolved]:
    """A state or unnamed group beside its own minister is the same side, named twice."""
    of_people = {r.party.country for r in actors if r.party.kind in ("person", "role") and r.party.country}
    return [r for r in actors if not (r.party.kind in ("state", "group") and r.party.country in of_people)]


def typed(frame: Frame) -> tuple[str, str | None]:
    """Type and mode of a frame once its status is known: what is only planned is announced or threatened."""
    t, mode = frame.trigger.type, frame.trigger.mode
    if frame.mediated and t == "CONSULT":
        mode = "third-party"
    if frame.status == "denied" and frame.status_rule == "negation" and t in ("AGREE", "SUPPORT", "CONCEDE", "RETREAT"):
        return "REJECT", None
    hangs = frame.status == "conditional" and frame.head.tense != "future" and frame.status_rule != MAY
    if frame.status not in UNREALISED or hangs:
        return t, mode
    if t in AS_AGREE or t == "SUPPORT" or (t == "REQUEST" and frame.status == "planned"):
        return "AGREE", None
    if t == "RETREAT":
        return "AGREE" if frame.trigger.act == "opening" else "CONCEDE", None
    if t in ("COERCE", "ASSAULT") and frame.status != "proposed" and frame.status_rule != TO_COME:
        return "THREATEN", "violence" if t == "ASSAULT" else "restrict"
    if t == "SANCTION" and frame.status == "conditional":
        return "THREATEN", "expel" if mode == "expel" else "relations"
    return t, mode


def merge_into(old: Draft, new: Draft) -> None:
    """Add what a second passage says of the same happening."""
    fought = _fallen(new, old)
    old.frames.extend(new.frames)
    for side in ("actors", "recipients"):
        mine = getattr(old, side)
        for r in getattr(new, side):
            if r.inferred and len(old.parties()) >= 2:
                continue
            if r.party not in [x.party for x in (*old.actors, *old.recipients)] and not _covered(r.party, old, mine):
                mine.append(r)
    if not old.actors and not old.recipients:
        old.actors, old.recipients = new.actors, new.recipients
    old.when = _narrower(old.when, new.when)
    old.where = _finer(old.where, new.where)
    old.topics.extend(t for t in new.topics if t not in old.topics)
    if not presupposed(new) or new.sentences[0] == old.sentences[-1]:
        old.sources.extend(s for s in new.sources if s.text not in [x.text for x in old.sources])
    old.sentences.extend(s for s in new.sentences if s not in old.sentences)
    old.contexts.extend(c for c in new.contexts if c not in old.contexts)
    weapon = old.mode == "targeted" and new.mode == "firearms"
    old.mode = new.mode if weapon else old.mode or new.mode  # «اغتيال ... برصاص»: with what says more
    if fought:
        old.act = new.act
    if (
        old.act in ("talks", "meeting", "other")
        and new.act in ("call", "summit", "meeting", "conference")
        and old.act != "meeting"
    ):
        old.act, old.mode = new.act, new.mode or old.mode


def _narrower(old: TimeMention | None, new: TimeMention | None) -> TimeMention | None:
    """The date that says more: «الأحد الماضي» rather than «نهاية الأسبوع الماضي»."""
    if old is None or new is None:
        return old or new
    a, b = old.timex, new.timex
    inside = a.first and b.first and a.last and b.last and a.first <= b.first and b.last <= a.last
    return new if inside else old


def _of_the_dead(party: Party, draft: Draft) -> bool:
    """«مقتل خمسة من الشرطة في هجوم استهدف مركز شرطة»: one force on both sides is the one that was struck."""
    return party.sector in FORCES and any(r.party.sector == party.sector for r in draft.recipients)


def _covered(party: Party, draft: Draft, side: list[Resolved]) -> bool:
    """A state is covered by a person or body of that state, and a group, but not the only doers of a harm."""
    alone = side is draft.actors and not side and not party.name.endswith(OTHERS) and not _of_the_dead(party, draft)
    if party.kind == "group" and draft.type in HARM and alone:
        # «قتل خمسة أشخاص في هجوم نفذه متمردون»: the dead and those who killed them are of one country.
        return False
    return party.kind in ("state", "group") and party.country in {p.country for p in draft.parties()}


def _finer(old: Mention | None, new: Mention | None) -> Mention | None:
    if old is None or new is None:
        return old or new
    return new if old.kind == "state" and new.kind == "place" and new.country in (None, old.country) else old


def _beside_people(new: Draft, old: Draft) -> set[str]:
    """The parties of a contact, without the states whose own people the other passage names."""
    if new.type != "CONSULT" or new.sentences[0] not in old.sentences:
        return new.party_keys()
    states = {p.country for p in old.parties() if p.kind in ("person", "role")}
    kept = {p.key for p in new.parties() if not (p.kind == "state" and p.country in states)}
    return kept or new.party_keys()


def same_happening(old: Draft, new: Draft) -> bool:
    """Whether two drafts of one document tell of the same happening."""
    if old.type != new.type or (old.status == "denied") != (new.status == "denied"):
        return False
    if _fallen(old, new) or _fallen(new, old):
        return _same_day(old, new)
    if _judged_on(old, new):
        return True
    if not _same_act(old, new) or not _same_day(old, new):
        return False
    a, b = old.party_keys(), _beside_people(new, old)
    if not a or not b:
        return new.anaphoric or old.sentences[-1] == new.sentences[0] or _by_its_name(old, new)
    if old.type == "RETREAT" and old.mode and new.mode and old.mode != new.mode:
        # «عاد الهدوء إثر انسحاب المقاتلين»: calm and leaving are two.
        return False
    if old.type == "CONSULT" and _another_meeting(old, new, a, b):
        return False
    if (old.type in SPOKEN and _other_speaker(old, new)) or _other_convict(old, new) or _others_abducted(old, new):
        return False
    if a <= b or b <= a or len(a & b) >= 2:
        return True
    if old.type in ONE_SIDED and old.sentences[-1] == new.sentences[0] and _complementary(old, new):
        return True
    if old.type in ("CONSULT", "COOPERATE") or old.act == "signing":
        if (old.when is None) != (new.when is None) and old.sentences[-1] != new.sentences[0] and not new.anaphoric:
            return False
        return _only_states(old, new) and (old.countries() <= new.countries() or new.countries() <= old.countries())
    fights = old.act == new.act == "clash" and len(old.actors) > 1 and len(new.actors) > 1
    if fights and old.countries() != new.countries():
        # «اشتباكات بين الجيش والمتمردين»: who fights somebody else fights another fight.
        return False
    return old.type in ("ASSAULT", "AID", "SANCTION", "COERCE", "MOBILIZE") and bool(a & b) and _side_agrees(old, new)


def _judged_on(old: Draft, new: Draft) -> bool:
    """«أدانت القصف وعدّته انتهاكا», «اتهم واشنطن بالخيانة، واصفا الإجراء بأنه باطل»: no second one."""
    head = new.frames[0].head
    said_of_it = head.participle or (head.verb and bool(head.pronoun))
    speakers = {r.party.key for r in new.actors} <= {r.party.key for r in old.actors} or not new.actors
    return old.type == "ACCUSE" and said_of_it and speakers and old.sentences[-1] == new.sentences[0]


def points_back(old: Draft, new: Draft) -> bool:
    """«أسفرت المعارك عن» is what was told; «القصف على البلدة» is no part of a fight elsewhere."""
    elsewhere = new.where is not None and old.act == "clash" and new.act != "clash"
    return old.type == "ASSAULT" and not elsewhere


def _by_its_name(old: Draft, new: Draft) -> bool:
    """«مسيرة العودة»: a protest that has a name is one, however often it is named."""
    a, b = old.frames[0], new.frames[0]
    named = new.type == "PROTEST" and not b.head.verb and b.head.j - b.head.i > 1
    return named and a.trigger.id == b.trigger.id and not (old.party_keys() and new.party_keys())


def _other_speaker(old: Draft, new: Draft) -> bool:
    """Two who appeal to the same sides make two appeals."""
    mine, yours = {r.party.key for r in old.actors}, {r.party.key for r in new.actors}
    states = {r.party.country for r in old.actors} & {r.party.country for r in new.actors}
    return bool(mine and yours) and not mine & yours and not states - {None}


def _other_convict(old: Draft, new: Draft) -> bool:
    """«أدانت المحكمة فلانا ... وحكمت على فلان»: each verdict and arrest has its own people."""
    mine, yours = {r.party.key for r in old.recipients}, {r.party.key for r in new.recipients}
    each = old.mode in PERSONAL and new.mode in PERSONAL and old.sentences[-1] != new.sentences[0]
    return each and bool(mine and yours) and not mine & yours


def _another_meeting(old: Draft, new: Draft, a: set[str], b: set[str]) -> bool:
    """«وعقد الصفدي أيضا لقاء مع ...»: two of those who met as three or more, met again by themselves."""
    apart = new.apart or (old.sentences[-1] != new.sentences[0] and not new.anaphoric)
    return apart and len(a) >= 3 and len(b) == 2 and b < a and not any(f.controlled for f in new.frames)


def _complementary(old: Draft, new: Draft) -> bool:
    """«قُتل أربعة في هجوم روسي»: the one passage names the victims, the other who did it."""
    return not (old.actors and new.actors) or bool(
        {r.party.key for r in old.actors} & {r.party.key for r in new.actors}
    )


def _fallen(fight: Draft, harm: Draft) -> bool:
    """«مقتل ستة أشخاص خلال معارك»: those who fell, by nobody named, in the fight that the same sentence tells of."""
    if fight.type != "ASSAULT" or fight.act != "clash" or harm.act != "attack" or not fight.actors or harm.actors:
        return False
    counted = any(m.rule == "counted" for f in harm.frames for m in f.recipients)
    return counted and fight.sentences[-1] == harm.sentences[-1]


def presupposed(new: Draft) -> bool:
    """«أدان الاتحاد مقتل الصحفية»: what a noun tells once more of harm is known, and not what the speaker says."""
    return new.type in HARM and not new.frames[0].head.verb


def same_victim(old: Draft, new: Draft) -> bool:
    """«اغتيال فلان», «مقتل فلان», «الرصاصة التي قتلت فلانا»: a person is attacked once, whatever words tell of it."""
    alike = old.type == new.type == "ASSAULT" and {old.act, new.act} <= VIOLENCE and _same_day(old, new)
    mine, yours = _victims(old), _victims(new)
    return alike and (old.status == "denied") == (new.status == "denied") and bool(mine & yours)


def _victims(d: Draft) -> set[str]:
    return {r.party.key for r in d.recipients if r.party.kind == "person"}


def _same_act(old: Draft, new: Draft) -> bool:
    if old.act == new.act:
        return True
    if old.type in ("CONSULT", "AGREE"):
        generic = {old.act, new.act} <= MEETING
        call = {old.act, new.act} <= {"call", "talks"}
        return generic or (
            call
            and (new.anaphoric or old.sentences[-1] == new.sentences[0] or bool(old.party_keys() & new.party_keys()))
        )
    if old.type == "ASSAULT":
        return {old.act, new.act} <= VIOLENCE
    return old.type in ("ACCUSE", "SUPPORT") and "other" in (old.act, new.act)


def _others_abducted(old: Draft, new: Draft) -> bool:
    """«اختطف مسلحون 46 تلميذا بعد أن قتلوا حارسين»: some are taken, others harmed."""
    taken = (old.mode == "abduct") != (new.mode == "abduct")
    mine, yours = {r.party.key for r in old.recipients}, {r.party.key for r in new.recipients}
    return taken and bool(mine and yours) and not mine & yours


def _same_day(old: Draft, new: Draft) -> bool:
    if old.when is None or new.when is None:
        return True
    a, b = old.when.timex, new.when.timex
    if a.first is None or b.first is None:
        return True
    return not (a.first > (b.last or b.first) or b.first > (a.last or a.first))


def _only_states(old: Draft, new: Draft) -> bool:
    """One of the two names no person: states and bodies only."""
    return any(all(p.kind in ("state", "org", "group", "role") for p in d.parties()) for d in (old, new))


def _side_agrees(old: Draft, new: Draft) -> bool:
    mine, yours = {r.party.country for r in old.actors}, {r.party.country for r in new.actors}
    return not mine or not yours or bool(mine & yours)
