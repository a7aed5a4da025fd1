"""The title grammar: office · of what · of which state · rank · name, and how one title spreads over several people.

title   := modifier* head complement* honorific* name?
head    := office | minister portfolio | counterpart
spread  := (و portfolio | و demonym | و state | و name) complement* honorific* name?
"""

from msgspec import Struct
from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import QUOTES
from waqai.pipeline.detect.scan import Scan

PREFIXES = {
    "+deputy": "deputy-",
    "+assistant": "assistant-",
    "+acting": "acting-",
    "+former": "former-",
    "+designate": "",
}
# Offices named after the office they serve: «مستشار رئيس الوزراء» is no head of government.
STAFF = {"+adviser": "adviser", "+office-director": "office-director"}
DIPLOMATS = frozenset(("ambassador", "charge-d-affaires", "consul", "envoy", "permanent-representative"))
# Offices whose title goes on with words of its own («المدير العام للدفاع والأمن بالوزارة»).
FREE = frozenset(
    (
        "director-general",
        "high-representative",
        "undersecretary",
        "commissioner",
        "representative",
        "director",
        "envoy",
        "office-director",
        "secretary-general",
        "spokesperson",
        "parliamentary-committee-chair",
        "committee-chair",
    )
)
MAX_COMPLEMENTS = 8


class Title(Struct, frozen=True):
    """What a title says before the name."""

    i: int
    k: int
    offices: tuple[str, ...]
    prefix: str = ""
    country: str | None = None
    host: str | None = None
    body: str | None = None
    sector: str | None = None
    number: str = "s"
    conj: str = ""
    prep: str = ""
    minister: bool = False
    counterpart: bool = False
    definite: bool = False
    bare: bool = False
    construct: bool = False
    pronoun: str = ""


def titles_at(s: Scan, i: int) -> list[Mention]:
    """All people and roles of the title that begins at word `i`; empty where none does."""
    title = _head(s, i)
    if title is None:
        return []
    title = _complements(s, title)
    first, k = _person(s, title, i)
    if (
        title.bare
        and not (title.definite or title.country or title.body or title.host or title.pronoun)
        and not _surely_named(s, first)
    ):
        return []
    return _spread(s, title, first, k)


def _surely_named(s: Scan, m: Mention) -> bool:
    """An indefinite office with nothing after it («بيان صحفي صدر») is a title only before a name that lists know."""
    if m.kind != "person":
        return False
    first = next(k for k in range(m.i, m.j) if s.sentence.spans[k][0] >= (m.name_span or (0, 0))[0])
    verb = any(x.kind in ("verb", "light", "report", "general") and not x.conj for x in s.matches[first])
    return s.words[first] in s.lexicon.names and not verb


def _head(s: Scan, i: int) -> Title | None:
    k, prefix, opening, staff = i, "", None, None
    while (m := s.best(k, "modifier", "office")) and m.kind == "modifier" and (opening is None or not m.conj):
        office = s.lexicon.tables.offices[int(m.ref)].office
        if m.pronoun and office == "+deputy":
            return Title(i, m.j, ("+counterpart",), "deputy-", conj=m.conj, prep=m.prep, counterpart=True)
        prefix += PREFIXES.get(office, "")
        staff = STAFF.get(office, staff)
        opening = opening or m
        k = m.j
    m = s.best(k, "office", "minister", "counterpart") or (s.best(k, "ministry") if prefix else None)
    if m is None or (opening and m.conj):
        return None
    opening = opening or m
    title = _office(s, m)
    if title is None:
        return None
    if staff:
        title = replace(title, offices=(staff,), minister=False)
    return replace(title, i=i, prefix=prefix, conj=opening.conj, prep=opening.prep)


def _office(s: Scan, m: Match) -> Title | None:
    """The head itself: «وزير الخارجية», «رئيس الوزراء», «نظيره»."""
    if m.kind == "office":
        row = s.lexicon.tables.offices[int(m.ref)]
        definite = m.article or s.words[m.j - 1].startswith("ال")
        single = m.j - m.i == 1
        return Title(
            m.i,
            m.j,
            (row.office,),
            sector=row.sector,
            number=_number(m.info),
            definite=definite,
            bare=single,
            construct=not definite and not m.pronoun,
            pronoun=m.pronoun,
        )
    if m.kind == "counterpart":
        return Title(m.i, m.j, ("+counterpart",), number=_number(m.info), counterpart=True, definite=True)
    portfolio = s.best(m.j, "portfolio")
    if portfolio and not portfolio.conj and portfolio.prep in ("", "ل"):
        definite = s.words[portfolio.j - 1].startswith("ال")
        return Title(
            m.i,
            portfolio.j,
            (f"{portfolio.ref}-minister",),
            sector="GOV",
            number=_number(m.info),
            minister=True,
            definite=definite,
            construct=not definite,
        )
    if m.article or s.word(m.i).endswith(("ان", "ين")):
        return Title(
            m.i, m.j, ("minister",), sector="GOV", number=_number(m.info), minister=True, definite=True, bare=True
        )
    if s.word(m.j).startswith("ال") and not s.best(m.j, "nisba"):
        k = m.j + 1
        while s.word(k).startswith("وال") and not s.best(k, "nisba", "minister"):
            k += 1
        return Title(m.i, k, ("minister",), sector="GOV", number=_number(m.info), minister=True, definite=True)
    return None


def _number(info: str) -> str:
    return info if info in ("d", "p") else "s"


def _complements(s: Scan, t: Title) -> Title:
    """Everything between the head and the name: demonym, state, body, host, further offices."""
    for _ in range(MAX_COMPLEMENTS):
        after = _complement(s, t)
        if after is None:
            break
        t = after
    return t


def _complement(s: Scan, t: Title) -> Title | None:
    k = t.k
    if s.section(k, "title_adjectives"):
        return replace(t, k=k + 1)
    m = s.best(k, "nisba", "state", "org", "modifier", "office", "minister", "ministry", "portfolio", "group", "place")
    if m is None or m.conj:
        return _worded_complement(s, t) or _second_office(s, t, m)
    if m.kind == "nisba":
        return _demonym(s, t, m)
    if m.kind == "state" and m.prep in ("", "ل"):
        if t.country is None and not (t.bare and t.definite):
            return replace(t, k=m.j, country=str(m.ref))
        return replace(t, k=m.j, host=str(m.ref)) if m.prep == "ل" and t.offices[0] in DIPLOMATS else None
    if m.kind in ("org", "ministry", "group") and m.prep in ("", "ل"):
        return _body(s, t, m)
    if (
        m.kind == "modifier"
        and not m.pronoun
        and s.lexicon.tables.offices[int(m.ref)].office in ("+former", "+acting", "+designate")
    ):
        return replace(t, k=m.j, prefix=PREFIXES[s.lexicon.tables.offices[int(m.ref)].office] + t.prefix)
    if m.kind in ("office", "minister") and not m.prep and t.number == "s":
        second = _office(s, m)
        return _join(t, second) if second and second.number == "s" else None
    if m.kind == "portfolio" and (m.prep == "ل" or t.offices[0] == "undersecretary"):
        return replace(t, k=m.j)
    if m.kind == "place" and not m.prep and t.construct and t.country is None and t.k == m.i:
        place = s.lexicon.tables.places[int(m.ref)]
        return (
            replace(t, k=m.j, country=place.country) if t.offices[0] in ("governor", "mayor", "police-chief") else None
        )
    return _worded_complement(s, t)


def _demonym(s: Scan, t: Title, m: Match) -> Title | None:
    definite = m.article or s.words[m.i].startswith("ال") or "d" in m.info
    if m.prep or (t.country and not t.body) or (t.definite and not definite):
        return None
    return replace(t, k=m.j, country=str(m.ref))


def _body(s: Scan, t: Title, m: Match) -> Title | None:
    """«الأمين العام للأمم المتحدة», «رئيس وفد وزارة الدفاع»: the organisation is the body of the office."""
    if t.body or (t.bare and t.definite and m.prep != "ل"):
        return None
    if m.kind == "org":
        row = s.lexicon.tables.organisations[int(m.ref)]
        sector = "IGO" if row.sector == "IGO" else t.sector
        return replace(t, k=m.j, body=row.id, country=t.country or row.country, sector=sector)
    k = m.j
    if m.kind == "ministry":
        portfolio = s.best(k, "portfolio")
        k = portfolio.j if portfolio else k
    while s.word(k).startswith("ال") and k < m.j + 2 and not s.matches[k]:
        k += 1
    return replace(t, k=k, body=s.phrase(m.i, k, len(m.prep)))


def _worded_complement(s: Scan, t: Title) -> Title | None:
    """Complements that begin with a word of their own: لدى، في، إلى، and adjectives of rank."""
    k, word = t.k, s.word(t.k)
    if (
        word in ("لدي", "الي")
        and t.offices[0] in DIPLOMATS
        and (m := s.best(k + 1, "state", "org", "place", "seat"))
        and not m.prep
    ):
        host = str(m.ref) if m.kind in ("state", "seat") else _org_or_place_country(s, m)
        return replace(t, k=m.j, host=host)
    if (
        word in ("من", "في")
        and t.counterpart
        and t.number in ("d", "p")
        and (m := s.best(k + 1, "state", "seat", "org"))
        and not m.prep
    ):
        body = None if m.kind != "org" else s.lexicon.tables.organisations[int(m.ref)].id
        return replace(t, k=m.j, country=str(m.ref) if body is None else None, body=body)
    if word == "في" and t.country is None:
        return _inside(s, t, k + 1)
    free = t.offices[0] in FREE and (
        word.startswith(("لل", "وال", "بال")) or (s.article(k) and k > t.i + 2 and word not in s.lexicon.names)
    )
    if free and not s.best(k, "nisba", "office", "minister", "state", "honorific"):
        return replace(t, k=k + 1)
    if (
        word in ("دوله", "جمهوريه", "مملكه", "سلطنه", "بلاده")
        and (m := s.best(k, "state") or s.best(k + 1, "state"))
        and not m.conj
    ):
        return replace(t, k=m.j, country=t.country or str(m.ref))
    return None


def _inside(s: Scan, t: Title, k: int) -> Title | None:
    """«رئيس مجلس السيادة في السودان», «وزير الدولة في وزارة الخارجية القطرية», «القائم بالأعمال في السفارة الإسرائيلية»."""
    m = s.best(k, "state", "org", "ministry", "group")
    if m and not m.conj and not m.prep:
        if m.kind == "state":
            return replace(t, k=m.j, country=str(m.ref))
        if m.kind == "org":
            return replace(
                t,
                k=m.j,
                body=s.lexicon.tables.organisations[int(m.ref)].id,
                country=s.lexicon.tables.organisations[int(m.ref)].country,
            )
        end = m.j + 1 if m.kind == "ministry" and s.best(m.j, "portfolio") else m.j
        portfolio = s.best(m.j, "portfolio")
        return replace(t, k=portfolio.j if portfolio else end, body=s.phrase(k, end))
    if t.offices[0] in DIPLOMATS:
        for j in (k + 1, k + 2):
            nisba = s.best(j, "nisba")
            if nisba and nisba.article:
                return replace(t, k=nisba.j, country=str(nisba.ref))
    return None


def _org_or_place_country(s: Scan, m: Match) -> str | None:
    if m.kind == "org":
        return s.lexicon.tables.organisations[int(m.ref)].country
    return s.lexicon.tables.places[int(m.ref)].country


def _second_office(s: Scan, t: Title, m: Match | None) -> Title | None:
    """«عضو مجلس الدولة ووزير الخارجية الصيني وانغ يي»: one person, two offices, if a name follows and no state came yet."""
    if (
        m is None
        or m.conj != "و"
        or m.kind not in ("office", "minister", "modifier")
        or t.number != "s"
        or t.country
        or t.counterpart
    ):
        return None
    second = _head(s, m.i)
    if second is None or second.number != "s" or second.counterpart:
        return None
    second = _complements(s, second)
    if _after_honorifics(s, second.k) == s.name_end(_after_honorifics(s, second.k)):
        return None
    return _join(t, second)


def _join(t: Title, second: Title) -> Title:
    return replace(
        t,
        k=second.k,
        offices=t.offices + tuple(second.prefix + o for o in second.offices),
        country=t.country or second.country,
        body=t.body or second.body,
        definite=t.definite or second.definite,
        minister=t.minister or second.minister,
        bare=False,
    )


def _after_honorifics(s: Scan, k: int) -> int:
    while (m := s.best(k, "honorific")) and not m.conj and not m.prep:
        k = m.j
    return k


def _rank(s: Scan, k: int) -> str | None:
    m = s.best(k, "honorific")
    return str(m.ref) if m and m.info == "rank" else None


def _person(s: Scan, t: Title, i: int, conj_name: bool = False) -> tuple[Mention, int]:
    """The mention that a title with what follows it makes, and where it ends."""
    k = _after_honorifics(s, t.k)
    start, quoted = k, False
    if s.word(k) in QUOTES:
        quoted, start = True, k + 1
    elif (
        s.word(k) in ("،", ":")
        and k + 1 < s.size
        and s.words[k + 1] in s.lexicon.names
        and s.word(k + 2) in s.lexicon.names
    ):
        start = k + 1
    start = _after_honorifics(s, start)
    end = s.name_end_after_conjunction(start) if conj_name else s.name_end(start)
    if quoted and s.word(end) not in QUOTES:
        end = start
    stop = end + quoted if end > start else t.k
    name = (
        s.phrase(start, end, int(conj_name)) if end > start else s.phrase(i, max(t.k, i + 1), len(t.conj) + len(t.prep))
    )
    mention = Mention(
        sentence=s.index, i=i, j=stop, kind="person" if end > start else "role", name=name,
        name_span=s.span(start, end, int(conj_name)) if end > start else None,
        offices=t.offices, prefix=t.prefix, country=t.country, host=t.host, sector=_rank(s, t.k) if not t.sector else t.sector,
        body=t.body, pronoun=t.pronoun, prep=t.prep, conj=t.conj, number=t.number if end == start else "s", definite=t.definite, rule="title",
    )  # fmt: skip
    return mention, stop


def _spread(s: Scan, t: Title, first: Mention, k: int) -> list[Mention]:
    """«وزيرا الخارجية هاكان فيدان والدفاع يشار غولر»: hand the title on to those it also covers."""
    found, last = [first], t
    while k < s.size:
        following = _next_in_spread(s, last, found[-1], k)
        if following is None:
            break
        mention, k, last = following
        found.append(replace(mention, prep=first.prep, conj="و"))
    if len(found) > 1:
        found = [replace(m, number="s") for m in found]
        countries = {m.country for m in found} - {None}
        if t.number != "s" and len(countries) == 1:
            found = [replace(m, country=m.country or next(iter(countries))) for m in found]
    return found


def _next_in_spread(s: Scan, t: Title, before: Mention, k: int) -> tuple[Mention, int, Title] | None:
    m = s.best(k, "portfolio", "nisba", "state")
    several = t.number != "s"
    if m and m.conj == "و" and not m.prep:
        nxt = _handed_on(s, t, m)
        if nxt is None:
            return None
        nxt = _complements(s, nxt)
        mention, end = _person(s, nxt, k)
        if mention.kind == "person" or (several and before.kind == "role"):
            return mention, end, nxt
        return None
    if several and before.kind == "person" and s.word(k).startswith("و") and len(s.word(k)) > 3 and not s.matches[k]:
        nxt = replace(t, i=k, k=k, conj="و", prep="")
        mention, end = _person(s, nxt, k, conj_name=True)
        return (mention, end, nxt) if mention.kind == "person" else None
    return None


def _handed_on(s: Scan, t: Title, m: Match) -> Title | None:
    if m.kind == "portfolio" and t.minister:
        office = f"{m.ref}-minister"
        return Title(
            m.i,
            m.j,
            (office,),
            t.prefix,
            country=t.country if t.number == "s" else None,
            sector="GOV",
            number=t.number,
            conj="و",
            minister=True,
            definite=True,
        )
    if m.kind == "nisba" and m.article:
        return replace(t, i=m.i, k=m.j, country=str(m.ref), conj="و", prep="", body=None)
    if m.kind == "state" and (t.construct or t.number != "s"):
        return replace(t, i=m.i, k=m.j, country=str(m.ref), conj="و", prep="", body=None)
    return None
