"""What opens a title: «نائب وزير الخارجية», «رئيس جهاز الاستخبارات», «نظيره»."""

from msgspec import Struct
from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.lexicon.load import Organisation
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
        "under-secretary-general",
        "union-leader",
        "commissioner",
        "representative",
        "director",
        "envoy",
        "coordinator",
        "co-chair",
        "executive-director",
        "executive-secretary",
        "human-rights-rapporteur",
        "office-director",
        "secretary-general",
        "spokesperson",
        "parliamentary-committee-chair",
        "committee-chair",
        "authority-chair",
        "department-director",
        "council-chair",
    )
)
# Offices held for the holder of another: «المبعوث الخاص للرئيس الروسي».
SENT = frozenset(
    (
        "envoy",
        "special-representative",
        "personal-representative",
        "high-representative",
        "spokesperson",
        "adviser",
        "presidential-adviser",
        "diplomatic-adviser",
        "political-adviser",
        "military-adviser",
        "economic-adviser",
        "media-adviser",
        "legal-adviser",
    )
)
# «المدعي العام المالي» is no Malian.
OF_MONEY = frozenset(("المالي", "الماليه"))
CHAIR = ("chair", "authority-chair", "council-chair", "director")
# What the chair of a body of this sector is: «رئيس تحالف الفتح», «رئيسها».
HEADED = {"REB": "movement-leader", "PTY": "party-leader", "OPP": "party-leader", "LAB": "union-leader"}
ARMED = frozenset(("MIL", "REB", "COP"))
MAX_COMPLEMENTS = 8


class Title(Struct, frozen=True, gc=False):
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
    vague: bool = False
    rule: str = ""


def head(s: Scan, i: int) -> Title | None:
    """The modifiers and the office that open a title at word `i`."""
    k, prefix, opening, staff = i, "", None, None
    while (m := _opening(s, k)) and m.kind == "modifier" and (opening is None or not m.conj):
        what = s.lexicon.tables.offices[int(m.ref)].office
        if what == "+deputy" and (m.pronoun or (_owner(s, m) and not s.best(m.j, "office", "minister", "ministry"))):
            return Title(i, m.j, ("+counterpart",), "deputy-", conj=m.conj, prep=m.prep, counterpart=True)
        prefix += PREFIXES.get(what, "")
        staff = STAFF.get(what, staff)
        opening = opening or m
        k = m.j
    m = s.best(k, "office", "minister", "counterpart") or (s.best(k, "ministry") if prefix else None)
    if m is None or (opening and m.conj) or (m.pronoun and (s.section(i - 1, "relatives") or s.feminine(m))):
        # «الغزو الذي قادته الولايات المتحدة»: a verb, and no leaders; «بمسؤولية» no officials of his.
        return None
    if prefix.endswith("former-") and m.prep:
        # «تصريحات سابقة لشيخ الأزهر»: the statements are of before, and he holds his office.
        return None
    opening = opening or m
    title = office(s, m)
    if title is None:
        return None
    if staff:
        title = replace(title, offices=(staff,), minister=False)
    return replace(title, i=i, prefix=prefix, conj=opening.conj, prep=opening.prep)


def _opening(s: Scan, k: int) -> Match | None:
    """The office or modifier at `k`; a modifier whose office reaches further wins: «نائب · رئيس هيئة الأركان»."""
    m = s.best(k, "modifier", "office")
    modifier = s.best(k, "modifier")
    if m is None or modifier is None or m.kind == "modifier":
        return m
    after = s.best(modifier.j, "office", "minister") or s.best(modifier.j, "modifier")
    return modifier if after and not after.conj and after.j > m.j else m


def office(s: Scan, m: Match) -> Title | None:
    """The head itself: «وزير الخارجية», «رئيس الوزراء», «نظيره»."""
    if m.kind == "office":
        return None if _tongue(s, m) else _listed(s, m)
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
        while (s.word(k).startswith("وال") or _adjective_of(s, k)) and not s.best(k, "nisba", "minister"):
            k += 1
        return Title(m.i, k, ("minister",), sector="GOV", number=_number(m.info), minister=True, definite=True)
    return None


def _adjective_of(s: Scan, k: int) -> bool:
    """«البحري» after «وزير الصيد والاقتصاد»."""
    return s.article(k) and s.word(k).endswith(("ي", "يه")) and s.word(k) not in s.lexicon.names


def head_of(body: Organisation, offices: tuple[str, ...]) -> tuple[str, ...]:
    """What the chair of a body of this kind is: «رئيس تحالف الفتح», «رئيس جهاز دعم الاستقرار»."""
    armed = body.kind == "armed-group" and body.sector in ("MIL", "COP") and offices[0] in CHAIR
    if armed:
        return ("military-commander",)
    what = HEADED.get(body.sector, "chair") if offices[0] == "chair" else offices[0]
    return (what, *offices[1:])


def _tongue(s: Scan, m: Match) -> bool:
    """«الناطقة بالفرنسية», «الناطقين باللغة العربية» speak a language, and for nobody."""
    after = s.word(m.j)
    language = after in ("باللغه", "بلغه") or (after.startswith("ب") and s.best(m.j, "nisba") is not None)
    return language and s.lexicon.tables.offices[int(m.ref)].office == "spokesperson"


def _listed(s: Scan, m: Match) -> Title:
    """An office of the list, with the state or body that its own words hold («حاكم مصرف سورية المركزي»)."""
    m = replace(m, pronoun=_owner(s, m)) if m.info == "f" else m
    if m.pronoun and (whole := _with_adjective(s, m)):
        return whole
    row = s.lexicon.tables.offices[int(m.ref)]
    given = dict(value.split("=") for value in row.takes if "=" in value)
    definite = m.article or s.words[m.j - 1].startswith("ال")
    end, body, country = m.j, given.get("body"), given.get("state")
    inner = next((x for k in range(m.i + 1, m.j) if (x := s.best(k, "org")) and x.j > m.j), None)
    if inner and not inner.conj:
        organisation = s.lexicon.tables.organisations[int(inner.ref)]
        end, body, country = inner.j, organisation.id, organisation.country
        rebels = organisation.sector == "REB" and s.word(m.j - 1) == "حركه" and row.office == "party-leader"
        row = replace(row, office="movement-leader" if rebels else head_of(organisation, (row.office,))[0])
    if country is None and row.sector != "IGO":
        inside = (s.best(k, "nisba", "state") for k in range(m.i + 1, m.j) if s.word(k) not in OF_MONEY)
        country = next((str(x.ref) for x in inside if x and not x.conj and x.j <= m.j), None)
    charge = s.best(m.j, "portfolio") if row.office == "state-minister" and s.word(m.j) == "لشوون" else None
    if charge and charge.ref not in ("foreign", "defence"):
        return Title(m.i, charge.j, (f"{charge.ref}-minister",), sector="GOV", minister=True, definite=True)
    return Title(
        m.i,
        end,
        (row.office,),
        country=country,
        body=body,
        sector=row.sector,
        number=_number(m.info),
        definite=definite,
        bare=m.j - m.i == 1,
        construct=not definite and not m.pronoun,
        pronoun=m.pronoun,
    )


def _owner(s: Scan, m: Match) -> str:
    """«سفيره», «رئيسها», that folding makes one with «سفيرة»: the letter that the text has tells them apart."""
    if m.pronoun or m.info != "f" or m.j != m.i + 1:
        return m.pronoun
    if s.word(m.i).endswith("ها"):
        return "ها"
    return "ه" if s.last_letter(m.i) == "ه" else ""


def theirs(s: Scan, i: int) -> Title | None:
    """«أمينها التنفيذي», «رئيسها محمد ولد مولود»: an office of somebody; alone such words are everyday language."""
    word = s.words[i]
    pronoun = next((p for p in ("ها", "هم", "ه") if word.endswith(p)), "") if word[-1] in "هام" else ""
    if not pronoun:
        return None
    conj = "و" if word[0] == "و" else ""
    if s.article(i + 1) and (whole := _with_adjective(s, Match(i, i + 1, "office", 0, "", conj, pronoun=pronoun))):
        return whole
    stem = word[len(conj) :].removesuffix(pronoun)
    refs = [ref for kind, ref, info in s.lexicon.phrases.get(stem, ()) if kind == "office" and info == "m"]
    k = s.after_honorifics(i + 1 + s.section(i + 1, "title_adjectives")) if refs else i
    if not refs or s.word(k) not in s.lexicon.names or s.name_end(k) == k:
        return None
    row = s.lexicon.tables.offices[int(refs[0])]
    return Title(i, i + 1, (row.office,), sector=row.sector, conj=conj, definite=True, bare=True, pronoun=pronoun)


def _with_adjective(s: Scan, m: Match) -> Title | None:
    """«مستشارنا العسكري», «مندوبها الدائم»: the office is «المستشار العسكري», its owner a pronoun."""
    stem = s.word(m.i)[len(m.conj) + len(m.prep) : -len(m.pronoun)]
    for kind, ref, info in s.lexicon.phrases.get(f"ال{stem} {s.word(m.j)}", ()):
        if kind == "office" and m.j < s.size:
            row = s.lexicon.tables.offices[int(ref)]
            return Title(
                m.i,
                m.j + 1,
                (row.office,),
                sector=row.sector,
                number=_number(info),
                conj=m.conj,
                definite=True,
                pronoun=m.pronoun,
            )
    return None


def _number(info: str) -> str:
    return info if info in ("d", "p") else "s"
