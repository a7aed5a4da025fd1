"""Whom an act befalls, where its own words do not say: the other side named in its sentence."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.detect.sides import OF
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.setting import locative
from waqai.pipeline.ground.abroad import recalled_from, visited
from waqai.pipeline.ground.aided import aided
from waqai.pipeline.ground.behind import condemned
from waqai.pipeline.ground.captors import captors
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.list_ends import clause_end, joined_to
from waqai.pipeline.ground.no_side import machine, no_side
from waqai.pipeline.ground.people import Party, Registry, Resolved
from waqai.pipeline.ground.reactions import reacted_to
from waqai.pipeline.ground.threats import threatened

# Acts that are done to somebody, nearly always somebody the report names.
ABROAD = frozenset(["ACCUSE", "THREATEN", "REQUEST", "REJECT", "SUPPORT", "CONCEDE", "AID", "SANCTION"])
AT_HOME = frozenset(["ASSAULT", "COERCE", "SANCTION", "RETREAT"])
SAID = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN"])
MUTUAL = frozenset(["signing", "clash", "ceasefire", "withdrawal", "resignation"])
KINDS = frozenset(["state", "person", "role", "org", "group", "thing"])
OTHER_EVENT = 6
# How many sentences later somebody still answers, and what he answers to.
ANSWERED = 3
ANSWERS = frozenset(["ACCUSE", "THREATEN", "REJECT"])
ADVERSE = frozenset(["ACCUSE", "THREATEN", "REJECT", "REQUEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"])
BYSTANDERS = frozenset(["CVL", "EDU", "MED", "NGO", "LAB", "REL"])
# How far from the word for it a besieged town stands, and what a crowd gathers at.
BESIEGED = 4
ANSWERING = frozenset(["رد", "ردت", "ردوا", "يرد", "ترد"])
MISSIONS = frozenset(["سفاره", "قنصليه"])
PLEDGES = frozenset(["pledge", "delivery", "statement-of-support"])
# What befalls the state where an embassy or ambassador is.
ENVOYS = frozenset(["recall", "opening"])
FARTHEST = 22
# What befalls the state where it is done, and the means by which one state strikes another.
DONE_ABROAD = frozenset(["AID", "ASSAULT"])
STRIKES = frozenset(["aerial", "heavy-weapons", "drone"])


def settle_recipients(drafts: list[Draft], extracted: Extracted, registry: Registry) -> None:
    """Give acts without recipient the one their sentence tells, with the reason.

    Args:
        drafts: the events of the document; their `recipients` are changed.
        extracted: the mentions of each sentence.
        registry: the document's parties.
    """
    for at, draft in enumerate(drafts):
        if draft.type == "PROTEST" and not draft.recipients:
            draft.recipients = _protested(draft, extracted, registry)
        if draft.act == "visit" and (host := visited(draft, registry)):
            draft.recipients = host
        if draft.act in ENVOYS and (posted := recalled_from(draft, extracted, registry)):
            draft.recipients = [posted]
        if draft.act == "condemnation":
            draft.recipients = condemned(draft, drafts) or draft.recipients or _reacted(draft, drafts, registry)
        of_others = captors(draft, drafts[:at], registry) or aided(draft, extracted.detected.found, registry)
        draft.recipients = of_others or draft.recipients
        if draft.recipients or draft.act in MUTUAL or _mutual(draft) or not _befalls_somebody(draft):
            continue
        draft.recipients = _addressed(draft, drafts[:at]) or _besieged(draft, extracted, registry)
        draft.recipients = draft.recipients or _provoked(draft, drafts[:at], extracted)
        if draft.recipients:
            continue
        found = threatened(draft, extracted.detected.found, registry)
        found = found or next((r for f in draft.frames if (r := _other_side(f, draft, extracted, registry))), [])
        draft.recipients = found or _opponents(draft, drafts[:at], registry) or _abroad(draft, registry)


def _reacted(draft: Draft, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«أدانت عمّان الهجوم الذي تبنته الحركة»: who is told, in the same sentence or later, to have done the deed."""
    told = [d for d in drafts if d.sentences[0] <= draft.sentences[0]]
    return reacted_to(draft.frames[0], draft.actors, told, registry)


def _befalls_somebody(draft: Draft) -> bool:
    """Acts done to somebody, and what one undertakes towards somebody: «أعربت عن استعدادها للتفاوض مع أوكرانيا»."""
    pledged = draft.type == "AGREE" and draft.act in PLEDGES and len({r.party.country for r in draft.actors}) == 1
    return draft.type in ABROAD | AT_HOME or pledged


def _protested(draft: Draft, extracted: Extracted, registry: Registry) -> list[Resolved]:
    """«هتافات مناهضة لفرنسا», «للمطالبة برحيل الرئيس»: whom a crowd is against, in the sentence that tells of it."""
    grammar = extracted.detected.lexicon.grammar
    for frame in draft.frames:
        found = extracted.detected.found[frame.sentence]
        if embassy := _embassy(found, registry):
            return [embassy]
        at = {m.i: m for m in found.mentions if not m.adjective and m.kind in ("person", "role", "state", "org")}
        for k, word in enumerate(found.sentence.words[frame.head.i :], frame.head.i):
            against = word in grammar["protest_against"]
            ousted = word.removeprefix("ل").removeprefix("ب").removeprefix("ال") in grammar["protest_ouster"]
            m = at.get(k + 1) if against or ousted else None
            resolved = registry.resolved(m) if m is not None else None
            if m is not None and resolved is not None and resolved.party not in [a.party for a in draft.actors]:
                draft.actors = [a for a in draft.actors if a.party != resolved.party]
                return [Resolved(resolved.party, False, None)]
    return []


def _embassy(found: Found, registry: Registry) -> Resolved | None:
    """«أمام السفارة الروسية»: the state whose mission a crowd gathers at."""
    for k, word in enumerate(found.sentence.words[:-1]):
        if word.removeprefix("ال") in MISSIONS:
            owner = next((x for x in found.matches[k + 1] if x.kind in ("nisba", "state") and not x.prep), None)
            if owner is not None and str(owner.ref) in registry.lexicon.states:
                return Resolved(registry.state(str(owner.ref)), True, "the state whose mission they gather at")
    return None


def _besieged(draft: Draft, extracted: Extracted, registry: Registry) -> list[Resolved]:
    """«تحاصر القوات الفاشر»: a siege befalls the people of the town."""
    for f in draft.frames if draft.type == "COERCE" and draft.mode == "restrict" else ():
        m = f.where
        words = extracted.detected.found[f.sentence].sentence.words
        if m is not None and m.kind == "place" and f.head.j <= m.i <= f.head.j + BESIEGED and m.sentence == f.sentence:
            between = words[f.head.j : m.i]
            site = words[m.i] in extracted.detected.lexicon.grammar["site"]
            if not m.prep and not site and "في" not in between and "obj" in f.trigger.recipient:
                return [Resolved(registry.town(m), True, f"the people of {m.name}")]
    return []


def _mutual(draft: Draft) -> bool:
    """«تبادلت القوات الهندية والباكستانية القصف», «اتفق البلدان على هدنة»: it befalls no third."""
    sides = {r.party.country or r.party.key for r in draft.actors}
    return len(sides) > 1 and (draft.type == "CONCEDE" or any("between" in f.trigger.actor for f in draft.frames))


def _addressed(draft: Draft, before: list[Draft]) -> list[Resolved]:
    """«أدان اقتحام المليشيات، ودعا إلى الإفراج»: who says two things in one sentence says them to one."""
    if draft.type not in SAID:
        return []
    own = {r.party.key for r in draft.actors}
    for other in reversed(before):
        together = draft.sentences[0] in other.sentences and own == {r.party.key for r in other.actors}
        if together and own and other.type in SAID and other.recipients:
            because = f"what {draft.actors[0].party.name} says in the same sentence is said to them"
            return [Resolved(r.party, True, because) for r in other.recipients]
    return []


def _provoked(draft: Draft, before: list[Draft], extracted: Extracted) -> list[Resolved]:
    """«رشق محتجون الشرطة، فردت بالغاز»: who answers with force does so to those who acted before."""
    frame = draft.frames[0]
    word = extracted.detected.found[frame.sentence].sentence.words[frame.head.i]
    if draft.type not in AT_HOME or word.lstrip("وف") not in ANSWERING:
        return []
    own = {r.party.key for r in draft.actors}
    for other in reversed(before):
        near = draft.sentences[0] - other.sentences[-1] <= 1
        if (
            near
            and other.type in ADVERSE | {"PROTEST"}
            and other.actors
            and not own & {r.party.key for r in other.actors}
        ):
            return [Resolved(r.party, True, "who acted before the answer") for r in other.actors]
    return []


def _abroad(draft: Draft, registry: Registry) -> list[Resolved]:
    """«قدمت قطر مليون دولار لإقامة مخيم في هرات», «غارات أمريكية داخل الصومال»: it is the state's where it is."""
    country = draft.where.country if draft.type in DONE_ABROAD and draft.where is not None else None
    own = {r.party.country for r in draft.actors}
    strikes = draft.type == "AID" or (draft.mode in STRIKES and None not in own and draft.status == "happened")
    if country not in registry.lexicon.states or country in own or not draft.actors or not strikes:
        return []
    because = "the state where the aid is" if draft.type == "AID" else "the state that is struck"
    return [Resolved(registry.state(str(country)), True, because)]


def _opponents(draft: Draft, before: list[Draft], registry: Registry) -> list[Resolved]:
    """«فرضت بكين قيودا على ليتوانيا. وتوعدت بالمزيد»: who answers or goes on does so to the side he has to do with."""
    if draft.type not in ANSWERS or not draft.actors or draft.mode == "investigate":
        return []
    for other in reversed(before):
        if draft.sentences[0] - other.sentences[-1] > ANSWERED or other.type not in ADVERSE:
            continue
        for mine, theirs in ((other.recipients, other.actors), (other.actors, other.recipients)):
            if not any(_one_side(a.party, b.party) for a in draft.actors for b in mine):
                continue
            found = [r for r in theirs if not any(_one_side(r.party, a.party) for a in draft.actors)]
            found = [r for r in found if r.party.sector not in BYSTANDERS]
            found = [r for n, r in enumerate(found) if all(not _one_side(r.party, x.party) for x in found[:n])]
            if found:
                because = f"whom {draft.actors[0].party.name} has to do with in what was told before"
                return [Resolved(_as_theirs(r.party, draft, registry), True, because) for r in found]
    return []


def _as_theirs(party: Party, draft: Draft, registry: Registry) -> Party:
    """A state or ministry answers to the state, not to the official who spoke for it."""
    official = party.kind in ("person", "role") and party.sector in ("GOV", "MIL") and party.country
    states = official and draft.actors[0].party.kind in ("state", "org") and party.country in registry.lexicon.states
    return registry.state(party.country) if states and party.country else party


def _one_side(a: Party, b: Party) -> bool:
    """One party, or two of one government."""
    state = {"GOV", "MIL"}
    return a.key == b.key or (a.country is not None and a.country == b.country and {a.sector, b.sector} <= state)


def _other_side(frame: Frame, draft: Draft, extracted: Extracted, registry: Registry) -> list[Resolved]:
    """The party named nearest after the trigger that is not of the actors' side, and those joined to it by و."""
    found = extracted.detected.found[frame.sentence]
    clause = Clause(found, [], extracted.detected.lexicon)
    spoken = {a.mention for a in extracted.attributions[frame.sentence] if a.mention}
    beside = [f for f in extracted.frames if f.sentence == frame.sentence and f.head.i > frame.head.i]
    others = [f.head.i for f in beside]
    if draft.act == "condemnation":
        # «أدانت أنقرة قصف المواقع السورية»: whom the deed befalls is not condemned.
        spoken |= {m for f in beside if f.trigger.type == "ASSAULT" for m in f.recipients}
    best: tuple[int, Party, Mention] | None = None
    end = clause_end(found, frame.head.j)
    if draft.act == "condemnation":
        end = _until_struck(found, clause, frame.head.j, end)
    for m in found.mentions:
        if not frame.head.j <= m.i < end or m.kind not in KINDS or m in spoken or m.prep == OF:
            continue
        resolved = registry.resolved(m)
        before = found.sentence.words[max(0, m.i - 2) : m.i]
        with_help = extracted.detected.lexicon.grammar["with_help"]
        helps = not with_help.isdisjoint(before[-1:] if before[1:] != ["من"] else before)
        if resolved is None or helps or before[-1:] == ["لدي"] or not _fits(resolved.party, m, draft):
            continue
        where = m.kind in ("state", "org") and locative(clause, m)
        if where or no_side(found.sentence.words, frame, m, draft.type) or _its_body(found, m):
            continue
        cost = m.i - frame.head.j + OTHER_EVENT * sum(o < m.i for o in others)
        if cost <= FARTHEST and (best is None or cost < best[0]):
            best = cost, resolved.party, m
    if best is None:
        return []
    sides = [(best[2].name, best[1])]
    for m in joined_to(best[2], found, best[2].kind):
        resolved = registry.resolved(m)
        if resolved is not None and _fits(resolved.party, m, draft) and resolved.party not in [p for _, p in sides]:
            sides.append((m.name, resolved.party))
    return [Resolved(p, True, f"«{name}» is the other side named in its sentence") for name, p in sides]


def _until_struck(found: Found, clause: Clause, start: int, end: int) -> int:
    """«أدانت مصر التفجير الذي استهدف مسجدا للشرطة»: whom a deed struck is not condemned for it."""
    words, strikes = found.sentence.words, clause.lexicon.grammar["what_strikes"]
    return next((k for k in range(start + 1, end) if words[k] in strikes and words[k - 1] in clause.relatives), end)


def _its_body(found: Found, m: Mention) -> bool:
    """«القوة البحرية للحرس الثوري»: whose part somebody right before is has nothing done to it."""
    return m.prep == "ل" and any(x.j == m.i and x.kind in ("group", "org") for x in found.mentions)


def _fits(party: Party, m: Mention, draft: Draft) -> bool:
    own = {r.party.country for r in draft.actors if r.party.country}
    if machine(m):
        return False
    if party in [r.party for r in draft.actors] or party.kind == "outlet" or (m.prep == "ب" and m.sector == "MIL"):
        # «شنت هجومها بالمدفعية»: what it is done with is nobody's side.
        return False
    if draft.mode == "convict" and (party.sector == "JUD" or party.kind == "place"):
        return False  # the court's own house
    if draft.type == "ACCUSE" and party.kind == "person" and not party.offices:
        # «مقتل الصحفية انتهاك للقانون»: who was killed is not accused.
        return False
    if draft.type in SAID and party.sector in BYSTANDERS:
        # «دعا إلى إنهاء قتل الصحفيين»: whom it is about, not whom it is said to.
        return False
    if draft.type == "REJECT" and party.kind == "person" and party.sector == "IGO":
        # «رفضت الجماعة المقترح الذي قدمه المبعوث الأممي»
        return True
    if party.kind == "org" and party.sector == "IGO":
        # «تقدمت فنلندا بطلب للانضمام إلى الحلف»
        return draft.type == "REQUEST"
    if party.country and party.country not in own:
        return draft.type in ABROAD or draft.type == "AGREE" or not m.adjective or not own
    people = party.kind in ("person", "role", "group", "org") and not m.adjective
    return draft.type in AT_HOME and people
