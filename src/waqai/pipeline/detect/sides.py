"""«من الجانب التركي ...»: people listed after a side are of that state, when their title names none."""

from msgspec.structs import replace

from waqai.pipeline.detect.bare import IN_PLACE_OF
from waqai.pipeline.detect.further import STYLES
from waqai.pipeline.detect.heads import ARMED, HEADED
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

LONGEST_NAME = 5
# Groups that belong to a body or state when a pronoun says so.
OF_A_BODY = frozenset(("MIL", "REB", "COP", "SPY"))
# «كتائب النور، وهي فصيل عراقي مسلح».
# The slot of whom a group is named after: none that an entry asks for.
OF = "of"
COPULAS = frozenset(("وهو", "وهي", "وهم"))


def sided(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """Hand the state of a side («الجانب السوري», «الوفد المصري») on to the people after it."""
    country: str | None = None
    out: list[Mention] = []
    for m in mentions:
        if (m.adjective and s.word(m.i - 1).lstrip("و") in s.lexicon.grammar["side_words"]) or (
            m.kind in ("group", "org") and m.country and s.word(m.i).lstrip("و") in s.lexicon.grammar["side_words"]
        ):
            country = m.country
        if country and m.kind in ("person", "role") and m.country is None and m.offices and m.body is None:
            m = replace(m, country=country)
        if m.offices and m.country is None and m.body is None and s.word(m.i - 1) in s.lexicon.grammar["companions"]:
            # «المبعوثة السويدية، ترافقها السفيرة»
            led = next((x for x in reversed(out) if x.kind in ("person", "role")), None)
            m = replace(m, country=led.country) if led is not None else m
        if m.pronoun not in ("", "نا") and m.country is None:
            m = _theirs(m, out) if m.offices else _men_of(m, out) if m.kind == "group" else m
        if m.rule == "demonym" and _names_second_side(out, m):
            m = _of_states(out[-2], out.pop(), m)
            out.pop()
        out.append(m)
    return out


def _names_second_side(before: list[Mention], m: Mention) -> bool:
    """«الجانبان المصري والتركي»: whether a demonym is the second of two that say who the two sides are."""
    if len(before) < 2 or before[-2].rule != "both-sides":
        return False
    both, first = before[-2:]
    return first.adjective and first.i == both.j and m.i == first.j and m.country not in (None, first.country)


def _of_states(both: Mention, first: Mention, second: Mention) -> Mention:
    """Two sides whose states the demonyms after them name: `ref` holds both."""
    return replace(both, j=second.j, ref=f"{first.country} {second.country}")


def _body_before(before: list[Mention]) -> Mention | None:
    """The party, movement, union or body named after the last state, whose «رئيسها» is meant."""
    last = next((x for x in reversed(before) if x.kind in ("state", "org", "group")), None)
    if last is None or last.kind == "state" or last.number == "p" or last.sector in (None, "CVL"):
        return None
    return last


def _theirs(m: Mention, before: list[Mention]) -> Mention:
    """«وزير خارجيتها», «رئيس مفوضيته»: of the state or body named last."""
    if m.offices == ("head-of-state",) and (headed := _body_before(before)):
        office = HEADED.get(headed.sector or "", "chair")
        return replace(
            m, offices=(office,), country=headed.country, body=headed.body or headed.name, sector=headed.sector
        )
    owner = next((x for x in reversed(before) if x.kind in ("state", "org") and (x.country or x.sector == "IGO")), None)
    if owner is None:
        return m
    body = (owner.body or m.body) if owner.sector == "IGO" else m.body
    return replace(m, country=owner.country, body=body, sector="IGO" if owner.sector == "IGO" else m.sector)


def _men_of(m: Mention, before: list[Mention]) -> Mention:
    """«الشرطة تحقق مع أحد عناصرها», «الجيش وقواته»: fighters and servants are of the body or state named last."""
    owner = next((x for x in reversed(before) if x.kind in ("state", "org", "group") and _one_body(x)), None)
    if owner is None or owner.sector == "CVL" or m.sector not in OF_A_BODY:
        return m
    men = m.sector == "REB" and owner.sector in ARMED
    return replace(m, country=owner.country, sector=owner.sector if men else m.sector)


def _one_body(m: Mention) -> bool:
    """A body spoken of as one, which may have people: no crowd, and no craft («طيران مسير»)."""
    return m.number == "s" and (m.definite or m.name.startswith("ال"))


def followers(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """«أنصار المعارض عثمان سونكو», «قوات المشير خليفة حفتر»: whose they are names them, and does nothing himself."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        bare = last is not None and last.kind == "group" and last.number == "p" and not s.article(last.i)
        of = m.kind == "person" and not (m.prep or m.conj) and last is not None and last.j == m.i
        if last is not None and bare and of and _follows_one(s, last, m):
            skip = len(last.conj) + len(last.prep if len(last.prep) == 1 else "")
            named = {"name": s.phrase(last.i, m.j, skip), "name_span": s.span(last.i, m.j, skip)}
            out[-1] = replace(last, j=m.j, country=last.country or m.country, definite=True, **named)
            m = replace(m, prep=OF)
        out.append(m)
    return out


def _follows_one(s: Scan, m: Mention, of: Mention) -> bool:
    """Whether a group is named after whom stands behind it: in «اعتقلت قوات الأمن الصحفي» he is the object."""
    words = s.lexicon.grammar["followers"]
    first, last = s.word(m.i).removeprefix(m.conj).removeprefix(m.prep), s.word(m.j - 1)
    if m.sector == "CVL":
        return last in words or (first in words and m.j - m.i == 2 and s.article(m.j - 1))
    return (first in words and m.j == m.i + 1) and of.sector in ("MIL", "GOV", "REB")


def apposed(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """«محمد رضا آل حيدر، رئيس لجنة الأمن القومي»: a name and the title after it are one person."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        if last is not None and _apposed(s, last, m):
            out[-1] = _with_title(last, m, m.j)
        elif last is not None and _also_appointed(s, last, m):
            out[-1] = replace(last, j=m.j, offices=(*last.offices, *m.offices), country=last.country or m.country)
        elif m.rule == "appointed" and m.kind == "role" and (named := _named_before(s, m, last.j if last else 0)):
            out.append(_with_title(named, m, m.j))
        elif m.kind == "role" and _of_one_before(s, m):
            continue
        elif last is not None and _holds_too(s, last, m):
            out[-1] = replace(last, j=m.j, offices=(*last.offices, m.prefix + m.offices[0]))
        elif m.kind == "role" and s.section(m.i - 1, "named_as") and (at := _last_person(out)) is not None:
            out[at] = _with_title(out[at], m, out[at].j)
            out.append(m)
        elif m.kind == "person" and not m.offices and s.word(m.i - 1) in IN_PLACE_OF and last and last.offices:
            out.append(replace(m, offices=last.offices, prefix="former-", country=last.country, sector=last.sector))
        else:
            described = last is not None and s.word(m.i - 1) in COPULAS
            if described and last is not None and m.country and not last.country:
                out[-1] = replace(last, country=m.country)
            if not described or m.kind != "group" or s.article(m.i):
                # «القوى الجديدة، وهي حركة متمردة»: what they are is no other party.
                out.append(m)
    return out


def _also_appointed(s: Scan, last: Mention, m: Mention) -> bool:
    """«معاون وزير الخارجية، نبيل عرابي، سفيرا لها في الرياض»: who has an office is named to another."""
    near = s.words[last.j : m.i] in ([], ["،"])
    return near and m.rule == "appointed" and m.kind == "role" and last.kind == "person" and bool(last.offices)


def _of_one_before(s: Scan, title: Mention) -> bool:
    """«عينه الملك رئيسا للحكومة», «عندما كان سفيرا لدى تشاد»: what somebody named before was or became."""
    accusative = s.word(title.i).endswith("ا") and s.word(title.i + 1).startswith("ل")
    if title.pronoun or (title.rule != "appointed" and not accusative):
        return False  # «وكانت غانا قد استدعت سفيرها لدى كينيا»: whose he is, nobody became
    near = range(max(0, title.i - LONGEST_NAME), title.i)
    verbs = ("verb", "general", "light")
    return any(s.section(k, "past_markers") or any(x.kind in verbs and x.pronoun for x in s.matches[k]) for k in near)


def _holds_too(s: Scan, last: Mention, m: Mention) -> bool:
    """«فلان، نائب رئيس الدولة ورئيس مجلس الوزراء حاكم دبي»: behind a name and its title further titles are his."""
    if last.kind != "person" or last.rule != "title" or last.name_span is None or m.kind != "role" or m.i != last.j:
        return False
    behind_name = last.name_span[1] < s.sentence.spans[last.j - 1][0]
    own = m.number == "s" and not m.prep and bool(m.offices) and not m.offices[0].endswith("+counterpart")
    return behind_name and own and not s.article(m.i) and m.country in (None, last.country)


def _with_title(name: Mention, title: Mention, j: int) -> Mention:
    """A person with the office that words after his name give him."""
    return replace(
        name,
        j=j,
        offices=title.offices,
        prefix=title.prefix,
        country=title.country or name.country,
        body=title.body,
        sector=title.sector or name.sector,
        host=title.host,
        rule="title",
    )


def _named_before(s: Scan, title: Mention, first: int) -> Mention | None:
    """«عينت الحكومة تاكاشي يامادا سفيرا لدى لبنان»: the name that ends where an appointment's office begins."""
    for k in range(max(first, title.i - LONGEST_NAME), title.i - 1):
        joined = s.word(k).startswith("و") and s.word(k) not in s.lexicon.names
        if (s.name_end_after_conjunction(k) if joined else s.name_end(k)) == title.i:
            return Mention(
                sentence=s.index,
                i=k,
                j=title.i,
                kind="person",
                name=s.phrase(k, title.i, int(joined)),
                name_span=s.span(k, title.i, int(joined)),
                conj="و" if joined else "",
                definite=True,
            )
    return None


def _last_person(out: list[Mention]) -> int | None:
    """The person named last, if he has no office yet."""
    at = next((n for n in range(len(out) - 1, -1, -1) if out[n].kind == "person"), None)
    return at if at is not None and not out[at].offices else None


def _apposed(s: Scan, name: Mention, title: Mention) -> bool:
    if name.kind != "person" or title.kind != "role" or title.prep or title.conj or title.number != "s":
        return False
    if not title.offices or title.offices[0].endswith("+counterpart"):
        return False
    if name.country and title.country and name.country != title.country:
        return False
    if name.offices and not (name.offices[0] in STYLES or (name.offices[0] == title.offices[0] and title.country)):
        return False
    if title.i == name.j and title.j == title.i + 1 and s.article(title.i) and not title.country:
        # «انتقد عادل منصور الرئيس»: two people.
        return False
    between = s.words[name.j : title.i]
    closed = title.j >= s.size or s.word(title.j) in ("،", ".", "(") or bool(title.country or title.body)
    further = s.best(title.j, "office", "minister", "modifier")
    return between == [] or (between == ["،"] and (closed or (further is not None and further.conj == "و")))
