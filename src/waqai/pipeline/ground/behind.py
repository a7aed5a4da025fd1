"""Who is behind an official: the body whose deed a spokesman tells, the state an official cannot face as another."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.agreement import gender_of
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.order import NAMED_PAPERS
from waqai.pipeline.extract.sources.assign import MATERIAL
from waqai.pipeline.extract.status import SPEECH
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.home import GUESSED, INSTITUTIONS
from waqai.pipeline.ground.no_side import is_machine
from waqai.pipeline.ground.people import Party, Registry, Resolved
from waqai.text.fold import fold_word

# How far the deed condemned stands behind the word that condemns it.
DEED = 5
SPOKE = frozenset(["said", "direct", "office"])
# «الاتفاق الذي تم التصديق عليه»: nobody signs or ratifies by speaking of it.
PAPERS = frozenset(["signing", "ratification", "accession"])
# «سنرد», «لن ننسحب»: what the speaker says of his own side.
WE = "we"
# What an official says for his state is his own word; a spokesman's is not.
SAYS_FOR_STATE = frozenset(["REJECT", "SUPPORT", "ACCUSE", "THREATEN"])
NEGATIONS = frozenset(["لن", "لا"])
VOICES = frozenset(["spokesperson", "official", "former-official", "diplomat"])
# Contacts that need two, what one met at before, and how far from the opening of a sentence its verb stands.
MET, OPENING = frozenset(["meeting", "talks", "call"]), 4
CONTACTS = MET | {"visit", "summit"}
OURS = "نا"


def doers(kind: str, actors: list[Resolved], registry: Registry) -> list[Resolved]:
    """«أعلن المتحدث باسم الشرطة اعتقال ثلاثة»: what a spokesman tells of is done by those for whom he speaks.

    Args:
        kind: type of the event.
        actors: who does it by the words.
        registry: the document's parties.
    """
    if kind == "PROTEST":
        # «أيد رئيس الوزراء مظاهرات في العاصمة»: those in power hold none.
        return [r for r in actors if r.party.sector != "GOV" or not r.party.offices or _former(r.party)]
    if kind not in MATERIAL or not any("spokesperson" in r.party.offices for r in actors):
        return actors
    out: list[Resolved] = []
    for r in actors:
        body = _spoken_for(r.party, registry) if "spokesperson" in r.party.offices else None
        told = r if body is None else Resolved(body, True, f"{r.party.name} speaks for {body.name}")
        if told.party not in [x.party for x in out]:
            out.append(told)
    return out


def own_words(kind: str, actors: list[Resolved], frame: Frame, registry: Registry) -> list[Resolved]:
    """«قال الوزير إن أنقرة لن تقبل», like «إن بلاده»: what an official says his state refuses or backs, he says.

    Args:
        kind: type of the event.
        actors: who does it by the words.
        frame: the frame, with who speaks.
        registry: the document's parties.
    """
    said = registry.resolved(frame.speaker) if frame.speaker is not None else None
    state = actors[0].party if len(actors) == 1 and actors[0].party.kind == "state" else None
    if said is None or state is None or kind not in SAYS_FOR_STATE or frame.status == "denied":
        return actors
    word = registry.found[frame.sentence].sentence.words[frame.head.i]
    p, verb = said.party, frame.head.verb and (frame.head.tense in ("present", "future") or word in NEGATIONS)
    holds = p.kind in ("person", "role") and p.offices and p.offices[0] not in VOICES
    own = p.country == state.country and p.country_because not in GUESSED
    because = f"{p.name} speaks for {state.name}, whose official he is"
    return [Resolved(p, said.inferred, said.because or because)] if holds and own and verb else actors


def going_on(frame: Frame, drafts: list[Draft], extracted: Extracted, registry: Registry) -> list[Resolved]:
    """«..., بحسب الشبكة. وحملت الحكومة المسؤولية»: a joined verb without a subject is said by who spoke before.

    Args:
        frame: the first verb of its sentence, with nobody who does it.
        drafts: what was told before.
        extracted: attributions by sentence.
        registry: the document's parties.

    And «ودعا البيان الحكومة»: what a paper says is said by whoever spoke in it before.
    """
    found = extracted.detected.found
    h, words = frame.head, extracted.detected.found[frame.sentence].sentence.words
    if h.verb and frame.trigger.type in SPEECH and h.j < len(words) and words[h.j] in NAMED_PAPERS:
        told = next((d.actors for d in reversed(drafts) if d.type in SPEECH and d.actors), [])
        return [Resolved(r.party, True, f"whose paper «{words[h.j]}» is") for r in told]
    joined = h.conj == "و" or (h.i > 0 and found[frame.sentence].sentence.words[h.i - 1] == "كما")
    if frame.trigger.type not in SPEECH or not (h.verb and joined) or h.passive or not frame.sentence:
        return []
    for said in reversed(extracted.attributions[frame.sentence - 1]):
        resolved = registry.resolved(said.mention) if said.mention is not None and said.way in SPOKE else None
        if resolved is not None and said.mention is not None and resolved.party.kind != "outlet":
            gender = gender_of(found[said.mention.sentence], said.mention)
            return [Resolved(resolved.party, True, "who spoke before goes on")] if gender in ("", h.gender) else []
    last = drafts[-1] if drafts and frame.sentence - drafts[-1].sentences[-1] == 1 else None
    told = last.actors if last is not None else []
    if h.number != "plural":
        # «استقبل الوزير السفيرة. وأشادت بدور بلاده»: the only one of that gender.
        told = [r for r in told if r.party.kind in ("person", "role") and r.party.gender == h.gender]
        told = told if len(told) == 1 else []
    # «بعث النواب رسالة. كما طالبوا الحكومة بالاستقالة»
    return [Resolved(r.party, True, "who did what was told before") for r in told]


def goes_on_meeting(frame: Frame, actors: list[Resolved], drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«زار الوزير أكرا. ومن المقرر أن يلتقي غدا رئيس البلاد»: who met before meets another whom alone the words name.

    Args:
        frame: a contact.
        actors: who it is between, by its words.
        drafts: what was told before.
        registry: the document's parties and sentences.
    """
    h, start = frame.head, registry.found[frame.sentence].sentence.skip
    alone = len(actors) == 1 and h.verb and not h.passive and h.number == "singular" and frame.trigger.act in MET
    if not alone or h.i > start + OPENING or any(m.i < h.i for m in frame.actors):
        return actors
    last = next((d for d in reversed(drafts) if d.type in ("CONSULT", "AGREE") and d.act in CONTACTS), None)
    if last is None or frame.sentence - last.sentences[-1] > 1 or not last.actors:
        return actors
    first, met = last.actors[0].party, actors[0].party
    people = first.kind in ("person", "role") and met.kind in ("person", "role", "org")
    if not people or first.country in (None, met.country) or first.key == met.key:
        return actors
    return [Resolved(first, True, "who met before goes on"), *actors]


def condemned(draft: Draft, drafts: list[Draft]) -> list[Resolved]:
    """«دانت الجبهة اغتيال الصحفية»: a condemnation is of those who did the deed it names, never of its victim.

    Args:
        draft: a condemnation.
        drafts: the events of the document, the deed among them.
    """
    victims = {p.party.key for p in draft.recipients}
    own = {r.party.key for r in draft.actors}
    for other in drafts:
        told = [
            f
            for f in other.frames
            for c in draft.frames
            if f.sentence == c.sentence and 0 < f.head.i - c.head.i <= DEED
        ]
        if other.type != "ASSAULT" or not told or told[0].head.verb or not other.actors:
            continue
        harmed = {p.party.key for p in other.recipients}
        if (not victims or victims <= harmed) and not own & {r.party.key for r in other.actors}:
            return [Resolved(r.party, True, "who did what is condemned") for r in other.actors]
    return []


def not_their_own(kind: str, actors: list[Resolved], recipients: list[Resolved]) -> list[Resolved]:
    """«كرر الوزير تأكيد رفض بلاده ...»: an official's own state is not whom he speaks to."""
    if kind not in SPEECH:
        return recipients
    # «عزاه في وفاة مسؤولين بتحطم مروحية»
    recipients = [r for r in recipients if not (r.party.sector == "MIL" and is_machine(r.party.name))]
    people = [r.party for r in actors if r.party.kind in ("person", "role") and r.party.sector in INSTITUTIONS]
    own = {p.country for p in people if p.country_because not in GUESSED}
    others = [r for r in recipients if r.party.kind != "state" or r.party.country not in own]
    return others if others or kind != "REQUEST" else recipients


def says_it(frame: Frame) -> bool:
    """«نرفض», «وطالب», «رفضها»: a verb of the third person that joins no other has a subject of its own, if unnamed.

    «أعلنت الوزارة أن السفير سيُستدعى»: it is she who summons him.
    """
    head = frame.head
    own = head.verb and head.conj != "و" and not (head.passive and frame.trigger.act == "summoning")
    own = own and "subj" in frame.trigger.actor  # «يجب فتح تحقيق»
    if not own and head.verb and frame.trigger.act == "expulsion":
        return True  # «قال إن السفير بات شخصا غير مرغوب فيه»
    spoken = frame.trigger.type in SPEECH and frame.trigger.act not in PAPERS
    return head.number == WE or head.pronoun == OURS or (spoken and not own)


def _spoken_for(party: Party, registry: Registry) -> Party | None:
    """The body of a spokesman: one the document names, one of the list, or his state where he names none."""
    if party.body is None:
        official = party.sector in INSTITUTIONS and party.country in registry.lexicon.states
        return registry.state(party.country) if official and party.country else None
    row = registry.lexicon.organisations.get(party.body)
    name = row.name if row else party.body
    first = fold_word(name)
    for p in registry.parties:
        same = p.country == party.country or None in (p.country, party.country)
        if p.kind in ("org", "group") and (p.body == party.body or (same and fold_word(p.name).startswith(first))):
            return p
    kind = "org" if row else "group"
    sector = row.sector if row else party.sector
    body = Mention(
        sentence=0, i=0, j=0, kind=kind, name=name, country=party.country, sector=sector, body=party.body, rule="body"
    )  # fmt: skip
    return registry.body(body)


def _former(party: Party) -> bool:
    return any("former-" in office for office in party.offices)
