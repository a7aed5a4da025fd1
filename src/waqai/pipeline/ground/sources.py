"""Who an event is known from: the sources of its clauses, of later sentences about it, and of «جاء ذلك في بيان»."""

from itertools import pairwise

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources import Cues, cues_of
from waqai.pipeline.extract.sources.assign import MATERIAL, SPOKEN_TYPES, is_said
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.honours import resolve_honoured
from waqai.pipeline.ground.people import Party, Registry
from waqai.pipeline.ground.within import IN_COURSE
from waqai.text.fold import fold_word

REACH = 1
NOTHING: frozenset[str] = frozenset()
CARRIED = frozenset(("exchange-of-messages", "credentials"))
ROLES = frozenset(("unnamed-official", "organisation"))
SPOKESMEN = frozenset(("named-person", "organisation"))
NAMELESS = frozenset(("organisation", "agency", "outlet"))
CALLED = frozenset(("NGO", "IGO"))
SEVERAL = ("spokesperson", "official", "member", "diplomat")
BODIES = frozenset(("organisation", "agency", "outlet", "document", "unnamed-official", "reporter"))


def settle_sources(drafts: list[Draft], extracted: Extracted, registry: Registry) -> None:
    """Give each draft the sources of all the document, and take away those that are its own actors.

    Args:
        drafts: the events of the document; their `sources` are changed.
        extracted: attributions by sentence.
        registry: the parties of the document.
    """
    cues = cues_of(extracted.detected.lexicon)
    for n, said in enumerate(extracted.attributions):
        for told in said:
            a = _named_before(told, n, extracted, cues, registry)
            if a.way == "backward":
                _tell_before(a, n, drafts, registry)
            elif _tells(a) and (a.way in ("said", "office") or (a.way == "according" and a.at < a.scope[0])):
                _tell_more(a, n, drafts, extracted, cues, registry)
    for draft in drafts:
        named = [_named_before(s, draft.sentences[0], extracted, cues, registry) for s in draft.sources]
        sources, draft.sources = [s for s in named if not _is_actor(s, draft, registry)], []
        for s in sources:
            _add(s, draft, registry, own=True)


def _tells(a: Attribution) -> bool:
    """Bodies and unnamed people tell of what others do; of people with names, those who speak for a body."""
    spokesman = a.mention is not None and a.mention.office is not None and "spokesperson" in a.mention.office
    return a.kind in BODIES or (a.kind == "named-person" and spokesman)


def _named_before(a: Attribution, n: int, extracted: Extracted, cues: Cues, registry: Registry) -> Attribution:
    """«المسؤول السعودي»: the person of that state named last before it; «سيادته», «المنظمة»: who was named before."""
    if a.mention is not None and a.mention.kind == "anaphor":
        for honoured in resolve_honoured(a.mention, registry)[:1]:
            registry.of[(a.mention.sentence, a.mention.i, a.mention.j)] = honoured
        return a
    if a.kind in NAMELESS and " " not in a.text:
        person = _surname_before(a, n, extracted)  # «أوضح سانا»: an agency's name may be a minister's
        return person or _body_before(a, n, extracted, cues)
    first = fold_word(a.text.split(" ")[0])
    if a.mention is not None and a.mention.kind == "role" and (titled := _titled_before(a, a.mention, n, extracted)):
        return titled
    if a.kind not in ROLES or first not in cues.words["again"] or a.mention is None or not a.mention.country:
        return a
    for found in reversed(extracted.detected.found[: n + 1]):
        for m in reversed(found.mentions):
            before = m.name_span is not None and m.name_span[0] < a.span[0]
            if m.kind == "person" and before and m.country == a.mention.country:
                return replace(a, text=m.name, kind="named-person", mention=m)
    return a


def _titled_before(a: Attribution, role: Mention, n: int, extracted: Extracted) -> Attribution | None:
    """«وقالت الوزيرة»: the person last named before it with that word for a title, not «نظيره» beside whom she sat."""
    words = fold_word(a.text).split()
    # Of spokesmen and officials there may be several.
    if len(words) > (2 if role.country else 1) and (role.office is None or role.office.endswith(SEVERAL)):
        return None
    for found in reversed(extracted.detected.found[: n + 1]):
        for m in reversed(found.mentions):
            before = m.kind == "person" and m.name_span is not None and m.name_span[0] < a.span[0]
            title = found.sentence.words[m.i]
            if before and words[0].removeprefix("ال") in (title, title[1:], title.removeprefix("ال")):
                state = role.country is None or role.country == m.country
                if state and (m.office == role.office or (role.office == "minister" and m.office)):
                    return replace(a, text=m.name, kind="named-person", mention=m)
    return None


def _body_before(a: Attribution, n: int, extracted: Extracted, cues: Cues) -> Attribution:
    """«المنظمة», «الصحيفة»: the body that spoke before and has that noun for its head, or is one of those so called."""
    word = fold_word(a.text)
    if not word.startswith("ال"):
        return a
    for said in reversed(extracted.attributions[: n + 1]):
        for b in reversed(said):
            if b.span[0] >= a.span[0]:
                continue
            named = next((text for text in (b.text, *b.via) if " " in text and _has_head(text, word)), None)
            if named is not None:
                return replace(a, text=named, mention=b.mention if named == b.text else None)
            if word in cues.words["bodies_called"] and b.mention is not None and b.mention.sector in CALLED:
                return replace(a, text=b.text, mention=b.mention)
    return a


def _has_head(text: str, word: str) -> bool:
    """«صحيفة تلغراف» has «الصحيفة» for its head."""
    return fold_word(text.split(" ")[0]).removeprefix("ال") == word.removeprefix("ال")


def _surname_before(a: Attribution, n: int, extracted: Extracted) -> Attribution | None:
    """«وأوضح مالي أن»: a name that no list holds, or a state's, is the person's who was named with it before."""
    word = fold_word(a.text)
    for found in reversed(extracted.detected.found[: n + 1]):
        for m in reversed(found.mentions):
            before = m.kind == "person" and m.name_span is not None and m.name_span[0] < a.span[0]
            if before and word in (names := fold_word(m.name).split(" ")) and len(names) > 1:
                return replace(a, text=m.name, kind="named-person", mention=m)
    return None


def _tell_before(a: Attribution, n: int, drafts: list[Draft], registry: Registry) -> None:
    """«جاء ذلك في بيان»: the events of the sentence before."""
    for draft in drafts:
        if n - 1 in draft.sentences:
            _add(a, draft, registry)


def _tell_more(
    a: Attribution, n: int, drafts: list[Draft], extracted: Extracted, cues: Cues, registry: Registry
) -> None:
    """«وقالت الرئاسة إن الجانبين ...»: a later sentence speaks of an event by a definite noun, or by its actors."""
    found, scope = extracted.detected.found[n], range(*a.scope)
    own = [f for f in extracted.frames if f.sentence == n and f.head.i in scope]
    # «أطلقت الشرطة الغاز خلال التظاهرة»: who tells of a deed done in the course of it does not tell of it.
    within = IN_COURSE if any(f.trigger.type in MATERIAL for f in own) else NOTHING
    ahead = found.sentence.words[max(0, a.scope[0] - 1) : a.scope[1]]
    words = {word for last, word in pairwise(ahead) if last.removeprefix("و") not in within}
    before = [d for d in drafts if _told_lately(d, n)]
    told = [d for d in before if words & cues.refers.get(d.type, NOTHING)]
    if not told and all(is_said(f.trigger.type, f.trigger.act) for f in own):
        people = [registry.resolved(m) for m in found.mentions if m.i in scope and m.kind in ("person", "role")]
        parties = [r.party for r in people if r is not None]
        meetings = [d for d in before if d.type == "CONSULT" and n - 1 in d.sentences]
        told = [d for d in meetings if any(p in parties for p in d.parties())]
    if told:
        _add(a, told[-1], registry)


def _told_lately(d: Draft, n: int) -> bool:
    """First told before sentence `n`, and last not long before it."""
    first = d.status == "happened" and d.act not in CARRIED and d.sentences[0] < n
    return first and n - max(s for s in d.sentences if s <= n) <= REACH


def _add(a: Attribution, draft: Draft, registry: Registry, own: bool = False) -> None:
    """Add a source once; `own` where the event's own clause has it, so that an actor may be it."""
    party = _party(a, registry)
    for s in draft.sources:
        same = a.text in s.text or s.text in a.text or _in_short(a, s) or _one_outlet(a, s)
        if same or _for_it(a, s) or (party and _party(s, registry) is party):
            return
    if own or party is None or party not in draft.parties():
        draft.sources.append(a)


def _in_short(a: Attribution, before: Attribution) -> bool:
    """«الوزارة» after «وزارة الخارجية القطرية»: the same body in one word."""
    return a.text.startswith("ال") and a.text.removeprefix("ال") == before.text.split(" ")[0].removeprefix("ال")


def _for_it(a: Attribution, before: Attribution) -> bool:
    """«المتحدث باسم الوزارة» after «وزارة الدفاع الكينية»: the same body speaks."""
    words, body = a.text.split(" "), before.text.split(" ")[0]
    return a.text.startswith("ال") and words[-2:] == ["باسم", "ال" + body.removeprefix("ال")]


def _one_outlet(a: Attribution, b: Attribution) -> bool:
    """«سانا» and «وكالة الأنباء السورية (سانا)»."""
    if a.mention is None or b.mention is None or a.mention.kind != "outlet":
        return False
    return a.mention.ref is not None and a.mention.kind == b.mention.kind and a.mention.ref == b.mention.ref


def _is_actor(s: Attribution, draft: Draft, registry: Registry) -> bool:
    """Who says it and does it, or speaks for the side that does, where saying is the event or has it as its object."""
    party = _party(s, registry)
    if party is None or not draft.actors or draft.status == "denied":
        return False
    actors = [r.party for r in draft.actors]
    spoken = is_said(draft.type, draft.act)
    # A spokesman is known as who says it; a minister's refusal is his own.
    spokesman = any("spokesperson" in o for o in party.offices) and party not in actors
    # «قال الكرملين إن بوتين حذر»: a body tells what a person said.
    sides = [p for p in actors if p.kind not in ("person", "role")] if s.kind == "organisation" else actors
    if spoken and s.way == "said" and s.kind in SPOKESMEN and _speaks_for(party, sides, draft.type):
        return not spokesman
    announced = s.way == "direct" and draft.type not in MATERIAL
    return party in actors and (announced or spoken)


def _speaks_for(party: Party, actors: list[Party], kind: str) -> bool:
    """«قال الوزير إن بلاده ترفض»: his state refuses through him; a promise he makes for his own ministry."""
    same = [p for p in actors if p.country and p.country == party.country]
    return bool(same) if kind in SPOKEN_TYPES or kind == "SUPPORT" else any(p.kind == "org" for p in same)


def _party(a: Attribution, registry: Registry) -> Party | None:
    resolved = registry.resolved(a.mention) if a.mention else None
    return resolved.party if resolved else None
