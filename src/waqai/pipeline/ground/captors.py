"""Of whom one asks that somebody be freed: «اعتقلت الشرطة ناشطين. ودعت برلين إلى الإفراج عنهم»."""

from waqai.pipeline.detect import Found
from waqai.pipeline.extract.forms import NOUNS
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party, Registry, Resolved

# How those who are now held were taken.
TAKEN = frozenset(["arrest", "abduct", "convict", "deport"])
# How far behind the appeal the word for freeing stands, and how many sentences before it the taking was told.
NEAR, BEFORE = 5, 6

WITH = frozenset(["لدي", "عند", "بيد", "قبضه"])


def captors(draft: Draft, before: list[Draft], registry: Registry) -> list[Resolved]:
    """Those who took whom an appeal wants freed; empty where it wants nobody freed or nobody is told to be held.

    Args:
        draft: an appeal or demand.
        before: what was told before it.
        registry: the document's parties and sentences.
    """
    frame = draft.frames[0]
    if draft.type != "REQUEST" or not _frees(frame.head.j, registry.found[frame.sentence], registry):
        return []
    own = {r.party.key for r in draft.actors}
    if held := _with_whom(frame.head.j, registry.found[frame.sentence], registry):
        return [] if held.party.key in own else [held]
    freed = {r.party.key for r in draft.recipients}
    taken = [d for d in before if d.mode in TAKEN and d.actors and draft.sentences[0] - d.sentences[-1] <= BEFORE]
    taken = [d for d in taken if d.status != "denied" and own.isdisjoint(r.party.key for r in d.actors)]
    same = [d for d in taken if not freed.isdisjoint(r.party.key for r in d.recipients)]
    if not taken or (freed and not same):
        return []
    last = (same or taken)[-1]
    return [Resolved(_who_holds(r.party, registry), True, "who took those that are to be freed") for r in last.actors]


def _with_whom(start: int, found: Found, registry: Registry) -> Resolved | None:
    """«الأسرى المحتجزين لدى حماس»: who holds them by the same words."""
    words, held = found.sentence.words, registry.lexicon.grammar["captive_words"]
    for m in found.mentions:
        if start < m.i - 1 and words[m.i - 1] in WITH and words[m.i - 2] in held and m.kind != "place":
            return registry.resolved(m)
    return None


def _who_holds(party: Party, registry: Registry) -> Party:
    """A court or its judges hold nobody: their state does."""
    judged = party.sector == "JUD" and party.country in registry.lexicon.states
    return registry.state(party.country) if judged and party.country else party


def _frees(start: int, found: Found, registry: Registry) -> bool:
    """Whether the words at `start` ask for a release: «إلى الإفراج عن», «بإطلاق سراح»."""
    triggers = registry.lexicon.tables.triggers
    here = (m for k in range(start, min(start + NEAR, len(found.matches))) for m in found.matches[k])
    return any(m.kind in NOUNS and triggers[int(m.ref)].act == "release" for m in here)
