"""What a title says between its head and the name: demonym, state, body, host, further offices."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.heads import DIPLOMATS, FREE, MAX_COMPLEMENTS, PREFIXES, Title, head, office
from waqai.pipeline.detect.scan import Scan

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
LOCAL = frozenset(("governor", "mayor", "police-chief"))
# Offices held for the holder of another: «المبعوث الخاص للرئيس الروسي».
SENT = frozenset(("envoy", "special-representative", "personal-representative", "adviser"))
# Heads of a transition hold their office: «الرئيس الانتقالي».
UNSETTLED = frozenset(("الانتقالي", "الانتقاليه"))


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
    if held := _holding(s, t):
        return held
    if s.section(k, "title_adjectives"):
        return replace(t, k=k + 1)
    m = s.best(k, *COMPLEMENTS)
    if m is None or m.conj:
        return _worded_complement(s, t) or _second_office(s, t, m)
    if m.kind == "state" and t.bare and t.definite and (demonym := s.best(k, "nisba")) and demonym.article:
        m = demonym
    if m.kind == "nisba":
        return _demonym(s, t, m)
    if m.kind == "state" and m.prep in ("", "ل"):
        if t.country is None and not (t.bare and t.definite):
            return replace(t, k=m.j, country=str(m.ref))
        return replace(t, k=m.j, host=str(m.ref)) if m.prep == "ل" and t.offices[0] in DIPLOMATS else None
    if m.kind in ("org", "ministry", "group") and m.prep in ("", "ل"):
        return _body(s, t, m)
    if t.offices[0] in LOCAL and t.construct and t.country is None and (local := s.best(k, "place")) and not local.prep:
        return replace(t, k=local.j, country=s.lexicon.tables.places[int(local.ref)].country)
    if m.kind == "seat" and not m.prep and t.construct and t.country is None and t.offices[0] in VOICES:
        return replace(t, k=m.j, country=str(m.ref))
    if m.prep == "ب" and not t.bare and s.best(k, "ministry"):
        return _inside(s, t, k)
    if m.kind == "office" and m.prep == "ل" and t.offices[0] in SENT and (of := office(s, m)):
        return replace(t, k=of.k, country=t.country or of.country, body=t.body or of.body, bare=False)
    if m.kind in ("office", "minister") and not m.prep and t.number == "s":
        second = office(s, m)
        return _join(t, second) if second and second.number == "s" else None
    spoken_for = t.construct and t.offices[0] in ("undersecretary", "spokesperson")
    if m.kind == "portfolio" and (m.prep == "ل" or spoken_for):
        return replace(t, k=m.j)
    return _worded_complement(s, t)


def _holding(s: Scan, t: Title) -> Title | None:
    """«السابق», «بالوكالة», «المكلف»: whether the office is held, was held or is to be."""
    m = s.best(t.k, "modifier")
    if m is None or m.pronoun or m.conj or s.word(t.k) in UNSETTLED:
        return None
    what = s.lexicon.tables.offices[int(m.ref)].office
    if what not in ("+former", "+acting", "+designate"):
        return None
    following = s.best(m.j, "office", "minister")
    if following and not following.conj and not s.article(t.k):
        return None
    return replace(t, k=m.j, prefix=PREFIXES[what] + t.prefix)


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
    if word == "في" and t.offices[0] in DIPLOMATS:
        return _posted(s, t, k + 1)
    if word in ("للمرحله", "للفتره") and s.word(k + 1) == "الانتقاليه":
        return replace(t, k=k + 2)
    if t.number != "s" and (both := _dual_demonym(s, k)) and t.country is None:
        return replace(t, k=k + 1, country=both)
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
    """«رئيس مجلس السيادة في السودان», «وزير الدولة في وزارة الخارجية», «القائم بالأعمال في السفارة الإسرائيلية»."""
    m = s.best(k, "state", "org", "ministry", "group")
    if m and not m.conj and m.prep in ("", "ب"):
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
        body = s.phrase(k, portfolio.j if portfolio else end, len(m.prep))
        return replace(t, k=portfolio.j if portfolio else end, body=body)
    if t.offices[0] in DIPLOMATS:
        for j in (k + 1, k + 2):
            nisba = s.best(j, "nisba")
            if nisba and nisba.article:
                return replace(t, k=nisba.j, country=str(nisba.ref))
    return None


def _posted(s: Scan, t: Title, k: int) -> Title | None:
    """«السفيرة البريطانية في بيروت جوديث هارغريف»: the post belongs to the title when the name comes after it."""
    m = s.best(k, "state", "seat", "place")
    if m is None or m.conj or m.prep:
        return None
    after = s.after_honorifics(m.j)
    if s.name_end(after) == after:
        return None
    return replace(t, k=m.j, host=str(m.ref) if m.kind != "place" else _org_or_place_country(s, m))


def _dual_demonym(s: Scan, k: int) -> str | None:
    """«السوريان»: the state of a demonym in the dual."""
    word = s.word(k)
    if not (s.article(k) and word.endswith(("ان", "ين"))):
        return None
    entries = s.lexicon.phrases.get(word[2:-2], ())
    return next((str(ref) for kind, ref, _ in entries if kind == "nisba"), None)


def _org_or_place_country(s: Scan, m: Match) -> str | None:
    if m.kind == "org":
        return s.lexicon.tables.organisations[int(m.ref)].country
    return s.lexicon.tables.places[int(m.ref)].country


def _second_office(s: Scan, t: Title, m: Match | None) -> Title | None:
    """«عضو مجلس الدولة ووزير الخارجية الصيني وانغ يي»: one person, two offices, if a name follows.

    A state before the second office would make it another person's.
    """
    if (
        m is None
        or m.conj != "و"
        or m.kind not in ("office", "minister", "modifier")
        or t.number != "s"
        or t.country
        or t.counterpart
    ):
        return None
    second = head(s, m.i)
    if second is None or second.number != "s" or second.counterpart:
        return None
    second = complements(s, second)
    if s.after_honorifics(second.k) == s.name_end(s.after_honorifics(second.k)):
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
