"""Places of events that their own clause does not tell: of the sentence."""

from collections import Counter
from itertools import pairwise

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import GazetteerPlace, State
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.setting import CONTENT, bound, innermost, locative, of_topic
from waqai.pipeline.extract.sources import cues_of
from waqai.pipeline.extract.terms import foreseen
from waqai.pipeline.ground.another import PLACED
from waqai.pipeline.ground.draft import UNREALISED, Draft
from waqai.pipeline.ground.there import at_large, at_war, homeland, of_guest, on_sidelines, pointed
from waqai.pipeline.ground.wide import too_wide
from waqai.pipeline.ground.within import (
    ON_OCCASION,
    PLACED_ACTS,
    gone_for,
    in_course,
    nowhere,
    of_deed_beside,
)
from waqai.text.fold import fold_word

OCCASIONS = frozenset(["CONSULT", "SUPPORT"])
OCCASION_REACH = 4
# Where a guest arrives and leaves; talks are held elsewhere.
PASSAGES = frozenset(["مطار", "معبر", "ميناء", "محطة"])
OCCASION_WORDS = frozenset(["بالمناسبه", "هامش", "هامشها", "هامشه", "ختام", "ختامها", "ختامه", "خلالها", "خلاله"])
# «تجمع الأهالي أمام القصر، فيما قطع محتجون الطريق»: the clause behind these is elsewhere.
MEANWHILE = frozenset(["فيما", "بينما", "وفيما", "وبينما", "في حين", "وفي حين"])
# «استهدفت مسيّرة دراجة على طريق برج قلاويه»: a place of its own, though no list holds it.
SOMEWHERE = frozenset(["طريق", "بلده", "قريه", "موقع", "مدينه", "حي"])
DENOUNCING = ("تنديد", "احتجاجا", "رفضا", "استنكار", "للمطالبه", "تضامن")
CORRESPONDENTS = frozenset(["مراسل", "مراسله", "موفد", "موفده"])
REPORTED = 4
OTHER_EVENT = 6
BEFORE = 4
FARTHEST = 40


def place_drafts(drafts: list[Draft], extracted: Extracted) -> None:
    """Give unplaced events the place their sentence tells, with the reason."""
    for draft in drafts:
        if draft.where is not None and (
            nowhere(draft, extracted) or too_wide(draft.where, extracted, draft.type in PLACED)
        ):
            draft.where = None
        if draft.where is None and (told := in_course(draft, drafts, extracted)):
            draft.where, draft.where_because = told
        if not _placed(draft):
            continue
        if draft.where is not None and (finer := of_deed_beside(draft, drafts)):
            draft.where, draft.where_because = finer
        home = homeland(draft.frames[0], extracted) if draft.act == "visit" else None
        if home is not None and (draft.where is None or draft.where.country != home[0].country):
            draft.where, draft.where_because = home
        if draft.where is None and (back := _pointed(draft, extracted)):
            draft.where, draft.where_because = back
        if draft.where is None and (told := _of_sentences(draft, extracted) or _of_occasion(draft, drafts, extracted)):
            draft.where, draft.where_because = told
        if draft.where is None and (told := _of_visit_after(draft, drafts) or gone_for(draft, drafts)):
            draft.where, draft.where_because = told
        if draft.where is None and draft.act == "visit" and (told := of_guest(draft, drafts)):
            draft.where, draft.where_because = told
        if draft.where is None and (told := _of_deed_before(draft, drafts, extracted)):
            draft.where, draft.where_because = told
        if draft.where is None and draft.type in PLACED and (told := _in_state(draft, extracted)):
            draft.where, draft.where_because = told
    for draft in drafts:
        if draft.where is not None and draft.where.country is None:
            host = _host(draft, drafts) if draft.where.rule == "building" and draft.type in OCCASIONS else None
            draft.where = replace(draft.where, country=host or _country(draft, draft.where, extracted))


def listed(m: Mention, lexicon: Lexicon) -> GazetteerPlace | State | None:
    """What lists know of a place: «زار دمشق» is in the town, though the town stands for a state."""
    if m.kind == "place" and isinstance(m.ref, int):
        return lexicon.tables.places[m.ref]
    state = lexicon.states.get(m.country or "") if m.kind == "state" else None
    if state is None or m.name == state.name:
        return state
    places = lexicon.tables.places
    known = (places[int(ref)] for kind, ref, _ in lexicon.phrases.get(fold_word(m.name), ()) if kind == "place")
    return next((place for place in known if place.country == state.iso), state)


def _pointed(draft: Draft, extracted: Extracted) -> tuple[Mention, str] | None:
    """«في المدينة»: a place named before."""
    countries = {p.country for p in draft.parties() if p.country}
    return next((told for f in draft.frames if (told := pointed(f, extracted, countries))), None)


def _in_state(draft: Draft, extracted: Extracted) -> tuple[Mention, str] | None:
    """«شمالي البلاد», or a war within one state."""
    countries = {p.country for p in draft.parties() if p.country}
    for frame in draft.frames:
        war = draft.act == "clash" and len(draft.actors) > 1
        if told := at_large(frame, extracted, countries) or (at_war(frame, extracted, countries) if war else None):
            return told
    return None


def _placed(draft: Draft) -> bool:
    return draft.type in PLACED or draft.act in PLACED_ACTS or _agreed(draft)


def _host(draft: Draft, drafts: list[Draft]) -> str | None:
    """«استقبل الرئيس ضيفه في القصر الرئاسي»: a house of state is that of who receives there, or of whom one visits."""
    first = draft.actors[0].party if draft.actors else None
    visits = (d for d in drafts if d.act == "visit" and d.where is not None and d.where.country)
    of_guest = next((d.where for d in visits if any(a.party is first for a in d.actors)), None)
    return of_guest.country if of_guest is not None else first.country if first is not None else None


def _country(draft: Draft, where: Mention, extracted: Extracted) -> str | None:
    """The state of a place no list holds: of the place or state named nearest to it, else of the parties."""
    near = [m for m in extracted.detected.found[where.sentence].mentions if m.country and m.kind in ("place", "state")]
    after = [m for m in near if m.i > where.i]
    if after or near:
        return (after or near[::-1])[0].country
    countries = Counter(p.country for p in draft.parties() if p.country)
    return countries.most_common(1)[0][0] if len(countries) == 1 else None


def _of_sentences(draft: Draft, extracted: Extracted) -> tuple[Mention, str] | None:
    """The place nearest to the event's words in the sentences that tell it; a place struck needs no preposition."""
    first = draft.frames[0].sentence
    # «وأدان الاتحاد مقتل الصحفية ... في جنيف»: where it is spoken of again by a noun is another place.
    telling = [f for f in draft.frames if f.sentence == first or f.head.verb]
    for led in (True, False) if draft.type in PLACED else (True,):
        for frame in telling:
            if (m := _nearest(frame, extracted, led)) is not None:
                return m, "the place nearest to the event in its sentence"
    return None


def _of_occasion(draft: Draft, drafts: list[Draft], extracted: Extracted) -> tuple[Mention, str] | None:
    """«ووقع الوزيران في ختام اللقاء», «وعلى هامش القمة التقى»: where those who do it are said to meet."""
    if (draft.act not in ON_OCCASION and not _agreed(draft)) or draft.status != "happened":
        return None
    n, own = draft.sentences[0], draft.countries()
    words = extracted.detected.found[n].sentence.words
    cues = cues_of(extracted.detected.lexicon).refers["CONSULT"] | OCCASION_WORDS
    aside = on_sidelines(words)
    at = drafts.index(draft)
    with_it = [d for d in drafts[at + 1 :] if n in d.sentences]
    for other in (*with_it, *reversed(drafts[:at])):
        if other.where is None or other.type not in OCCASIONS or other.status == "planned" or nowhere(other, extracted):
            continue
        passed = other.where.name.split(" ")[0].removeprefix("ال") in PASSAGES
        if passed or n - other.sentences[0] > OCCASION_REACH or _other_day(draft, other):
            continue
        signed = draft.act == "signing" and other.sentences[0] <= 1
        same = signed or n in other.sentences or any(w in cues for w in words) or _same_day(draft, other)
        shared = aside or other.party_keys() & draft.party_keys() or (own and own <= other.countries())
        if same and shared:
            return other.where, "where the meeting it is told of was held"
    return None


def _of_visit_after(draft: Draft, drafts: list[Draft]) -> tuple[Mention, str] | None:
    """«وقّع معه ... وكان قد وصل إلى موسكو»: what a guest does with his hosts, of those days, is where he came to."""
    if draft.act not in ON_OCCASION or draft.status != "happened":
        return None
    own = draft.countries()
    for other in drafts[drafts.index(draft) + 1 :]:
        if other.act != "visit" or other.where is None or other.status == "planned" or not _within(draft, other):
            continue
        guest = other.party_keys() & draft.party_keys()
        if other.where.country in own and (guest or (draft.act == "signing" and own <= other.countries())):
            return other.where, "where the guest had come to"
    return None


def _of_deed_before(draft: Draft, drafts: list[Draft], extracted: Extracted) -> tuple[Mention, str] | None:
    """«وفرقتهم الشرطة بالغاز»: what follows among the same people, a sentence on at most, is where they were."""
    if draft.type not in PLACED or draft.status != "happened":
        return None
    n = draft.sentences[0]
    words = extracted.detected.found[n].sentence.words
    if _denounced(words, draft.frames[0]) or not SOMEWHERE.isdisjoint(words[draft.frames[0].head.j :]):
        return None
    for other in reversed(drafts[: drafts.index(draft)]):
        near = 0 <= n - max((s for s in other.sentences if s <= n), default=-9) <= 1
        placed = near and other.type in PLACED and not _other_day(draft, other)
        # «استعاد الجيش البلدة بعد معارك مع المتمردين»
        taken = other.act == "seizure-of-control" and n in other.sentences and draft.act == "clash"
        fight = (draft.type == "ASSAULT" and other.type in ("ASSAULT", "PROTEST")) or taken
        if placed and other.where is not None and (fight or other.party_keys() & draft.party_keys()):
            return other.where, "where those it befell were in what was told before"
    return None


def _agreed(draft: Draft) -> bool:
    """A truce that two sides agree on."""
    return draft.type == "CONCEDE" and len(draft.actors) > 1


def _same_day(a: Draft, b: Draft) -> bool:
    """Whether two events are known to be of one day."""
    x, y = ((d.when.timex.first, d.when.timex.last) if d.when is not None else None for d in (a, b))
    return x is not None and x == y and x[0] == x[1]


def _within(a: Draft, b: Draft) -> bool:
    """Whether an event may be of the days of another: those are not told, or hold its day."""
    if a.when is None or b.when is None or not (day := a.when.timex.first):
        return b.when is None
    return (b.when.timex.first or "9") <= day <= (b.when.timex.last or "")


def _other_day(a: Draft, b: Draft) -> bool:
    """Whether two events are of different days."""
    x, y = (d.when.timex.first if d.when is not None else None for d in (a, b))
    return x is not None and y is not None and x != y


def _nearest(frame: Frame, extracted: Extracted, led: bool) -> Mention | None:
    found = extracted.detected.found[frame.sentence]
    clause = Clause(found, [], extracted.detected.lexicon)
    at = frame.head.i
    others = [f.head.i for f in extracted.frames if f.sentence == frame.sentence and f.head.i != at]
    best: tuple[int, Mention] | None = None
    for m in found.mentions:
        hit = m in frame.recipients and (frame.trigger.type == "ASSAULT" or frame.trigger.act == "visit")
        fits = (hit or locative(clause, m)) if led else _struck(frame, m)
        if m.kind not in ("place", "state") or m.adjective or not fits or of_topic(clause, frame.head, m):
            continue
        house = m.rule == "building" and frame.trigger.act == "visit"
        if _told_apart(clause, frame, m):
            continue
        if house or too_wide(m, extracted, frame.trigger.type in PLACED) or _of_plan(m, frame, extracted):
            continue
        low, high = min(at, m.i), max(at, m.i)
        cost = high - low + OTHER_EVENT * sum(low < o < high for o in others) + (BEFORE if m.i < at else 0)
        if cost <= FARTHEST and (best is None or cost < best[0]):
            best = cost, m
    return _first_of_run(innermost(clause, best[1]), found) if best else None


def _told_apart(clause: Clause, frame: Frame, m: Mention) -> bool:
    """Whether a place is another clause's: where something was said, where it was reported from, what is added.

    «قال، خلال اجتماع في جنيف، إن الحرب», «قال مراسل الجزيرة في بكين إن», «وفي أوكرانيا، قال الرئيس إنه بحث مع نظيره»,
    «قصفت مدنا عدة، مشيرة إلى إجلاء المصابين من ماريوبول», «انتهاك لاتفاقية جنيف».
    """
    words, at, t = clause.words, frame.head.i, frame.trigger.type
    between = words[min(at, m.i) : max(at, m.i)]
    if bound(clause, m) or not MEANWHILE.isdisjoint((*between, *(f"{a} {b}" for a, b in pairwise(between)))):
        return True
    if m.i < at and (_relative(clause, frame) or _denounced(clause.words, frame)):
        return True
    if m.i > at:
        added = not clause.lexicon.grammar["adding_words"].isdisjoint(words[at : m.i])
        return added or (t == "CONSULT" and "ان" in words[at : m.i]) or foreseen(clause.found, clause.lexicon, at, m.i)
    if t == "ASSAULT" and clause.inserted(m.i):
        return True
    reported = not CORRESPONDENTS.isdisjoint(words[max(0, m.i - REPORTED) : m.i])
    return reported or (t == "CONSULT" and not CONTENT.isdisjoint(words[m.j : at]))


def _relative(clause: Clause, frame: Frame) -> bool:
    """«وقفة في أكرا للإفراج عن المحامي الذي اعتقلته», «عن صحفي اعتقلته»: what the clause tells was elsewhere."""
    head, before = frame.head, clause.words[frame.head.i - 1] if frame.head.i else ""
    described = before in clause.relatives or (bool(head.pronoun) and before.isalpha() and not before.startswith("ال"))
    return head.verb and not head.conj and described and frame.where is None


def _denounced(words: list[str], frame: Frame) -> bool:
    """«تظاهروا في صنعاء تنديدا بالغارات على غزة»: what is marched against was elsewhere."""
    before = words[max(0, frame.head.i - 2) : frame.head.i]
    return not frame.head.verb and any(stem in word for word in before for stem in DENOUNCING)


def _first_of_run(m: Mention, found: Found) -> Mention:
    """«دهمت منازل في برلين وهامبورغ، واعتقلت»: of places named together the first."""
    before = next((x for x in found.mentions if x.j == m.i and x.kind == m.kind), None) if m.conj == "و" else None
    return m if before is None else _first_of_run(before, found)


def _of_plan(m: Mention, frame: Frame, extracted: Extracted) -> bool:
    """«ستجتمع اللجنة بلوساكا، كما وقّعا خارطة طريق»: where what is planned is to be is not where they signed."""
    if frame.trigger.type in PLACED:
        return False
    others = (f for f in extracted.frames if f.sentence == frame.sentence and f.where is m)
    return any((f.status in UNREALISED) != (frame.status in UNREALISED) for f in others)


def _struck(frame: Frame, m: Mention) -> bool:
    """«هجوم على إسرائيل», «قصف بلدة الخضر»: what is attacked is where it happens."""
    return m.i >= frame.head.j and (m.kind == "place" or m in frame.recipients)
