"""Whose an event is that names nobody: those who signed, met or fought before."""

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.anaphora import MUTUAL, states_of, who_met
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved

ROUNDS = frozenset(["talks", "meeting", "summit"])
CALLS = frozenset(["call"])
# «خلال الاتصال», and how far before its noun that stands.
WITHIN, SPOKEN_OF, COURSE = frozenset(["خلال", "اثناء"]), frozenset(["الاتصال", "المكالمه"]), 5
SIGNING = frozenset(["signing"])
CONTACTS = ROUNDS | {"visit", "conference"}
AGREED = frozenset(["pledge", "opening", "other"])
# «تبادل الجانبان الأسرى ... وستنطلق جولة مفاوضات جديدة»: what else the two who will talk had a part in.
TWO_SIDED = frozenset(["release", "ceasefire", "clash", "signing", "pledge"])
FIGHTING = frozenset(["ceasefire", "clash", "attack", "strike"])


def those_of_before(new: Draft, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«ووُقع الاتفاق», «الجولة المقبلة ستعقد», «دخلت الهدنة حيز التنفيذ»: of those who signed, met or fought before."""
    head = new.frames[0].head
    agreed = new.type == "AGREE" and new.act in AGREED
    if agreed and not head.verb:
        # «وتم فيها الاتفاق على»; no «المصالحة»
        agreed = "اتفاق" in registry.found[new.sentences[0]].sentence.words[head.i]
    if new.act == "signing" or agreed:
        met = [] if head.article and new.act == "signing" else _met_just_before(new, drafts, registry)
        if met or new.type == "AGREE":
            return met
        return _told_of(drafts, SIGNING, 1, "the parties of the signing told before")
    if new.type == "AGREE" and new.act in ROUNDS:
        because = "those who met before meet again"
        told = _told_of(drafts, ROUNDS, 2, because) or _told_of(drafts, TWO_SIDED, 2, because, within=True)
        before = [r.party for r in told]
        return [Resolved(p, True, because) for p in states_of(before, registry)]
    if new.type == "CONSULT" and new.act in ROUNDS and _in_its_course(new, registry):
        return _told_of(drafts[-1:], ROUNDS | CALLS, 2, "those of the contact in whose course it was")
    if new.type == "RETREAT" and new.act == "ceasefire":
        return _told_of(drafts, FIGHTING, 2, "those who fought or agreed on it before")
    return []


def _in_its_course(new: Draft, registry: Registry) -> bool:
    """«وجرى خلال الاتصال بحث العلاقات»: what two spoke of when they met or called, told by a noun."""
    head, words = new.frames[0].head, registry.found[new.sentences[0]].sentence.words
    nouns = registry.lexicon.grammar["join_nouns"]
    before = words[max(0, head.i - COURSE) : head.i]
    met = (w for k, w in enumerate(before) if k and before[k - 1].removeprefix("و") in WITHIN)
    return not head.verb and any(w in nouns or w in SPOKEN_OF for w in met)


def _met_just_before(new: Draft, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«وأسفر الاجتماع عن إبرام خمس اتفاقيات», «ووُقعت يومها مذكرة»: those who met in this sentence or the one before."""
    for d in reversed(drafts):
        if new.sentences[0] - d.sentences[-1] > 1:
            break
        sides = states_of(who_met(d, registry), registry)
        if d.type == "CONSULT" and d.act in CONTACTS and len({p.country or p.key for p in sides}) > 1:
            return [Resolved(p, True, "of those who had just met") for p in sides]
    return []


def _told_of(
    drafts: list[Draft], acts: frozenset[str], least: int, because: str, *, within: bool = False
) -> list[Resolved]:
    """The actors of the last event of some acts that has enough of them; both sides of a fight.

    They are of several states, or `within` one state: the government and those it fights.
    """
    for d in reversed(drafts):
        both = [*d.actors, *(r for r in d.recipients if d.act in FIGHTING)]
        sides = {r.party.key if within else r.party.country or r.party.key for r in both}
        if d.act in acts and d.type != "REJECT" and len(sides) >= least:
            return [Resolved(r.party, True, because) for r in both]
    return []


def of_two_states(m: Mention, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«اتفقت كينيا وغانا على أن يعقد وزيرا الخارجية اجتماعا»: each of the two states told before has one.

    Args:
        m: an office in the dual without its states.
        drafts: events read so far, in order.
        registry: the document's parties.
    """
    for d in reversed(drafts):
        states = [p.country for p in states_of(d.parties(), registry) if p.kind == "state" and p.country]
        if m.sentence - d.sentences[-1] > 1:
            break
        if len(states) == 2 and d.type in MUTUAL:
            each = [registry.role(replace(m, country=iso, number="s")).party for iso in states]
            return [Resolved(p, True, f"«{m.name}» of the two states told before") for p in each]
    return []
