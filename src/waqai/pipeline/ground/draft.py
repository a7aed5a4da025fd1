"""A draft event: what frames say of one happening, before it is written out. Mutable; never leaves ground."""

from msgspec import Struct

from waqai.model import Topic
from waqai.pipeline.detect import Mention, TimeMention
from waqai.pipeline.extract.frame import Attribution, Frame
from waqai.pipeline.extract.status import MAY, TO_COME
from waqai.pipeline.extract.victims import FORCE
from waqai.pipeline.ground.people import Party, Resolved

FORCES = frozenset(["MIL", "COP"])
# «وأصيب 66 آخرون» are beside those told before, never against them.
OTHERS = ("آخرين", "آخرون", "اخرين", "اخرون")
AS_AGREE = frozenset(["CONSULT", "AID", "COOPERATE"])
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
    another: bool = False
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
    fought = fallen(new, old)
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
    if party.kind == "group" and draft.type in FORCE and alone:
        # «قتل خمسة أشخاص في هجوم نفذه متمردون»: the dead and those who killed them are of one country.
        return False
    return party.kind in ("state", "group") and party.country in {p.country for p in draft.parties()}


def _finer(old: Mention | None, new: Mention | None) -> Mention | None:
    if old is None or new is None:
        return old or new
    return new if old.kind == "state" and new.kind == "place" and new.country in (None, old.country) else old


def fallen(fight: Draft, harm: Draft) -> bool:
    """«مقتل ستة أشخاص خلال معارك»: those who fell, by nobody named, in the fight that the same sentence tells of."""
    if fight.type != "ASSAULT" or fight.act != "clash" or harm.act != "attack" or not fight.actors or harm.actors:
        return False
    counted = any(m.rule == "counted" for f in harm.frames for m in f.recipients)
    return counted and fight.sentences[-1] == harm.sentences[-1]


def presupposed(new: Draft) -> bool:
    """«أدان الاتحاد مقتل الصحفية»: what a noun tells once more of harm is known, and not what the speaker says."""
    return new.type in FORCE and not new.frames[0].head.verb
