"""Where an office is held: «في وزارة الخارجية», «في بيروت», «محافظة حلب», and words up to the rank before a name."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.heads import DIPLOMATS, Title
from waqai.pipeline.detect.phrases import country_of
from waqai.pipeline.detect.scan import Scan

REACH = 9
BRACKETED = 4
FOR_WHOM = 6
# What the chair of part of an army or a parliament is.
CHAIRS: dict[tuple[str, str], tuple[str, ...]] = {
    ("MIL", "authority-chair"): ("military-commander",),
    ("LEG", "committee-chair"): ("parliamentary-committee-chair",),
}
PLAIN_HONOURS = frozenset(("rank", "academic"))
BEFORE_NAMES = frozenset(("السفير", "السفيره", "السيد", "السيده", "الشيخ", "النايب"))
FINITE = ("verb", "light", "report", "general", "office", "minister", "counterpart", "attribution", "official")
# What a word that opens a name may not be.
OTHERS = ("place", "state", "nisba", "office", "group", "verb")
# How what goes on the name of a place ends («السفلى», «الشمالية»); «المنظمات», «السلطات» do not.
ADJECTIVAL = ("ي", "ا", "ه", "وسط", "كبر")
# How far behind a title its goal stands: «المبعوث إلى اليمن هانس غروندبرغ إلى عدن».
GOAL_REACH = 7


def inside(s: Scan, t: Title, k: int) -> Title | None:
    """«رئيس مجلس السيادة في السودان», «وزير الدولة في وزارة الخارجية», «القائم بالأعمال في السفارة الإسرائيلية»."""
    m = s.best(k, "ministry") or s.best(k, "state", "org", "group")
    if m and s.word(k)[len(m.prep) :] in s.lexicon.grammar["settlement"]:
        return None
    if m and not m.conj and m.prep in ("", "ب"):
        if m.kind == "state" and t.number == "p" and t.body is not None:
            return None  # «قمة لقادة مجموعة السبع في كندا»: where they are
        if m.kind == "state":
            return replace(t, k=m.j, **({"host": str(m.ref)} if t.sector == "IGO" else {"country": str(m.ref)}))
        if m.kind == "org":
            row = s.lexicon.tables.organisations[int(m.ref)]
            chairs = t.offices == ("committee-chair",) and row.sector == "LEG"
            offices = ("parliamentary-committee-chair",) if chairs else t.offices
            return replace(t, k=m.j, body=row.id, country=row.country, offices=offices)
        portfolio = s.best(m.j, "portfolio") if m.kind == "ministry" else None
        end = portfolio.j if portfolio else m.j
        sector = _sector(t, m)
        offices = CHAIRS.get((str(m.ref) if m.kind == "group" else "", t.offices[0]), t.offices)
        return replace(t, k=end, body=t.body or s.phrase(k, end, len(m.prep)), sector=sector, offices=offices)
    if t.offices[0] in DIPLOMATS and s.article(k):
        for j in (k + 1, k + 2):
            nisba = s.best(j, "nisba")
            if nisba and nisba.article:
                return replace(t, k=nisba.j, country=str(nisba.ref))
    return None


def sits(s: Scan, t: Title, k: int) -> bool:
    """«النائبة بمجلس النواب الأميركي رشيدة حسن»: a body with ب belongs to a bare title when the name comes after it."""
    within = inside(s, replace(t, bare=False), k)
    if within is None:
        return False
    nisba = s.best(within.k, "nisba")
    after = nisba.j if nisba and nisba.article else within.k
    return s.word(after) in s.lexicon.names and s.name_end(after) > after + 1


def _sector(t: Title, m: Match) -> str | None:
    """«رئيس هيئة التدريب بالجيش» is of the army."""
    return str(m.ref) if m.kind == "group" and t.sector == "GOV" and m.ref in ("MIL", "COP", "SPY") else t.sector


def posted(s: Scan, t: Title, k: int) -> Title | None:
    """«السفيرة البريطانية في بيروت جوديث هارغريف»: the post belongs to the title when the name comes after it."""
    end, country = _place_end(s, k)
    if end == k:
        return None
    after = s.after_honorifics(end)
    if s.name_end(after) == after:
        return None
    if t.offices[0] in DIPLOMATS:
        return replace(t, k=end, host=country)
    if after == end and s.word(after) not in s.lexicon.names:
        return None
    if t.sector == "IGO":
        return replace(t, k=end, host=country)
    return replace(t, k=end, country=t.country or (None if t.pronoun else country))


def _place_end(s: Scan, k: int) -> tuple[int, str | None]:
    """The end of «محافظة حلب», «إقليم شبيلي السفلى», «بيروت», and the state it is in."""
    word = s.word(k)
    kinds = s.lexicon.grammar["settlement"]
    kind = word in kinds or (word[:1] == "ب" and word[1:] in kinds)
    j = k + kind
    m = s.best(j, "state", "seat", "place") or (s.best(k, "place") if kind else None)
    if m and not m.conj and (not m.prep or (m.prep == "ب" and not kind)):
        j, country = m.j, country_of(s, m)
    elif kind and s.word(j).isalpha() and not s.matches[j] and s.word(j) not in s.names.stop:
        j, country = j + 1, None
    else:
        return k, None
    while kind and (s.word(j).endswith(ADJECTIVAL) if s.article(j) else s.word(j)[:1] == "و") and not _named(s, j):
        j += 1
    return j, country


def _named(s: Scan, k: int) -> bool:
    """Whether word `k` opens something else than the rest of a place's name («السفلى», «وبلوجستان»)."""
    word = s.word(k)
    joined = word[0] == "و" and not word.startswith("وال")
    if joined and (s.matches[k] and not s.best(k, "place")):
        return True
    return word in s.lexicon.names or s.best(k, *FINITE, "honorific", "nisba", "group") is not None


def settled(s: Scan, t: Title) -> Title | None:
    """«نائب محافظ إقليم شبيلي السفلى عبدي نور»: the place that a local office is of."""
    end, country = _place_end(s, t.k)
    return replace(t, k=end, country=t.country or country, construct=False) if end > t.k else None


def belonging(s: Scan, t: Title, k: int) -> Title | None:
    """«رئيس لجنة شؤون الأسرى التابعة لجماعة أنصار الله»."""
    m = s.best(k + 1, "ministry") or s.best(k + 1, "org", "group", "state", "seat")
    if m is None or m.prep != "ل":
        return None
    portfolio = s.best(m.j, "portfolio") if m.kind == "ministry" else None
    end = portfolio.j if portfolio else m.j
    country = country_of(s, m) if m.kind in ("org", "state", "seat") else None
    return replace(t, k=end, country=t.country or country, body=t.body or s.phrase(m.i, end, 1), bare=False)


def in_brackets(s: Scan, t: Title, k: int) -> Title | None:
    """«بعثة الاتحاد الأفريقي (أتميس) الجنرال سيبي نديغيا»: a short form in brackets between title and name."""
    close = next((j for j in range(k + 2, min(k + BRACKETED, s.size)) if s.word(j) == ")"), None)
    if close is None or t.bare:
        return None
    after = s.after_honorifics(close + 1)
    return replace(t, k=close + 1) if s.name_end(after) > after else None


def up_to_rank(s: Scan, t: Title) -> Title | None:
    """«قائد محور أبين اللواء مسعود الحالمي»: a rank with a name closes a title whatever it says before."""
    if t.bare and t.definite:
        return None
    for k in range(t.k, min(t.k + REACH, s.size)):
        rank = s.best(k, "honorific")
        plain = rank and (rank.info in PLAIN_HONOURS or s.word(k) in BEFORE_NAMES)
        if rank and plain and k > t.k and s.article(k) and not rank.conj and not rank.prep:
            after = s.after_honorifics(k)
            return (
                replace(t, k=k, country=t.country or _named_between(s, t.k, k)) if s.name_end(after) > after else None
            )
        if not _passable(s, k):
            return None
    return None


def _passable(s: Scan, k: int) -> bool:
    """Whether word `k` may stand in the long name of a post: no verb, no new office, no preposition."""
    word = s.word(k)
    if word in "()":
        return True
    if not word.isalpha() or k in s.times or word in s.names.stop:
        return False
    if s.best(k, "place", "state", "org"):
        return True
    return not any(m.kind in FINITE and not (m.article and m.kind in FINITE[:4]) for m in s.matches[k])


def affairs(s: Scan, t: Title) -> Title | None:
    """«نائب وزير الخارجية للشؤون السياسية», «لشؤون منع الانتشار»: what a deputy or envoy is charged with."""
    if not s.section(t.k, "affairs_words"):
        return None
    k = t.k + 1
    if s.word(t.k).startswith("لل") is False and s.word(k) in s.lexicon.common and not s.article(k):
        k += 1
    while k < min(t.k + REACH, s.size) and k not in s.times:
        word = s.word(k)
        m = s.best(k, "place", "state", "org", "nisba", "portfolio")
        if m and not m.prep:
            k = m.j
        elif (s.article(k) or word.startswith("وال")) and word not in s.lexicon.names and not s.best(k, "honorific"):
            k += 1
        else:
            break
    return replace(t, k=k)


def for_whom(s: Scan, t: Title, k: int) -> Title | None:
    """«النائب في البرلمان عن كتلة صادقون حسن سالم»: whom a member sits for, before his name."""
    for j in range(k + 2, min(k + FOR_WHOM, s.size)):
        if s.word(j) in s.lexicon.names and s.name_end(j) - j > 1 and not s.best(j, "place", "group"):
            return replace(t, k=j)
    return None


def genitive(s: Scan, t: Title) -> Title | None:
    """«قائد الهجوم أبو كرار», «رئيس أركان العدو إيال زامير»: a noun no list knows, before a name."""
    k = t.k
    plain = t.construct and not (t.body or t.country) and s.article(k) and s.word(k) in s.lexicon.common
    if not plain or s.name_end(k) > k:
        return None
    after = s.after_honorifics(k + 1)
    named = s.name_end(after) - after > 1 and (s.word(after) in s.lexicon.names or s.section(after, "name_glue"))
    return replace(t, k=k + 1, construct=False) if named or s.best(k + 1, "official") else None


def _named_between(s: Scan, i: int, j: int) -> str | None:
    """The state that a demonym between two words names."""
    found = (s.best(k, "nisba", "state") for k in range(i, j))
    return next((str(m.ref) for m in found if m), None)


def up_to_name(s: Scan, t: Title) -> Title | None:
    """«رئيس خلية الإعلام الأمني هادي العامري», «المقررة المعنية بحقوق الإنسان»: words no list holds, before a name."""
    whole = t.minister or t.number != "s" or (t.bare and t.definite and not t.body)
    own = t.construct and s.section(t.k - 1, "named_bodies") and s.word(t.k).isalpha()
    if whole or s.name_end(t.k) > t.k + own or not (own or _goes_on(s, t.k)):
        return None
    for k in range(t.k + 1, min(t.k + REACH, s.size)):
        word = s.word(k)
        if word in s.lexicon.names and not s.article(k) and not s.best(k, *OTHERS):
            listed = sum(w in s.lexicon.names for w in s.words[k : s.name_end(k)])
            if s.best(k, "official") or (listed > 1 and word not in s.lexicon.common):
                country = t.country or (None if t.sector == "IGO" else _named_between(s, t.k, k))
                return replace(t, k=k, country=country, construct=False)
        further = _goes_on(s, k) or (word == "في" and s.article(k + 1)) or (own and word in s.lexicon.common)
        if not further or s.best(k, *FINITE[:3]):
            return None
    return None


def _goes_on(s: Scan, k: int) -> bool:
    """Whether word `k` may go on the name of a body: with ال, alone or joined («الفتح», «ومساواة», «للحوار»)."""
    word = s.word(k)
    if not word.isalpha() or k in s.times or s.best(k, "office", "minister", "official", "honorific", "report"):
        return False
    joined = word.startswith(("وال", "لل", "بال")) or (word[:1] in "وب" and word[1:] in s.lexicon.common)
    return s.article(k) or joined


def sets_out(s: Scan, t: Title, after: int) -> bool:
    """«توجه المبعوث الأممي إلى عدن»: where he goes, unless that is told after it («المبعوث إلى اليمن إلى عدن»)."""
    goes = s.word(t.k) == "الي" and any(
        s.word(k).lstrip("و") in s.lexicon.grammar["going_verbs"] for k in (t.i - 1, t.i - 2)
    )
    return goes and "الي" not in s.words[after : after + GOAL_REACH]
