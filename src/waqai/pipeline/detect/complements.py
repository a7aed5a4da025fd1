"""What a title says between its head and the name: demonym, state, body, host, further offices."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.further import adjacent_office, joined_office
from waqai.pipeline.detect.heads import ARMED, DIPLOMATS, FREE, MAX_COMPLEMENTS, PREFIXES, SENT, Title, head_of, office
from waqai.pipeline.detect.phrases import country_of
from waqai.pipeline.detect.posts import (
    affairs,
    belonging,
    for_whom,
    genitive,
    in_brackets,
    inside,
    posted,
    sets_out,
    settled,
    sits,
    up_to_name,
    up_to_rank,
)
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.wording import (
    beside,
    described,
    dual_demonym,
    free_words,
    full,
    more_portfolio,
    named_site,
    of_many_states,
)

COMPLEMENTS = (
    "nisba",
    "state",
    "seat",
    "org",
    "modifier",
    "office",
    "minister",
    "ministry",
    "portfolio",
    "group",
    "place",
)
# Offices that speak for a seat of government: «المتحدث باسم الكرملين».
VOICES = frozenset(("spokesperson", "adviser", "director", "civil-chief-of-staff"))
LOCAL = frozenset(
    (
        "regional-president",
        "governor",
        "entity-president",
        "deputy-governor",
        "mayor",
        "police-chief",
        "crown-prince",
        "ruler-of-emirate",
    )
)
# Heads of a transition hold their office: «الرئيس الانتقالي».
UNSETTLED = frozenset(("الانتقالي", "الانتقاليه"))
# «الأمين العام المساعد».
ASSISTED = frozenset(("secretary-general", "director-general", "general-director", "commissioner"))
# «رئيس الوزراء المكلف» does not hold the office yet; «وزير الخارجية المكلف» fills it for now.
FORMS_CABINET = frozenset(("head-of-government", "head-of-state"))
CHARGED = frozenset(("المكلف", "المكلفه"))
# «سفير الدولة لدى تشاد» is of the state the report is written in, «سفير بلاده» of the state named last.
HOME = {"الدوله": "نا", "المملكه": "نا", "السلطنه": "نا", "البلاد": "نا", "بلاده": "ه", "بلادها": "ها"}
# «مبعوث الرئيس الفرنسي إلى لبنان».
RULERS = frozenset(("head-of-state", "head-of-government", "crown-prince", "supreme-leader"))
PARTIES = ("حزب", "حرك", "تيار")
MOVEMENTS = ("حركه", "جماعه", "تنظيم")
COMMITTEE = ("LEG", "committee-chair")
# What the head of a body of this kind is; «رئيس» of any other is its chair.
HEADS_OF = {"مفوضي": "commission-chair", "لجن": "committee-chair", "حزب": "party-leader", "حرك": "party-leader"}


def complements(s: Scan, t: Title) -> Title:
    """Everything between the head and the name: demonym, state, body, host, further offices."""
    for _ in range(MAX_COMPLEMENTS):
        after = _complement(s, t)
        if after is None:
            break
        t = after
    return t


def _complement(s: Scan, t: Title) -> Title | None:
    k = t.k
    if held := _holding(s, t) or of_many_states(s, t):
        return held
    if s.section(k, "title_adjectives"):
        return replace(t, k=k + 1 if s.word(k + 1) not in ("به", "بها") else k + 2 + s.section(k + 2, "recognised_by"))
    if t.vague and s.article(k):
        # «اتهم مسؤول ليبي المرشحين»: behind a demonym without ال nothing with ال belongs to the title.
        return None
    m = s.best(k, *COMPLEMENTS)
    if m is None or m.conj:
        return _worded_complement(s, t) or joined_office(s, t, m, complements) or _loose(s, t)
    if m.kind == "state" and t.bare and t.definite and (demonym := s.best(k, "nisba")) and demonym.article:
        m = demonym
    if m.kind == "nisba":
        return _demonym(s, t, m)
    return _owned(s, t, m) or _further(s, t, m) or _worded_complement(s, t) or _loose(s, t)


def _loose(s: Scan, t: Title) -> Title | None:
    """Words that no list holds, when what follows shows that they belong to the title."""
    return affairs(s, t) or genitive(s, t) or up_to_rank(s, t) or up_to_name(s, t) or described(s, t)


def _owned(s: Scan, t: Title, m: Match) -> Title | None:
    """The state, body or place an office is of."""
    k = t.k
    owned = not (t.body and not m.prep and s.article(k - 1))  # «طالب الناطق باسم الوزارة إسرائيل»
    if m.kind == "state" and m.prep in ("", "ل") and owned:
        sent = m.prep == "ل" and t.offices[0] in DIPLOMATS  # «السفير الجديد لجمهورية التشيك»
        if t.country is None and (sent or not (t.bare and t.definite)):
            return replace(t, k=m.j, country=str(m.ref))
        return replace(t, k=m.j, host=str(m.ref)) if m.prep == "ل" and t.offices[0] in DIPLOMATS else None
    named = m.kind == "group" and s.word(k) in s.lexicon.names and s.name_end(k) > k + 1
    over = full(s, t, m, t.offices[0] in LOCAL)
    if m.kind in ("org", "ministry", "group") and m.prep in ("", "ل") and not named and not over:
        return _body(s, t, (s.best(k, "ministry") if m.j == k + 1 else None) or m)
    if t.offices[0] in LOCAL and t.construct and t.country is None:
        if s.section(k, "settlement") and (place := settled(s, t)):
            return place
        if (local := s.best(k, "place")) and not local.prep:
            country = s.lexicon.tables.places[int(local.ref)].country
            return replace(t, k=local.j, country=country, construct=False)
    if m.kind == "place" and t.number == "p" and not (t.country or t.body or m.prep) and s.word(k) == "دول":
        # «وزراء خارجية دول البلطيق»
        return replace(t, k=m.j, body=s.phrase(k, m.j), sector="IGO")
    if m.kind in ("place", "seat") and t.construct and not t.country and t.sector in ARMED and not m.prep:
        return replace(t, k=m.j, country=country_of(s, m)) if s.word(k) not in s.lexicon.names else None
    # «دعت متحدثة باسم المفوضية الأوروبية كراكاس»
    if m.kind == "seat" and not (m.prep or t.country or t.sector == "IGO") and t.construct and t.offices[0] in VOICES:
        return replace(t, k=m.j, country=str(m.ref))
    if m.prep != "ب":
        return None
    if post := posted(s, t, k):
        return post
    return inside(s, t, k) if s.best(k, "ministry", "group", "org") and (not t.bare or sits(s, t, k)) else None


def _further(s: Scan, t: Title, m: Match) -> Title | None:
    """The office it is held for, another office of the same person, a portfolio spoken for."""
    if m.kind == "office" and m.prep == "ل" and t.offices[0] in SENT and (of := office(s, m)):
        sector = "IGO" if of.sector == "IGO" else t.sector
        return replace(t, k=of.k, country=t.country or of.country, body=t.body or of.body, sector=sector, bare=False)
    if m.kind == "office" and not m.prep and t.bare and t.construct and t.offices[0] in SENT:
        ruler = office(s, m)
        if ruler and ruler.offices[0] in RULERS and ruler.definite:
            return replace(t, k=ruler.k, country=t.country or ruler.country, bare=False)
    if m.kind in ("office", "minister", "modifier") and not m.prep and t.number == "s":
        return adjacent_office(s, t, m)
    spoken_for = t.construct and (t.offices[0] in FREE or t.offices[0] == "undersecretary")
    if m.kind == "portfolio" and (m.prep == "ل" or spoken_for):
        return replace(t, k=m.j)
    return None


def _holding(s: Scan, t: Title) -> Title | None:
    """«السابق», «بالوكالة», «المكلف»: whether the office is held, was held or is to be."""
    m = s.best(t.k, "modifier")
    if m is None or m.pronoun or m.conj or s.word(t.k) in UNSETTLED:
        return None
    what = s.lexicon.tables.offices[int(m.ref)].office
    if what == "+assistant" and s.article(t.k) and t.offices[0] in ASSISTED:
        return replace(t, k=m.j, prefix="deputy-" + t.prefix)
    if what == "+designate" and s.word(t.k).startswith("المنتخب") and t.offices == ("head-of-state",):
        return replace(t, k=m.j, offices=("president-elect",))
    if what == "+outgoing":
        return replace(t, k=m.j)
    if what not in ("+former", "+acting", "+designate"):
        return None
    if what == "+designate" and (charge := s.best(m.j, "portfolio", "domain")) and charge.prep == "ب":
        of = (f"{charge.ref}-minister",) if t.offices == ("minister",) and charge.kind == "portfolio" else t.offices
        return replace(t, k=charge.j, offices=of)
    if what == "+acting" and m.info == "f" and not s.word(t.i).endswith("ه") and m.i > t.i + 1:
        return replace(t, k=m.j)
    following = s.best(m.j, "office", "minister")
    if following and not following.conj and not s.article(t.k):
        return None
    charged = ("designate-" if t.offices[0] in FORMS_CABINET else "acting-") if s.word(t.k) in CHARGED else ""
    return replace(t, k=m.j, prefix=charged + PREFIXES[what] + t.prefix)


def _demonym(s: Scan, t: Title, m: Match) -> Title | None:
    definite = m.article or s.words[m.i].startswith("ال") or "d" in m.info
    if m.prep or (t.country not in (None, m.ref) and not t.body) or (t.definite and not definite):
        return None
    return replace(t, k=m.j, country=str(m.ref), vague=not definite)


def _body(s: Scan, t: Title, m: Match) -> Title | None:
    """«الأمين العام للأمم المتحدة», «رئيس وفد وزارة الدفاع»: the organisation is the body of the office."""
    if (
        t.body
        or (t.bare and t.definite and m.prep != "ل" and s.word(t.k - 1) not in ("باسم", "بلسان"))
        or (t.minister and t.country and m.kind == "org" and not m.prep)
    ):
        # «خاطب وزير التموين اليمني منظمة الفاو»: a minister of a state is of no other body.
        return None
    offices = _of_body(s, t, m)
    if m.kind == "org":
        row = s.lexicon.tables.organisations[int(m.ref)]
        sector = "IGO" if row.sector == "IGO" else t.sector
        offices = ("parliamentary-committee-chair",) if (row.sector, *offices) == COMMITTEE else head_of(row, offices)
        return replace(t, k=m.j, body=row.id, country=t.country or row.country, sector=sector, offices=offices)
    k = named_site(s, m.j)
    if m.kind == "ministry":
        portfolio = s.best(k, "portfolio")
        k = portfolio.j if portfolio else k
    elif (org := s.best(k, "org")) and not org.conj and not org.prep:
        return replace(_body(s, t, org) or t, offices=offices)
    while s.article(k) and k < m.j + 2 and not s.matches[k]:
        k += 1
    # «قادة الاحتلال»
    country = t.country or ("ISR" if m.kind == "group" and m.info.endswith("occupation") else None)
    body = s.phrase(m.i, k, len(m.prep))
    return replace(t, k=k, body=body, offices=offices, country=country, pronoun=t.pronoun or m.pronoun)


def _of_body(s: Scan, t: Title, m: Match) -> tuple[str, ...]:
    """«رئيس» of a body is not the head of a state."""
    noun = ("ال" + s.word(m.i)[2:] if s.word(m.i).startswith("لل") else s.word(m.i)[len(m.prep) :]).removeprefix("ال")
    if t.offices in (("secretary-general",), ("leader",)) and noun.startswith(PARTIES):
        return ("party-leader",)
    if t.offices == ("military-commander",) and noun.startswith(MOVEMENTS):
        return ("movement-leader",)
    of_body = not t.definite or (m.prep == "ل" and t.prefix)
    if t.offices != ("head-of-state",) or not t.bare or not of_body or m.kind == "ministry":
        return t.offices
    return (next((office for stem, office in HEADS_OF.items() if noun.startswith(stem)), "chair"),)


def _worded_complement(s: Scan, t: Title) -> Title | None:
    """Complements that begin with a word of their own: لدى، في، إلى، and adjectives of rank."""
    k, word = t.k, s.word(t.k)
    if word in ("لدي", "الي", "من", "في") and (sent := _sent(s, t, word)):
        return sent
    if word == "من" and t.prefix.startswith("designate-") and (by := s.best(k + 1, "group", "org")) and not by.prep:
        return replace(t, k=by.j)
    if word == "في" and (t.country is None or t.body is None or t.offices[0] in DIPLOMATS):
        return posted(s, t, k + 1) or (inside(s, t, k + 1) if t.country is None else None)
    if s.section(k, "belonging_words"):
        return belonging(s, t, k)
    if s.section(k, "settlement") and t.construct and (t.offices[0] in LOCAL or t.sector in ARMED):
        return settled(s, t)
    if served := beside(s, t, word):
        return served
    if word == "علي" and s.word(k - 1) == "العام" and (over := s.best(k + 1, "org", "group")) and not over.prep:
        return _body(s, replace(t, bare=False), over)
    if word == "(":
        return in_brackets(s, t, k)
    if word == "،" and t.offices == ("state-minister",) and (m := s.best(k + 1, "minister", "office")):
        return None if m.conj or m.prep else adjacent_office(s, t, m)
    if word.isdigit() and not t.bare and t.sector == "MIL" and k not in s.times:
        return replace(t, k=k + 1)
    if s.section(k, "known_as") and s.word(k + 1) in ("باسم", "بلقب"):
        return replace(t, k=k + 2)
    if t.minister and t.number == "s" and (more := more_portfolio(s, k)):
        return replace(t, k=more)
    if word == "عن" and t.offices[0] in ("member-of-parliament", "senator"):
        return for_whom(s, t, k)
    if word in ("للمرحله", "للفتره") and s.word(k + 1) == "الانتقاليه":
        return replace(t, k=k + 2)
    if t.number != "s" and (both := dual_demonym(s, k)) and t.country is None:
        return replace(t, k=k + 1, country=both)
    if t.offices[0] in FREE and (further := free_words(s, t)):
        return further
    if t.offices[0] in DIPLOMATS and t.construct and not t.country and word in HOME:
        return replace(t, k=k + 1, pronoun=HOME[word], construct=False)
    if word in ("دوله", "جمهوريه", "مملكه", "سلطنه", "بلاده"):
        m = s.best(k, "state") or s.best(k + 1, "state")
        return replace(t, k=m.j, country=str(m.ref)) if m and not m.conj and not t.country else None
    return None


def _sent(s: Scan, t: Title, word: str) -> Title | None:
    """«السفير لدى موسكو», «المبعوث إلى سوريا», «نظيراه من مالي»."""
    if word == "لدي" and t.sector == "JUD" and (court := s.best(t.k + 1, "group")):
        seat = s.best(court.j, "place", "state")
        return replace(t, k=seat.j if seat and not seat.conj else court.j)
    if word in ("لدي", "الي"):
        sent = t.offices[0] in DIPLOMATS and not t.host  # «وصل المبعوث إلى سوريا إلى أنقرة»
        m = s.best(t.k + 1, "state", "org", "place", "seat") if sent else None
        if m is None and sent and s.article(t.k + 1) and s.name_end(t.k + 2) > t.k + 2:
            return replace(t, k=t.k + 2)
        return replace(t, k=m.j, host=country_of(s, m)) if m and not m.prep and not sets_out(s, t, m.j) else None
    m = s.best(t.k + 1, "state", "seat", "org") if t.counterpart and t.number in ("d", "p") else None
    if m is None or m.prep:
        return None
    body = None if m.kind != "org" else s.lexicon.tables.organisations[int(m.ref)].id
    return replace(t, k=m.j, country=str(m.ref) if body is None else None, body=body)
