"""What is done in the course of what was told before: «خلال المظاهرة», «وخلال القمة، وقعت», «اعتقلت خلالها»."""

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.sources import cues_of
from waqai.pipeline.extract.venue import receives
from waqai.pipeline.ground.another import PLACED
from waqai.pipeline.ground.draft import Draft

# What takes place somewhere; statements, calls and messages do not.
PLACED_ACTS = frozenset(
    ["meeting", "talks", "summit", "conference", "visit", "signing", "exercise", "ceasefire", "withdrawal"]
) | {"delivery", "credentials", "opening"}
PLACELESS = frozenset(["call", "exchange-of-messages"])
ON_OCCASION = frozenset(["signing", "meeting", "talks"])
IN_COURSE = frozenset(["خلال", "اثناء"])
POINTING = frozenset(["خلالها", "خلاله"])
LASTING = ("PROTEST", "CONSULT", "ASSAULT", "COOPERATE")
GATHERINGS, OF_MANY = frozenset(["summit", "conference"]), frozenset(["القمه", "الجلسه", "الدوره", "الموتمر"])
AHEAD, BEHIND, BACK = 8, 10, 3


def handed_over(draft: Draft, lexicon: Lexicon) -> bool:
    """«سلّمه رسالة خطية بالقصر الرئاسي»: whether a message was handed over in a house, and so has a place.

    Args:
        draft: an event with a place.
        lexicon: the words for such houses.
    """
    return draft.act == "exchange-of-messages" and draft.where is not None and receives(lexicon, draft.where)


def nowhere(d: Draft, extracted: Extracted) -> bool:
    """A call, or a message that was handed over in no house.

    Args:
        d: an event.
        extracted: the document, with its lexicon.
    """
    return d.act in PLACELESS and not handed_over(d, extracted.detected.lexicon)


def course_of(draft: Draft, drafts: list[Draft], extracted: Extracted) -> Draft | None:
    """The march, fight or gathering told before that an event is said to have happened in.

    Args:
        draft: the event.
        drafts: all events of the document, in the order they are told.
        extracted: the sentences.
    """
    frame = draft.frames[0]
    found, lexicon = extracted.detected.found[frame.sentence], extracted.detected.lexicon
    words, at = found.sentence.words, frame.head.i
    # «رحب خلال الاتصال بوقف إطلاق النار»: what a noun behind it tells was before.
    first = max(found.sentence.skip, at - AHEAD) if frame.head.verb else frame.head.j
    for k in range(first, min(len(words) - 1, frame.head.j + BEHIND)):
        word = words[k].removeprefix("و")
        if word in POINTING:
            return _last(draft, drafts, LASTING)
        if word not in IN_COURSE or (words[k + 2 : k + 3] and words[k + 2] in lexicon.grammar["press_adjectives"]):
            continue
        kinds = tuple(t for t in LASTING if words[k + 1] in cues_of(lexicon).refers[t])
        if kinds:
            # «كلمته خلال القمة», «خلال الجلسة الختامية»: the gathering rather than who met beside it.
            large = [d for d in drafts if d.act in GATHERINGS] if words[k + 1] in OF_MANY else []
            return _last(draft, [*large, draft], kinds) or _last(draft, drafts, kinds)
    return None


def in_course(draft: Draft, drafts: list[Draft], extracted: Extracted) -> tuple[Mention, str] | None:
    """«اعتقلت أربعين خلال المظاهرة», «انتقد في كلمته خلال القمة»: what is done in it is done there.

    Args:
        draft: an event whose own words name no place.
        drafts: all events of the document, in the order they are told.
        extracted: the sentences.
    """
    other = course_of(draft, drafts, extracted)
    if other is None or other.where is None or other.act in PLACELESS or draft.act in PLACELESS:
        return None
    gathering = other.act in ("summit", "conference")
    done = draft.act in ON_OCCASION if other.type == "CONSULT" else draft.type in PLACED
    return (other.where, "where what it was in the course of was") if done or gathering else None


def of_deed_beside(draft: Draft, drafts: list[Draft]) -> tuple[Mention, str] | None:
    """«وفي درعا، توغلت قوة في بلدة كويا واعتقلت شابين»: what is joined to a deed is in its town, not all over.

    Args:
        draft: an event placed by the opening of its sentence.
        drafts: all events of the document, in the order they are told.
    """
    where, f = draft.where, draft.frames[0]
    if draft.type not in PLACED or where is None or not f.head.conj or where is not f.where:
        return None
    for other in reversed(drafts[: drafts.index(draft)]):
        there, o = other.where, other.frames[0]
        if other.type not in PLACED or there is None or o.sentence != f.sentence or there.sentence != f.sentence:
            continue
        joined = where.i < o.head.i < f.head.i and where.i < there.i < f.head.i
        if joined and there.kind == "place" and other.party_keys() & draft.party_keys():
            return there, "where the deed it is joined to was"
    return None


def gone_for(draft: Draft, drafts: list[Draft]) -> tuple[Mention, str] | None:
    """«يزور الرئيس كراكاس الأحد للقاء نظيره»: whom one is to go to see is seen where one goes.

    Args:
        draft: a meeting that is planned, without a place of its own.
        drafts: all events of the document.
    """
    f = draft.frames[0]
    if draft.act not in ON_OCCASION or draft.status != "planned" or f.head.verb or f.head.prep != "ل":
        return None
    visits = (d for d in drafts if d.act == "visit" and d.status == "planned" and d.where is not None)
    visit = next((d for d in visits if f.sentence in d.sentences and d.party_keys() & draft.party_keys()), None)
    return (visit.where, "where one goes for it") if visit is not None and visit.where is not None else None


def _last(draft: Draft, drafts: list[Draft], kinds: tuple[str, ...]) -> Draft | None:
    """The last event of some types that has happened, some sentences before at most."""
    n = draft.sentences[0]
    told = (d for d in reversed(drafts[: drafts.index(draft)]) if d.type in kinds and d.status == "happened")
    return next((d for d in told if n - max((s for s in d.sentences if s <= n), default=-9) <= BACK), None)
