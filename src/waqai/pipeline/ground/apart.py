"""One meeting for each partner: «التقى كلا على حدة», «استقبل كلا من», «التقى الوزير ثم الرئيس»."""

from msgspec.structs import replace

from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved

# What several have a part in at once.
ONE_CONTACT = frozenset(["visit", "exchange-of-messages", "credentials"])
# How far from the verb the meetings stand that it tells of, and those one meets after others.
SEVERAL, REACH = 16, 24
BILATERAL, OF, THEN = frozenset(["ثناييه"]), "من", "ثم"
CALLS = frozenset(["اتصالات", "اتصالين", "مكالمات", "مكالمتين"])
# «أبدت كل من فنلندا والسويد»: with «مع», or as an object.
EACH = ("مع كل", "بكل", "كلا")
PEOPLE = frozenset(["person", "role", "org", "group"])


def one_by_one(draft: Draft, registry: Registry) -> list[Draft]:
    """A contact as it is, or one for each partner where the words set them apart.

    Args:
        draft: what a frame tells.
        registry: the document's parties and sentences.
    """
    if draft.type != "CONSULT" or draft.act in ONE_CONTACT:
        return [draft]
    words = registry.found[draft.sentences[0]].sentence.words
    later = _later(draft, words, registry)
    if len(draft.actors) + len(later) < 3 or not (later or _apart(draft, words, registry)):
        return [draft]
    first, *others = draft.actors
    return [
        replace(
            draft,
            actors=[first, other],
            apart=True,
            topics=list(draft.topics),
            sources=list(draft.sources),
            sentences=list(draft.sentences),
            frames=list(draft.frames),
            links=[],
            contexts=list(draft.contexts),
            recipients=[],
        )
        for other in (*others, *later)
    ]


def _apart(draft: Draft, words: list[str], registry: Registry) -> bool:
    """«في لقاءين منفصلين», «لقاءات ثنائية مع», «مع كل من», unless one word says they met as three or four."""
    grammar = registry.lexicon.grammar
    if not grammar["separately_words"].isdisjoint(words):
        return True
    if not grammar["jointly_words"].isdisjoint(words):
        return False
    at = draft.frames[0].head.i
    for k in range(at + 1, min(len(words) - 1, at + SEVERAL)):
        each = words[k + 1] == OF and f"{words[k - 1]} {words[k]}".endswith(EACH)
        if each and words[k - 1].lstrip("و") not in grammar["together_before"]:
            return True
        before = words[k - 1].lstrip("و")
        if words[k] in BILATERAL and before in grammar["several_meetings"]:
            return True
        if words[k - 1] in CALLS and draft.act == "call":
            return True  # «وتلقى اتصالات من ولي العهد ورئيس الوزراء»
    return False


def _later(draft: Draft, words: list[str], registry: Registry) -> list[Resolved]:
    """«التقى نظيره ثم الرئيس»: whom one met after others, where no verb begins there."""
    frame = draft.frames[0]
    if not frame.head.verb or not draft.actors or THEN not in words[frame.head.j : frame.head.j + REACH]:
        return []
    at = words.index(THEN, frame.head.j)
    here = (m for m in registry.found[frame.sentence].mentions if m.i == at + 1 and m.kind in PEOPLE)
    resolved = (r for m in here if not m.adjective and (r := registry.resolved(m)) is not None)
    return [r for r in resolved if r.party not in [x.party for x in draft.actors]]
