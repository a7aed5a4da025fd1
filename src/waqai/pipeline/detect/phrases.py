"""What the readers of nouns share: a mention from a match, and the state a noun belongs to."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

# What goes by its portfolio alone.
MINISTRIES = frozenset(["الخارجيه", "الداخليه"])
BODIES = ("group", "org", "ministry")


def mention_of(s: Scan, m: Match, kind: str, j: int, **values: object) -> Mention:
    """A mention on the words from a match to `j`, its name without the attached letters."""
    skip = len(m.conj) + len(m.prep)
    name = s.phrase(m.i, j, skip)
    behind = s.word(m.i)[len(m.conj) + 2 :] if m.prep and s.word(m.i)[len(m.conj) :].startswith("لل") else ""
    if behind and (m.article or "ال" + behind in s.lexicon.heads):
        # «للاتحاد» is «الاتحاد»; «للبنان» is «لبنان».
        name = "ا" + name
    base = Mention(
        sentence=s.index,
        i=m.i,
        j=j,
        kind=kind,
        prep=m.prep,
        conj=m.conj,
        name=name,
        name_span=s.span(m.i, j, skip),
        pronoun=m.pronoun,
    )
    return replace(base, **values)


def owner_of(s: Scan, k: int) -> tuple[int, str | None]:
    """The demonym or state that follows a noun phrase, and where it ends."""
    m = s.best(k, "nisba", "state")
    if m and not m.conj and m.prep in ("", "ل"):
        if m.kind == "nisba" and (m.article or "p" in m.info):
            return m.j, str(m.ref)
        if m.kind == "state":
            return m.j, str(m.ref)
    return k, None


def country_of(s: Scan, m: Match) -> str | None:
    """The state a match belongs to."""
    if m.kind == "place":
        return s.lexicon.tables.places[int(m.ref)].country
    if m.kind == "org":
        return s.lexicon.tables.organisations[int(m.ref)].country
    return str(m.ref)


def organisation(s: Scan, m: Match, j: int, country: str | None) -> Mention:
    """A body of the list, on the words from its match to `j`."""
    row = s.lexicon.tables.organisations[int(m.ref)]
    return mention_of(
        s, m, "org", j, country=country, sector=row.sector, body=row.id, ref=m.ref, definite=True,
        rule=f"organisations.tsv:{row.id}",
    )  # fmt: skip


def organisation_at(s: Scan, m: Match) -> Mention | None:
    """A body of the list with the demonym that may follow it; with another state's it is that state's."""
    if m.article and m.j - m.i == 1:
        # «الحماس» is zeal.
        return None
    j, country = m.j, country_of(s, m)
    if s.word(j - 2) == "بقياده" and (also := s.best(j, "state")) and also.conj:
        # «التحالف بقيادة السعودية والإمارات».
        j = also.j
    nisba = s.best(j, "nisba")
    if nisba and nisba.article and not nisba.conj and not nisba.prep and (country is None or country == nisba.ref):
        j, country = nisba.j, str(nisba.ref)
    elif nisba and j - m.i == 1 and nisba.article and not nisba.conj and s.article(m.i) and nisba.info[:1] != "p":
        # «الكونغرس البيروفي» is not the one that is meant by the noun alone.
        listed = s.lexicon.tables.organisations[int(m.ref)]
        return mention_of(
            s, m, "group", nisba.j, country=str(nisba.ref), sector=listed.sector, definite=True, rule="group"
        )
    return organisation(s, m, j, country)


def ministry(s: Scan, m: Match) -> Mention | None:
    """«وزارة الدفاع التركية», «وزارة خارجية قطر», «وزارة الدفاع»."""
    portfolio = s.best(m.j, "portfolio")
    if portfolio is None or s.word(m.j - 1).endswith("الوزاره"):
        # «نفت الوزارة الأنباء»: behind «ال» no portfolio follows.
        return None
    j, country = owner_of(s, portfolio.j)
    return mention_of(
        s, m, "org", j, country=country, sector="GOV", body=f"ministry:{portfolio.ref}", definite=True, rule="ministry"
    )


def portfolio_alone(s: Scan, m: Match) -> Mention | None:
    """«الخارجية القطرية» is a ministry by portfolio and demonym; «الحرب البوسنية», «المرأة العراقية» are none."""
    if not s.section(m.j - 1, "portfolios_alone"):
        return None
    nisba = s.best(m.j, "nisba")
    if nisba is None or nisba.conj or nisba.prep or not nisba.article or "f" not in nisba.info:
        return _speaking(s, m)
    return mention_of(
        s,
        m,
        "org",
        nisba.j,
        country=str(nisba.ref),
        sector="GOV",
        body=f"ministry:{m.ref}",
        definite=True,
        rule="ministry by portfolio",
    )


def _speaking(s: Scan, m: Match) -> Mention | None:
    """«وحملت الخارجية الحكومة المسؤولية»: behind a feminine verb the portfolio is the ministry itself."""
    verb = s.best(m.i - 1, "report", "verb", "light", "attribution")
    feminine = verb is not None and s.word(m.i - 1).endswith("ت") and s.word(m.i) in MINISTRIES
    if not feminine or s.best(m.j, "nisba", "state"):
        return None
    return mention_of(
        s, m, "org", m.j, sector="GOV", body=f"ministry:{m.ref}", definite=True, rule="ministry by portfolio"
    )


def second_demonym(s: Scan, m: Match) -> bool:
    """«الحكومتان المغربية والسنغالية»: the second of two demonyms; «القوات الهندية والباكستانية» are two forces."""
    first = s.best(m.i - 1, "nisba")
    body = any(x.j <= m.i for k in range(max(0, m.i - 3), m.i - 1) if (x := s.best(k, *BODIES)))
    joined = m.conj == "و" and first is not None and first.article == m.article and not first.conj and not first.prep
    return joined and not body
