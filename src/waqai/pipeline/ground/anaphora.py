"""Who «الجانبان», «الوزيران» and pronouns are: the parties of the event before, or the pair the document names."""

from collections import Counter

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.agreement import gender_of
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.victims import FORCES
from waqai.pipeline.ground.draft import UNREALISED, Draft
from waqai.pipeline.ground.foes import FIGHTING, NO_SIDE, all_sides, at_war, between_two, every, fighters, foes
from waqai.pipeline.ground.guests import visitor
from waqai.pipeline.ground.honours import resolve_honoured
from waqai.pipeline.ground.party import head_of
from waqai.pipeline.ground.people import Party, Registry, Resolved
from waqai.pipeline.ground.two_holders import holders, office_of_sources
from waqai.text.fold import fold_word

FAMILIES = {
    "وزير": "-minister",
    "وزرا": "-minister",
    "رئيس": "head-of-state",
}
SIDES = frozenset(("الطرفان", "الطرفين", "الجانبان", "الجانبين", "بينهما"))
LEADERS = ("الزعيم", "الرييس", "الوزير")
PERSONS = frozenset(["person", "role"])
BODIES = frozenset(["state", "org", "group"])
GENDERS = {"ه": "m", "ها": "f"}
COUNCILS = frozenset(["المجلس"])
# Whom «هم» of a verb's object most often are.
CROWDS = frozenset(["CVL", "EDU", "MED", "LAB", "OPP", "REL", "CRM", "REB", "MIL", "COP", None])
MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE"])
MUTUAL_ACTS = frozenset(["signing", "ceasefire", "clash"])
# What a spokesman denies that his country did, and does not do himself.
STATE_DEEDS = frozenset(["SANCTION", "RETREAT", "ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE"])
# What two sides do, not the two people who met.
BETWEEN_STATES = frozenset(["AGREE", "REQUEST", "RETREAT", "CONCEDE", "COOPERATE", "ASSAULT"])
STATES = ("البلدان", "البلدين", "الدولتان", "الدولتين")


def resolve(m: Mention, frame: Frame, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """The parties an anaphor stands for; empty when the document does not tell.

    Args:
        m: the anaphor.
        frame: the frame it stands in.
        drafts: events read so far, in order.
        registry: the document's parties.
    """
    if m.rule == "own country" and (own := _own_country(m, frame, registry)):
        return own
    if m.rule in BY_RULE:
        return BY_RULE[m.rule](m, registry)
    if m.number == "s":
        return _victim(frame, drafts) or visitor(m, frame, drafts) or _single(m, registry, frame)
    word = fold_word(m.name)
    family = next((f for stem, f in FAMILIES.items() if stem in word), None)
    latest = drafts[::-1]
    named = frozenset(str(m.ref or "").split())
    if word.startswith(FIGHTING) or (word.startswith("الاطراف") and every(m, registry)):
        return fighters(m, registry) or foes(m, drafts) or all_sides(m, word, registry)
    if two := _named_as_two(m, word, drafts, registry):
        return two
    if m.rule == "verb ending" and (two := _doers(m, latest)):
        return two
    if m.rule == "pronoun" and m.number == "p" and (people := _people_before(m, frame, registry)):
        return people
    beside = _doers_beside(m, frame, registry) if m in frame.recipients else []
    for draft in sorted(latest, key=lambda d: (m.sentence not in d.sentences, _unlike_two(d))):
        parties = [p for p in who_met(draft, registry) if not family or any(family in o for o in p.offices)]
        if word in STATES:
            parties = [p for p in parties if p.country in registry.lexicon.states]
        elif word in SIDES:
            parties = _without_mediator([p for p in parties if p.kind != "group" or p.sector not in NO_SIDE])
        if named and named != {p.country for p in parties}:
            continue
        if any(p in parties for p in beside):
            # «دعا الاتحاد كلا الجانبين»: he is none of them
            continue
        if len(parties) >= 2 and (m.number == "p" or _two_sides(parties, word, draft)):
            states = word in STATES or (word in SIDES and _of_states(frame))
            sides = states_of(parties, registry) if states else parties
            return [Resolved(p, True, f"«{m.name}» are the parties of the event told before") for p in sides]
    if named:
        return [Resolved(registry.state(iso), False, f"«{m.name}»") for iso in str(m.ref).split()]
    return _pair(m, word, family, frame, registry) or all_sides(m, word, registry)


def _own_country(m: Mention, frame: Frame, registry: Registry) -> list[Resolved]:
    """«بلاده»: the speaker, or his state, where he denies what states do."""
    speaker = registry.resolved(frame.speaker) if frame.speaker is not None else None
    if speaker is None:
        return []
    deed = frame.trigger.type in STATE_DEEDS and frame.status == "denied"
    state = speaker.party.country if deed and speaker.party.country in registry.lexicon.states else None
    party = registry.state(state) if state else speaker.party
    return [Resolved(party, False, f"«{m.name}» is said by {speaker.party.name}")]


def _named_as_two(m: Mention, word: str, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«ناشدت الطرفين وقف القتال»: those who fight; «محادثات بين الزعيمين»: the two whom «بين» joined just before."""
    if word in SIDES and m.name.startswith("ال") and at_war(m, registry):
        return fighters(m, registry) or foes(m, drafts) or between_two(m, registry, frozenset(["state"]), m.sentence)
    return between_two(m, registry, PERSONS, 1) if word.startswith(LEADERS) and m.number == "d" else []


def who_met(draft: Draft, registry: Registry) -> list[Party]:
    """The parties of an event; of talks those who talk, without who mediates.

    Args:
        draft: the event.
        registry: the document's parties.
    """
    if draft.type == "AGREE" and len(draft.frames) > 1 and draft.frames[-1].trigger.act == "mediation":
        return [r.party for m in draft.frames[0].actors if (r := registry.resolved(m))]
    between = (x.mention for f in draft.frames if f.mediated for x in f.filled if x.slot == "mediator")
    mediators = [r.party for m in between if (r := registry.resolved(m))]
    sides = [p for p in draft.parties() if p not in mediators]
    return sides if len(sides) > 1 else draft.parties()


def _without_mediator(parties: list[Party]) -> list[Party]:
    """«محادثات بين الحكومة والحركة برعاية المبعوث الأممي»: he is no side."""
    sides = [p for p in parties if p.kind not in PERSONS or p.sector != "IGO"]
    return sides if len(sides) > 1 else parties


def _two_sides(parties: list[Party], word: str, draft: Draft) -> bool:
    """Of two states, or two who agreed or met: «الطرفان» may be of one state."""
    met = len(parties) == 2 and word in SIDES and not _unlike_two(draft)
    return met or len({p.country or p.key for p in parties}) == 2


def _doers_beside(m: Mention, frame: Frame, registry: Registry) -> list[Party]:
    """The other parties that do what the anaphor's frame tells: it is none of them."""
    return [r.party for a in frame.actors if a is not m and (r := registry.resolved(a))]


def _people_before(m: Mention, frame: Frame, registry: Registry) -> list[Resolved]:
    """«تجمع آلاف المتظاهرين قبل أن تفرقهم الشرطة»: the people of the sentence, counted or in the plural, before it."""
    doers = _doers_beside(m, frame, registry)
    best: tuple[tuple[int, int], Party] | None = None
    for (sentence, i, _), r in registry.of.items():
        crowd = r.party.kind == "group" and r.party.sector in CROWDS and r.party not in doers
        if crowd and sentence == m.sentence and i < m.i and (best is None or (sentence, i) > best[0]):
            best = (sentence, i), r.party
    return [Resolved(best[1], True, f"«{m.name}» are {best[1].name}, named before")] if best else []


def _doers(m: Mention, latest: list[Draft]) -> list[Resolved]:
    """«زارت أنقرة برفقة الوزير، حيث التقيا الرئيس»: those who did together what the same sentence told."""
    told = next((d for d in latest if m.sentence in d.sentences and len(d.actors) > 1), None)
    return (
        [Resolved(r.party, True, f"«{m.name}» are who did what was told before") for r in told.actors] if told else []
    )


def _of_states(frame: Frame) -> bool:
    """What two sides undertake, or will hold, is their states'."""
    return frame.trigger.type in BETWEEN_STATES or (frame.trigger.type == "CONSULT" and frame.status in UNREALISED)


def _unlike_two(draft: Draft) -> int:
    """Contacts and agreements have two sides; then conflicts; a visit last."""
    if draft.act == "visit":
        return 2
    if draft.act == "exchange-of-messages":
        return 1
    return 0 if draft.type in MUTUAL or draft.act in MUTUAL_ACTS else 1


def states_of(parties: list[Party], registry: Registry) -> list[Party]:
    """The states for which people stand; bodies and groups stand for themselves."""
    out: list[Party] = []
    for p in parties:
        people = p.kind in ("person", "role") and p.country in registry.lexicon.states
        side = registry.state(p.country) if people and p.country else p
        if side not in out:
            out.append(side)
    return out


def _body(m: Mention, registry: Registry) -> list[Resolved]:
    """«المجلس»: the body named last before it whose name begins with that noun; «الاتحاد» alone is itself."""
    head = head_of(m.name)
    best: tuple[tuple[int, int], Party] | None = None
    for (sentence, i, _), resolved in registry.of.items():
        p = resolved.party
        named = p.kind in ("org", "group") and head in registry.heads(p)
        if named and (sentence, i) < (m.sentence, m.i) and (best is None or (sentence, i) > best[0]):
            best = (sentence, i), p
    if best is None and fold_word(m.name) not in COUNCILS:
        return [Resolved(registry.body(replace(m, kind="group", sector="IGO")))]
    return [Resolved(best[1], True, f"«{m.name}» is {best[1].name}, named before")] if best else []


def _neighbour(m: Mention, registry: Registry) -> list[Resolved]:
    """«جارتها الجنوبية», «البلد المجاور»: the state named most besides the one named last before it."""
    states = registry.lexicon.states
    said = sorted((at[:2], r.party.country) for at, r in registry.of.items() if r.party.country in states)
    owner = next((iso for at, iso in reversed(said) if at < (m.sentence, m.i)), None)
    others = Counter(iso for _, iso in said if iso is not None and iso != owner)
    if owner is None or not others:
        return []
    return [Resolved(registry.state(others.most_common(1)[0][0]), True, f"«{m.name}» is the other state spoken of")]


def _victim(frame: Frame, drafts: list[Draft]) -> list[Resolved]:
    """«مقتله», «استهدافها»: of the person whom an attack told before befell."""
    if frame.head.verb or not frame.head.pronoun or frame.trigger.type != "ASSAULT":
        return []
    told = (r.party for d in reversed(drafts) if d.type == "ASSAULT" for r in d.recipients if r.party.kind == "person")
    found = next(told, None)
    return [Resolved(found, True, "whom the attack told before befell")] if found else []


def _single(m: Mention, registry: Registry, frame: Frame) -> list[Resolved]:
    """A singular pronoun is the person last named before it, in this sentence or the one before; not the doer.

    A preposition's «ها» may as well be a state or body: «فرضت عليها عقوبات».
    """
    doers = _doers_beside(m, frame, registry)
    before = [
        (sentence, i, r.party)
        for (sentence, i, _), r in registry.of.items()
        if (sentence, i) < (m.sentence, m.i) and m.sentence - sentence <= 1 and r.party not in doers
    ]
    # «طالب الوزير الحكومة بوقف غاراتها»: a man makes none of hers.
    hers = not frame.head.verb and frame.trigger.type == "ASSAULT" and frame.trigger.idafa == "subj"
    bodies = m.pronoun == "ها" and (
        (m.prep != "" and frame.trigger.type != "CONSULT") or frame.trigger.act == "withdrawal" or hers
    )
    people = [x for x in before if x[2].kind in PERSONS]
    if frame.trigger.act == "withdrawal":
        # «إجبارها على الانسحاب»: forces withdraw.
        before = [x for x in before if x[2].kind == "state" or x[2].sector in FORCES]
    suits = [
        x for x in before if (x[2].kind in PERSONS or (bodies and x[2].kind in BODIES)) and _suits(m, registry, *x[:2])
    ]
    best = max(suits or people, key=lambda x: x[:2], default=None)
    because = "the person named last before the pronoun" if best and best[2].kind in PERSONS else "named last before it"
    return [Resolved(best[2], True, because)] if best else []


def _suits(m: Mention, registry: Registry, sentence: int, i: int) -> bool:
    """«وزيرة» is no «ه», «وزير» no «ها»; a name alone may be either, a state or body is one."""
    own = next((p for p in ("ها", "ه") if m.name.endswith(p)), "") if m.rule == "own country" else m.pronoun
    if own not in GENDERS:
        return True
    named = next((x for x in registry.found[sentence].mentions if x.i == i), None)
    gender = gender_of(registry.found[sentence], named) if named is not None else ""
    alone = named is not None and named.kind in PERSONS and not gender and sentence == m.sentence
    return gender == GENDERS[own] or alone or (own == "ه" and not gender)


def _pair(m: Mention, word: str, family: str | None, frame: Frame, registry: Registry) -> list[Resolved]:
    """No event before: the two office holders of one office, of two states, that the document names."""
    if any(fold_word(s) == word for s in STATES):
        states = [p for p in registry.parties if p.kind == "state"][:2]
        return (
            [Resolved(p, True, f"«{m.name}» are the two states of the document") for p in states]
            if len(states) == 2
            else []
        )
    if word in SIDES and (two := _last_two(m, registry)):
        return two
    hint = office_of_sources(frame)
    return holders(registry, family, hint, m.name)


def _last_two(m: Mention, registry: Registry) -> list[Resolved]:
    """The two sides named last before the anaphor, of two states or bodies."""
    seen: dict[str, Party] = {}
    for (sentence, i, _), resolved in sorted(registry.of.items(), reverse=True):
        p = resolved.party
        if (
            (sentence, i) < (m.sentence, m.i)
            and (p.kind in ("state", "org") or p.offices or p.sector in ("REB", "MIL"))
            and (p.country or p.kind == "org")
        ):
            seen.setdefault(p.country or p.key, p)
        if len(seen) == 2:
            return [
                Resolved(x, True, f"«{m.name}»: the two sides named last before it") for x in reversed(seen.values())
            ]
    return []


# What these point to does not hang on the event they stand in.
BY_RULE = {"honorific": resolve_honoured, "body": _body, "neighbour": _neighbour}
