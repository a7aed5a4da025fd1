"""Where an event happened, of all the places that its clause names."""

from msgspec.structs import replace

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.roles import LOCATIVE, Slots
from waqai.pipeline.extract.setting import bound, finest, innermost, locative, of_topic, place_of, placeless
from waqai.pipeline.extract.venue import PLACES, is_house, receives, said_at, struck, suffering, venue

# Whose verb has the host for its subject: «تستضيف دكار القمة».
HELD = frozenset(["conference", "summit"])
PLEDGES = frozenset(["pledge", "signing", "statement-of-support", "talks", "other"])
TOWNS_REACH = 4
TO_A_PLACE = frozenset(["AID", "MOBILIZE"])


def place_told(
    clause: Clause, h: Head, t: Trigger, slots: Slots, dest: Mention | None, actors: tuple[Mention, ...]
) -> Mention | None:
    """Where an event was: a statement where it was made, a message in the house it was handed over in.

    Args:
        clause: the sentence.
        h: the event's verb or noun.
        t: its entry.
        slots: its arguments.
        dest: where it leads.
        actors: who does it.
    """
    if not placeless(t):
        return _located(clause, h, t, slots, dest, actors)
    if t.act != "exchange-of-messages":
        return said_at(clause, h, t)
    there = _located(clause, h, t, slots, dest, actors)
    return there if there is not None and receives(clause.lexicon, there) else None


def _located(
    clause: Clause, h: Head, t: Trigger, slots: Slots, dest: Mention | None, actors: tuple[Mention, ...]
) -> Mention | None:
    """The goal of a visit, a place after في, the finest of those told, the host's own."""
    # «تدريبات حول تايوان»; talks «حول» it are about it
    local = LOCATIVE if t.type == "CONSULT" or t.act in PLEDGES else (*LOCATIVE, "حول")
    there = (
        dest
        if dest is not None and dest.kind in PLACES
        else next((m for p in local for m in slots.of.get(p, ()) if _lies_in(clause, h, m)), None)
    )
    hosts = slots.of.get("host", ()) or (slots.of.get("subj", ()) if t.act in HELD and h.verb else ())
    host = next((m for m in hosts if m.kind in PLACES), None)
    hit = (suffering(clause, h) if t.type == "ASSAULT" and not h.verb else None) or struck(clause, t, slots.of, actors)
    if host is not None and (host.kind == "place" or is_house(clause, host)):
        # «شهد مخيم جباليا مسيرة رفضا للانتهاكات بالقدس», «استضاف قصر بعبدا محادثات»
        return innermost(clause, host)
    told = finest(h, hit, there, place_of(clause.found, clause, h)) or host
    if host is not None and host.rule == "seat" and told is not None and told.country != host.country:
        # «ستستضيف الدوحة محادثات بين أطراف النزاع في الكونغو»: its subject is elsewhere.
        return host
    if told is None and t.mode == "release":
        # «الإفراج عن 20 معتقلا من سجن بدر»
        return next((m for m in slots.of.get("من", ()) if m.kind == "place"), None)
    goes = t.type in TO_A_PLACE or t.mode == "deport" or t.act == "visit"
    told = told or (_goal(slots) if goes else None) or venue(clause, h, t, actors)
    told = told or (_among_towns(clause, h, hosts) if t.type == "PROTEST" else None)
    return innermost(clause, told) if told is not None else None


def _among_towns(clause: Clause, h: Head, hosts: tuple[Mention, ...]) -> Mention | None:
    """«شهدت مدن مغربية وقفات», «احتجاجات في الجامعات الأميركية»: the state whose towns or schools see a protest."""
    towns = clause.lexicon.grammar["towns"]
    behind = (m for m in clause.found.mentions if h.j <= m.i < h.j + TOWNS_REACH and clause.words[m.i - 1] == "في")
    for m in (*hosts, *behind):
        of = clause.words[m.i - 1 if m.adjective else m.i].lstrip("و").removeprefix("ال")
        if m.country and of in towns:
            return replace(m, kind="state", rule="state", adjective=False, ref=m.country)
    return None


def _lies_in(clause: Clause, h: Head, m: Mention) -> bool:
    """Whether a place or state is where a contact was, and not what was talked about."""
    met = h.trigger is not None and h.trigger.type == "CONSULT"
    talked_of = (met and not locative(clause, m)) or of_topic(clause, h, m)
    return m.kind in PLACES and not talked_of and not bound(clause, m)


def _goal(slots: Slots) -> Mention | None:
    """«دفعت بتعزيزات إلى الإقليم», «نقلت المرضى إلى يريفان»: where it ends is where it is done."""
    return next((m for m in slots.of.get("الي", ()) if m.kind in PLACES), None)
