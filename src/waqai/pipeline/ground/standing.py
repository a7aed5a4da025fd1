"""Whether what is told is enough for an event: parties fit for its type, in a text of that tone."""

from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party

NEEDS_TWO = frozenset(["meeting", "talks", "call"])
# Types that may be told by whom they befall alone.
PATIENTS = frozenset(["ASSAULT", "PROTEST", "COERCE", "RETREAT", "SANCTION", "AID"])
# What only those in power can do: «فُرض حظر تجول في بوكافو».
DECREED = frozenset(["curfew", "martial-law"])
RULED = frozenset(["COERCE", "RETREAT", "CONCEDE", "MOBILIZE"])
UNPOLITICAL = -2.0
SHORT_TEXT = 45
POWERS = frozenset(["GOV", "MIL", "REB", "IGO", "COP", "OPP", "PTY", "LEG", "JUD", "SPY", "CRM"])
CIVIL = frozenset(["CVL", "BUS", "EDU", "MED", "LAB"])
# Offices whose holder, once named, makes a report political.
HEADS = frozenset(["head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister"])
# Bodies whose words count: unions and aid workers.
VOICES = frozenset(["LAB", "NGO"])
# «انتشار أمني كثيف في وسط العاصمة»: a headline without a verb.
OPENING = 2
# What the people of a state do for it, by name; what else they do they do themselves.
NATIONS_DO = frozenset(["CONSULT", "AGREE", "REJECT", "CONCEDE", "COOPERATE", "SUPPORT", "ACCUSE"])
SAYING = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "RETREAT"])


def tone_of(extracted: Extracted) -> str:
    """`political`, `unsure` or `unpolitical` (sport, weather, cooking ...): the balance of the words that tell."""
    balance, length = 0.0, 0
    for found in extracted.detected.found:
        length += len(found.sentence.words)
        seen = set()
        for matches in found.matches:
            for m in matches:
                if m.kind == "domain" and (m.i, m.ref) not in seen:
                    seen.add((m.i, m.ref))
                    balance += float(m.info)
    if balance <= UNPOLITICAL:
        return "unpolitical"
    return "unsure" if balance <= 0 and length > SHORT_TEXT else "political"


def stands(d: Draft, tone: str) -> bool:
    """Whether enough is known for an event: parties fit for its type, and for the tone of the text."""
    political = [p for p in d.parties() if _political(p, d)]
    befalls = d.type in PATIENTS or (d.type == "ACCUSE" and d.mode == "investigate" and bool(d.recipients))
    if tone == "political" and (_seen_there(d) or _suffered_there(d) or _helps_abroad(d)):
        return True
    if not d.actors and not befalls and d.act not in ("summit", "conference"):
        return False
    if d.act == "visit" and d.actors and all(r.party.kind == "group" and r.party.sector == "CVL" for r in d.actors):
        # «يصل مئات المهاجرين إلى تونس» is no contact.
        return False
    if d.type == "REQUEST" and _of_ones_own(d):
        return False
    if tone == "unpolitical" and not _officials(political):
        return False
    if tone == "unsure" and not (_between_states(d, political) or any(map(_of_power, political))):
        return False
    if d.type in ("CONSULT", "AGREE") and d.act in NEEDS_TWO:
        return (
            len(political) >= 2
            or (bool(political) and len(d.parties()) >= 2)
            or (d.act != "call" and bool(political) and d.mode == "multilateral")
            or _body_meets(d, political)
            or (bool(political) and _several_meet(d))
            or (tone == "political" and bool(political) and any(not f.trigger.weak for f in d.frames))
        )
    if d.act in ("summit", "conference") and d.where is not None and d.frames[0].head.verb and tone == "political":
        return True
    if d.mode in DECREED and d.where is not None:
        return tone == "political"
    if d.type in ("PROTEST", "ASSAULT"):
        struck = d.where is not None and (d.type == "PROTEST" or not d.frames[0].trigger.weak)
        told = bool(d.parties()) or struck
        return bool(political) or (told and (d.where is not None or tone == "political"))
    return bool(political)


def _seen_there(d: Draft) -> bool:
    """«وصلت تعزيزات عسكرية إلى عدن», «عاد الهدوء إلى غريان»: forces or calm that a place sees, whosever they are."""
    seen = d.mode in ("ceasefire", "release") or (d.act == "deployment" and not d.frames[0].trigger.weak)
    head, hosted = d.frames[0].head, any(x.slot == "host" for x in d.frames[0].filled)
    return seen and d.where is not None and (head.verb or hosted or head.i < OPENING)


def _suffered_there(d: Draft) -> bool:
    """«رُفعت حالة الطوارئ في أمهرة», «أُغلقت المدارس في غوما»: done by whoever rules the place that is named."""
    head, strong = d.frames[0].head, not d.frames[0].trigger.weak
    return strong and head.verb and bool(head.passive) and d.type in RULED and d.where is not None


def _helps_abroad(d: Draft) -> bool:
    """«عالجت مستشفيات كويتية جرحى يمنيين»: whoever they are, people of one state help those of another."""
    if d.type != "AID" or not d.actors:
        return False
    helped = {r.party.country for r in d.recipients} | {d.where.country if d.where is not None else None}
    return not {None} >= helped - {r.party.country for r in d.actors} and all(r.party.country for r in d.actors)


def _of_power(p: Party) -> bool:
    """A state, a body, or who is named at the head of a state: «الرئيس محمد بخاري», no club's «الرئيس»."""
    heads = p.kind == "person" and p.country is not None and not HEADS.isdisjoint(p.offices)
    return heads or p.kind in ("state", "org")


def _of_ones_own(d: Draft) -> bool:
    """«قال الرئيس الكيني إن على كينيا أن تصمد»: what an official says his own state must do is asked of nobody."""
    officials = {r.party.country for r in d.actors if r.party.kind in ("person", "role") and r.party.sector == "GOV"}
    states = [r.party for r in d.recipients if r.party.kind == "state"]
    return bool(states) and len(states) == len(d.recipients) and {p.country for p in states} <= officials


def _officials(political: list[Party]) -> bool:
    """Two officials or states of two countries: even a page of sport may report a minister's visit."""
    officials = [p for p in political if p.offices and p.sector in POWERS]
    return (
        bool(officials)
        and len({p.country for p in (*officials, *(p for p in political if p.kind == "state"))} - {None}) >= 2
    )


def _between_states(d: Draft, political: list[Party]) -> bool:
    """«وقع وزير الطاقة النيجري مع نظيره التوغولي»: an official or institution, and somebody of another state."""
    states = {p.country for p in d.parties()} - {None}
    signs = d.act == "signing"
    return len(states) > 1 and any(p.sector in POWERS and (p.offices or (signs and p.country)) for p in political)


def _body_meets(d: Draft, political: list[Party]) -> bool:
    return (
        len(political) == 1 and political[0].kind in ("org", "group") and political[0].sector in ("IGO", "GOV", "LEG")
    )


def _several_meet(d: Draft) -> bool:
    """«اجتمع وزراء خارجية الرابطة»: holders of an office in the plural meet one another."""
    return d.act != "call" and any(
        m.kind == "role" and m.number == "p" and m.sector == "IGO" for f in d.frames for m in f.actors
    )


def _nation(p: Party, d: Draft) -> bool:
    """«اتفق الأوكرانيون والروس», «رفض الأتراك العرض»: a people by its name is its state where states act."""
    named = (m for f in d.frames for m in f.actors if m.rule == "demonym" and m.number == "p" and not m.adjective)
    return p.kind == "group" and p.country is not None and any(m.name == p.name for m in named if m.definite)


def _political(p: Party, d: Draft) -> bool:
    """States, officials, armed and political bodies; people of no office only where they protest or are harmed."""
    if p.kind == "state" or p.sector in POWERS or (d.type in NATIONS_DO and _nation(p, d)):
        return True
    if p.kind == "org":
        return p.sector != "BUS" or d.type in ("SANCTION", "PROTEST")
    if d.type == "MOBILIZE" and d.mode in ("militia", "troops") and p.kind == "group" and p.sector == "CVL":
        return bool(p.country) and d.frames[0].head.verb  # «أعلنت القبائل النفير العام»
    if p.kind == "group" and (p.key.startswith("thing:") or (p.sector in VOICES and d.type in SAYING)):
        return bool(p.country)
    return bool(p.offices and p.country and p.sector not in CIVIL) or (
        d.type in ("PROTEST", "ASSAULT", "COERCE", "SANCTION", "RETREAT") and p.sector in ("CVL", "MED", None)
    )
