"""Actors and recipients of a frame: the mentions in the slots that its entry names for them."""

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.before import Before
from waqai.pipeline.extract.coming import GATHERINGS
from waqai.pipeline.extract.members import with_members
from waqai.pipeline.extract.order import without_those_sent
from waqai.pipeline.extract.roles import Slots
from waqai.pipeline.extract.victims import FORCES

PEOPLE = ("person", "role", "state", "org", "group", "anaphor", "thing")
SAID = frozenset(["ACCUSE", "REJECT", "REQUEST", "AGREE"])
GIVERS = frozenset(["IGO", "NGO"])
PARTNER_SLOTS = ("مع", "الي", "ب", "between", "obj")


def sides(t: Trigger, slots: Slots, clause: Before) -> tuple[list[Mention], list[Mention]]:
    """Actors and recipients: the mentions of the slots that the entry names for them, with their members."""
    actors = _doers(t, slots, clause)
    recipients = [m for m in slots.fill(t.recipient) if m.kind in PEOPLE and m not in actors]
    recipients = [m for m in recipients if not _only_where(t, m, slots)]
    if t.act == "recall":
        # «سحب السفارة من نيروبي»: what is withdrawn
        houses = clause.lexicon.grammar["mission_nouns"]
        recipients = [m for m in recipients if m.kind != "group" or clause.words[m.i].removeprefix("و") not in houses]
    if t.act == "delivery" and not actors:
        # «وصلت قافلة للهلال الأحمر»: whose convoy it is brings the aid
        actors = [m for m in slots.of.get("ل", ()) if m.kind == "org" and m.sector in GIVERS]
        recipients = [m for m in recipients if m not in actors]
    if t.act == "visit":
        # «في أول زيارة له إلى بغداد»: who travels.
        recipients = [m for m in recipients if m.rule != "pronoun"]
    if t.type == "AGREE" and "between" not in t.actor:
        # «عرضت استضافة محادثات بين الجانبين»
        recipients.extend(
            m for m in slots.of.get("between", ()) if m.kind in PEOPLE and m not in (*actors, *recipients)
        )
    if t.type in ("AGREE", "AID"):
        recipients.extend(m for m in slots.of.get("لصالح", ()) if m.kind in PEOPLE and m not in (*actors, *recipients))
    received = slots.of.get("recv", ())
    if received:
        if t.type == "ASSAULT":
            # «جرحى في تفجير غربي باكستان»: they are hit, and no state
            recipients = [m for m in recipients if m.kind != "state"]
        target = actors if (not t.recipient and t.type != "ASSAULT") or t.type == "CONSULT" else recipients
        target.extend(m for m in received if m not in actors and m not in recipients)
    return with_members(clause, actors, recipients)


def _doers(t: Trigger, slots: Slots, clause: Before) -> list[Mention]:
    """Who does it: those of the entry's slots, who met with them, and the force that an official sends."""
    actors = without_those_sent(t, [m for m in slots.fill(t.actor) if m.kind in PEOPLE], slots.of.get("obj", ()))
    if t.type in SAID and "subj" in t.actor:
        # «نددت شبكة الجزيرة بقصف مكتبها»: what an outlet says in its own name.
        actors.extend(m for m in slots.of.get("subj", ()) if m.kind == "outlet")
    if t.type == "CONSULT" and t.act in ("meeting", "talks", "call", "summit"):
        partners = [m for p in PARTNER_SLOTS for m in slots.of.get(p, ()) if m.kind in ("person", "role")]
        actors.extend(m for m in partners if m not in actors)
    if t.type == "CONSULT":
        actors.extend(m for m in slots.of.get("with", ()) if m.kind in ("person", "role") and m not in actors)
    if t.type == "CONSULT" and t.act in GATHERINGS:
        # «قمة لقادة إيغاد»; not «مؤتمر لدعم السودان»
        actors.extend(m for m in slots.of.get("ل", ()) if m.prep == "ل" and m.kind == "role" and m not in actors)
    if t.type == "MOBILIZE" and any(m.kind in ("person", "role") for m in actors):
        # «أمر الرئيس بنشر لواء من الجيش»: the force is sent, and goes.
        sent = (m for m in slots.of.get("من", ()) if m.sector in FORCES and not clause.words[m.i - 2].startswith("ال"))
        actors.extend(m for m in sent if m not in actors)
    return actors


def _only_where(t: Trigger, m: Mention, slots: Slots) -> bool:
    """«احتجت لدى مجلس الأمن», «قضت الدائرة بالمحكمة الابتدائية بتونس بسجن معارض»: where it is done, and no party."""
    complained = t.type == "ACCUSE" and m.sector == "IGO" and m in slots.of.get("لدي", ())
    return complained or (t.mode == "convict" and (m.sector == "JUD" or m.kind in ("state", "place")))
