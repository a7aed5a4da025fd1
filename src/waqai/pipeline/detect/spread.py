"""How one title spreads over several people: «وزيرا الخارجية هاكان فيدان والدفاع يشار غولر».

spread := (و portfolio | و demonym | و state | و name) complement* honorific* name?
"""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.bearer import person
from waqai.pipeline.detect.complements import complements
from waqai.pipeline.detect.heads import Title
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

# What a name with و may match in the lexicon.
NAMED = frozenset(("official", "domain"))
DUALS = {
    "رييسا": "رييس",
    "رييسي": "رييس",
    "روسا": "رييس",
    "قايدا": "قايد",
    "قايدي": "قايد",
    "مديرا": "مدير",
    "مديري": "مدير",
}


def spread(s: Scan, t: Title, first: Mention, k: int) -> list[Mention]:
    """«وزيرا الخارجية هاكان فيدان والدفاع يشار غولر»: hand the title on to those it also covers."""
    found, last = [first], t
    if first.kind == "role" and t.minister and t.number == "s" and (whole := _joint_portfolio(s, t, first)):
        found, k = [whole], whole.j
    while k < s.size:
        following = _next_in_spread(s, last, found[-1], k) or _after_comma(s, last, found[-1], k)
        if following is None:
            break
        mention, k, last = following
        found.append(replace(mention, prep=first.prep, conj="و"))
    if len(found) > 1:
        found = [replace(m, number="s") for m in _in_order(found)]
        countries = {m.country for m in found} - {None}
        if t.number != "s" and len(countries) == 1:
            found = [replace(m, country=m.country or next(iter(countries))) for m in found]
    return found


def _joint_portfolio(s: Scan, t: Title, first: Mention) -> Mention | None:
    """«وزير الدفاع والمحاربين القدامى شول تون»: one minister has both, where the name comes after the second."""
    m = s.best(t.k, "portfolio")
    if m is None or m.conj != "و" or m.prep:
        return None
    mention, _ = person(s, complements(s, replace(t, k=m.j)), first.i)
    return mention if mention.kind == "person" else None


def _in_order(found: list[Mention]) -> list[Mention]:
    """«وزيرا الدفاع والخارجية عبد المجيد صقر وبدر عبد العاطي»: offices first, then as many names in their order."""
    offices = [m for m in found if m.kind == "role"]
    people = found[len(offices) :]
    if not offices or len(people) != len(offices) + 1 or any(m.kind != "person" for m in people):
        return found
    offices.append(people[0])
    return [
        replace(p, offices=o.offices, prefix=o.prefix, country=o.country or p.country, sector=o.sector)
        for p, o in zip(people, offices, strict=True)
    ]


def _after_comma(s: Scan, t: Title, before: Mention, k: int) -> tuple[Mention, int, Title] | None:
    """«رؤساء كازاخستان قاسم توكاييف، وأوزبكستان شوكت ميرضيائيف»: the list goes on with another state and its name."""
    m = s.best(k + 1, "nisba", "state") if s.word(k) == "،" and t.number != "s" else None
    if m is None or m.conj != "و" or before.kind != "person":
        return None
    following = _next_in_spread(s, t, before, k + 1)
    return following if following and following[0].kind == "person" else None


def _next_in_spread(s: Scan, t: Title, before: Mention, k: int) -> tuple[Mention, int, Title] | None:
    m = s.best(k, "portfolio", "nisba", "state")
    several = t.number != "s"
    if m and m.conj == "و" and not m.prep:
        nxt = _handed_on(s, t, m)
        if nxt is None:
            return None
        nxt = complements(s, nxt)
        mention, end = person(s, nxt, k)
        if mention.kind == "person" or (several and before.kind == "role"):
            return mention, end, nxt
        return None
    if not several or before.kind != "person":
        return None
    if nxt := _next_head(s, t, k):
        nxt = complements(s, nxt)
        mention, end = person(s, nxt, k)
        return (mention, end, nxt) if mention.kind == "person" else None
    honour = s.best(k, "honorific")
    if honour and honour.conj == "و":
        nxt = replace(t, i=k, k=honour.j, conj="و", prep="")
        mention, end = person(s, nxt, k)
        if mention.kind == "person":
            return mention, end, nxt
    if s.word(k).startswith("و") and len(s.word(k)) > 3 and _may_name(s, k):
        nxt = replace(t, i=k, k=k, conj="و", prep="")
        mention, end = person(s, nxt, k, conj_name=True)
        return (mention, end, nxt) if mention.kind == "person" else None
    return None


def _next_head(s: Scan, t: Title, k: int) -> Title | None:
    """«رئيسي الجمهورية جوزيف عون والحكومة نواف سلام»: the dual's noun with another genitive is another office."""
    singular = DUALS.get(s.word(t.i)[len(t.conj) + len(t.prep) :])
    if singular is None or not s.word(k).startswith("وال"):
        return None
    for n in (2, 1):
        for kind, ref, _ in s.lexicon.phrases.get(" ".join((singular, s.word(k)[1:], *s.words[k + 1 : k + n])), ()):
            if kind == "office":
                row = s.lexicon.tables.offices[int(ref)]
                return Title(k, k + n, (row.office,), sector=row.sector, number=t.number, conj="و", definite=True)
    return None


def _may_name(s: Scan, k: int) -> bool:
    """Whether a word with و may open a name: no list has it but one of people."""
    return all(x.kind in NAMED for x in s.matches[k]) or any(x.kind == "official" and x.conj for x in s.matches[k])


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
    if m.kind == "nisba" and (m.article or "d" in m.info):
        return replace(t, i=m.i, k=m.j, country=str(m.ref), conj="و", prep="", body=None)
    if m.kind == "state" and (t.construct or t.number != "s"):
        return replace(t, i=m.i, k=m.j, country=str(m.ref), conj="و", prep="", body=None)
    return None
