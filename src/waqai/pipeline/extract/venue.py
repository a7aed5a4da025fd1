"""Places that other words than «في» before the event's own place tell: who hosts it, «حيث», where it was said."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.setting import CONTENT, bound, locative
from waqai.text.fold import fold_word

PLACES = ("place", "state")
HARMS = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"])
# How far a relative clause stands from what it is of («المؤتمر الدولي لدعم السودان الذي تستضيفه جنيف»).
HOSTED_REACH = 12
HOST_NAMED = 2
WHERE_REACH = 7
FRONT = 6
RESUMED = 5
BEFORE_MANY, OPENED = 7, 9
BACK = frozenset(["عليها", "عليه", "عليهما", "فيها", "فيه", "فيهما", "منها", "منه", "لها"])
BACK_REACH, SUFFERING_REACH = 4, 4
# «توجه إلى عدن لإجراء محادثات»
PURPOSE_REACH = 6
LEAVING, LEFT, LEFT_REACH, GOAL_REACH = frozenset(["CONCEDE", "RETREAT", "AID"]), ("سحب", "سحاب", "اجلا", "اجلت"), 3, 9
# «غادر صنعاء بعد محادثات»
PARTED_REACH = 4
PARTED, AFTER = ("غادر", "مغادره", "مغادرته"), frozenset(["بعد", "عقب", "اثر", "ختام"])
ASKING = ("طلب", "حذر", "خوف")
CARRYING = frozenset(["لاجراء", "لعقد", "لبحث", "لمناقشه", "لحضور"])


def venue(clause: Clause, head: Head, t: Trigger, subjects: tuple[Mention, ...]) -> Mention | None:
    """Where an event was whose own phrase names no place.

    Args:
        clause: the sentence.
        head: the event's verb or noun.
        t: its entry.
        subjects: who does it.
    """
    met = t.type in ("CONSULT", "AGREE") and (_hosted(clause, head, subjects) or _gone_to(clause, head))
    if t.type == "AID" and (goal := _led_by("الي", clause, head) or _led_by("عبر", clause, head)):
        return goal
    told = clause.words[head.i : head.j + LEFT_REACH]
    if t.type in LEAVING and any(stem in w for w in told for stem in LEFT) and (left := _led_by("من", clause, head)):
        return left
    harmed = suffering(clause, head) or _spoken_of(clause, head) if t.type in HARMS else None
    return met or _there(clause, head) or harmed


def _led_by(prep: str, clause: Clause, head: Head) -> Mention | None:
    """«إيصال مساعدات إلى بيدوا», «سحب قواتها من غيدو»: the place that a deed goes to or leaves."""
    stop = next((h.i for h in clause.heads if h.verb and h.i > head.i), len(clause.words))
    kinds = PLACES if prep == "من" else ("place",)
    for m in clause.found.mentions:
        if head.j <= m.i < min(stop, head.j + GOAL_REACH) and not m.adjective:
            near, inside = clause.words[m.i - 1], clause.words[m.i - 2]  # «إلى مستشفيات يريفان»
            if (near == prep and m.kind in kinds) or (inside == prep and (m.kind in kinds or m.rule == "seat")):
                return m
    return None


def struck(
    clause: Clause, t: Trigger, of: dict[str, tuple[Mention, ...]], doers: tuple[Mention, ...]
) -> Mention | None:
    """What is attacked, taken or closed is where it happens: «قصفت مدينة خاركيف», «حطموا واجهة السفارة».

    Args:
        clause: the sentence.
        t: the event's entry.
        of: its arguments by slot.
        doers: who does it.
    """
    if t.type not in HARMS:
        return None
    hit = [m for name in ("obj", "recv", "علي") for m in of.get(name, ()) if not bound(clause, m)]
    if of.keys() & {"subj", "adj"}:
        # «الغزو الروسي لأوكرانيا»: where a doer is told, ل leads to what is struck.
        hit.extend(m for m in of.get("ل", ()) if m.prep == "ل")
    place = next((m for m in hit if m.kind == "place"), None)
    if place is None and t.type == "ASSAULT":
        # «شنت حربا على أوكرانيا بعد مناورات في شرق آسيا»
        place = next((m for m in hit if m.kind == "state" and not m.adjective and m not in doers), None)
    if place is None:
        # «استرداد القصر الجمهوري»
        place = next((m for m in hit if is_house(clause, m)), None)
    site = next((m for m in hit if m.kind in ("group", "org", "thing") and _site(clause, m)), None)
    return replace(site, kind="place", country=None, rule="building") if place is None and site is not None else place


def _site(clause: Clause, m: Mention) -> bool:
    """«السفارة الإيطالية», «المستشفى الفرنسي»: a house that lies elsewhere than what its adjective says."""
    word, grammar = clause.words[m.i], clause.lexicon.grammar
    house = word in grammar["mission_nouns"] or (word.startswith("ال") and word[2:] in grammar["site"])
    return house and m.j > m.i + 1


def is_house(clause: Clause, m: Mention) -> bool:
    """«قصر بعبدا»: a palace that stands for its state is a place where it hosts."""
    return m.rule == "seat" and clause.words[m.i].removeprefix(m.conj) in clause.lexicon.grammar["site"]


def receives(lexicon: Lexicon, m: Mention) -> bool:
    """«القصر الرئاسي», «قصر قرطاج»: a house where a state receives its guests."""
    first = fold_word(m.name.split(" ")[0]).removeprefix("ال")
    return m.rule == "building" or f"ال{first}" in lexicon.grammar["palace_nouns"]


def said_at(clause: Clause, head: Head, t: Trigger) -> Mention | None:
    """Where something was said, not what it is about.

    «وفي الخرطوم، أعلنت», «دعا، في كلمة ألقاها في نواكشوط، إلى», «وذلك في القصر»; a call is nowhere.
    """
    if t.type == "CONSULT":
        return None
    words, skip = clause.words, clause.found.sentence.skip
    first = next((h for h in clause.heads if h.trigger is not None), None)
    for m in clause.found.mentions:
        if m.kind in PLACES and _spoken_from(clause, head, t, m):
            return m
        if m.kind not in PLACES or not locative(clause, m):
            continue
        if m.i <= skip + FRONT and m.j < head.i and words[m.j] == "،" and first is head:
            return m
        if "وذلك" in words[max(head.i, m.i - RESUMED) : m.i]:
            return m
        if _before_many(clause, m, head) or _in_insertion(clause, head, m) or _at_court(clause, head, m):
            return m
    return None


def _spoken_from(clause: Clause, head: Head, t: Trigger, m: Mention) -> bool:
    """«هدد الوزير الكيني من أكرا بقطع»: behind who speaks, «من» and a town; «طلب من كييف» asks her."""
    asks = any(stem in clause.words[head.i] for stem in ASKING)
    town = m.kind == "place" or m.rule == "seat"
    who = next((o for o in clause.found.mentions if o.j == m.i - 1 and o.i >= head.j), None)
    spoke = (
        head.verb
        and t.type != "SANCTION"
        and not _between(clause, head.j, m.i)
        and who is not None
        and who.kind in ("person", "role")
    )
    return spoke and town and not asks and clause.words[m.i - 1] == "من"


def _in_insertion(clause: Clause, head: Head, m: Mention) -> bool:
    """«دعا الوزير، خلال استقباله في أكرا نظيره، إلى»: what is inserted tells where, unless of another deed."""
    if m.i < head.i:
        # «قرروا، خلال قمة في أبوجا، فرض عقوبات»
        ahead = head.i - m.j <= 1 and clause.words[head.i - 1] == "،"
        opening = next((n for n in range(m.i, max(0, m.i - OPENED), -1) if clause.words[n] == "،"), -1)
        return ahead and opening > 0 and clause.words[opening + 1] in clause.lexicon.grammar["circumstantial"]
    opened = next((k for k in range(m.i, head.i, -1) if clause.words[k] == "،"), 0)
    others = (h.trigger for h in _between(clause, head.j, m.i) if h.trigger is not None)
    return bool(opened and clause.inserted(m.i)) and all(t.type == "CONSULT" for t in others)


def _before_many(clause: Clause, m: Mention, head: Head) -> bool:
    """«قال أمام حشد من أنصاره في كيسومو إنه لن يشارك»: where a speech was held that the words are from."""
    words = clause.words
    told = words[m.j + (words[m.j] == "،") :][:1] if m.j < head.i else []
    return bool(told) and told[0] in CONTENT and "امام" in words[max(0, m.i - BEFORE_MANY) : m.i]


def _at_court(clause: Clause, head: Head, m: Mention) -> bool:
    """«رفعت دعوى على أوغندا أمام محكمة العدل الدولية في لاهاي»."""
    body = next((o for o in clause.found.mentions if o.j == m.i - (not m.prep) and o.kind in ("org", "group")), None)
    return body is not None and body.i > head.i and clause.words[body.i - 1] == "امام"


def _between(clause: Clause, start: int, stop: int) -> list[Head]:
    return [h for h in clause.heads if start <= h.i < stop]


def _hosted(clause: Clause, head: Head, subjects: tuple[Mention, ...]) -> Mention | None:
    """«المؤتمر الذي تستضيفه باريس», «عرضت النرويج استضافة محادثات», «استقبلت موريتانيا مبعوثا»: the host is where."""
    grammar = clause.lexicon.grammar
    if (town := _town_hosts(clause, head)) is not None:
        return town
    for k in range(head.i, min(len(clause.words), head.j + HOSTED_REACH)):
        host = clause.head_at.get(k)
        if host is not None and host.verb and host.light is not None and host.light.role == "host" and host.pronoun:
            named = (m for m in clause.found.mentions if host.j <= m.i < host.j + HOST_NAMED)
            return next((m for m in named if m.kind in PLACES), None)
        if host is not None and host.verb and k > head.i:
            break
    told = [clause.words[head.i].lstrip("وسف"), *clause.words[max(0, head.i - 1) : head.j + HOST_NAMED]]
    hosting = grammar["receiving_words"].intersection(told)
    return next((m for m in subjects if m.kind == "state"), None) if hosting else None


def _town_hosts(clause: Clause, head: Head) -> Mention | None:
    """«مدينة العقبة تستضيف غدا قمة», «وكانت العاصمة بيشكيك احتضنت قمة»: a town in front of its verb."""
    verb = next((h for h in reversed(clause.heads) if h.verb and h.i < head.i), None)
    if head.verb or verb is None or verb.light is None or verb.light.role not in ("host", "place"):
        return None
    end = verb.i - (clause.words[verb.i - 1] == "قد")
    return next((m for m in clause.found.mentions if m.j == end and m.kind in PLACES and not m.prep), None)


def _gone_to(clause: Clause, head: Head) -> Mention | None:
    """«يتوجه المبعوث إلى عدن لإجراء محادثات», «غادر عدن بعد محادثات»: what one goes for, or leaves after, is there."""
    words = clause.words
    # «غادر عدن بعد يومين من المحادثات»
    back = 4 if words[head.i - 1] == "من" else 2
    if not head.verb and not AFTER.isdisjoint(words[max(0, head.i - back) : head.i]):
        left = (m for m in clause.found.mentions if m.kind in PLACES and head.i - PURPOSE_REACH <= m.i < head.i)
        return next((m for m in left if any(w.endswith(PARTED) for w in words[max(0, m.i - PARTED_REACH) : m.i])), None)
    purpose = next((k for k in (head.i - 1, head.i - 2) if k > 0 and words[k] in CARRYING), None)
    if head.verb or purpose is None:
        return None
    before = [m for m in clause.found.mentions if purpose - PURPOSE_REACH <= m.j <= purpose and m.kind in PLACES]
    return next((m for m in reversed(before) if m.i > 0 and words[m.i - 1] == "الي"), None)


def _spoken_of(clause: Clause, head: Head) -> Mention | None:
    """«مدينة خيرسون التي سيطرت عليها», «دونيتسك، التي قصفتها»: the clause tells what befell the place before it."""
    k = head.i - 1
    if not head.verb or k < 1 or clause.words[k] not in clause.relatives:
        return None
    end = k - 1 if clause.words[k - 1] == "،" else k
    place = next((m for m in clause.found.mentions if m.j == end and m.kind == "place"), None)
    while (
        place is not None and place.conj and (first := next((m for m in clause.found.mentions if m.j == place.i), None))
    ):
        # «مقاطعتي خيرسون وزاباروجيا، اللتين»: of those named together the first
        place = first if first.kind == "place" else None
    back = bool(head.pronoun) or not BACK.isdisjoint(clause.words[head.j : head.j + BACK_REACH])
    return place if back else None


def suffering(clause: Clause, head: Head) -> Mention | None:
    """«هجمات تعرضت لها مدينة بورتسودان», «كانوا في غوما بعد أن استولوا عليها»: a town that suffers what is told.

    Args:
        clause: the sentence.
        head: a deed that harms.
    """
    words = clause.words
    if not head.verb:
        k = next((k for k in range(head.j, min(len(words) - 1, head.j + SUFFERING_REACH)) if "تعرض" in words[k]), 0)
        led = k and words[k + 1] in BACK
        return next((m for m in clause.found.mentions if led and m.i in (k + 2, k + 3) and m.kind in PLACES), None)
    if words[head.j : head.j + 1] != ["عليها"] or words[head.i - 1] in clause.relatives:
        return None
    towns = (m for m in reversed(clause.found.mentions) if m.j <= head.i and m.kind == "place" and not m.adjective)
    return next(towns, None)


def _there(clause: Clause, head: Head) -> Mention | None:
    """«توجه إلى طوكيو، حيث التقى ...»: what «حيث» tells of was in the place before it."""
    words = clause.words
    k = next((k for k in range(head.i - 1, max(0, head.i - WHERE_REACH), -1) if words[k] == "حيث"), None)
    if k is None or any(h.verb and h.conj and k < h.i < head.i for h in clause.heads):
        return None
    end = k - 1 if words[k - 1] == "،" else k
    return next((m for m in clause.found.mentions if m.j == end and m.kind in PLACES and not m.adjective), None)
