"""Mentions that are no titles: states, organisations, ministries, groups, places, bare names and anaphors."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import QUOTES
from waqai.pipeline.detect.scan import Scan
from waqai.text.fold import fold_word

GROUP_WORDS = 3


def noun_at(s: Scan, i: int) -> Mention | None:
    """The mention that begins at word `i`, or `None`."""
    m = s.best(i, "ministry", "portfolio") if s.best(i, "group") else None
    if m is not None and (mention := READERS[m.kind](s, m)):
        return mention
    m = s.best(
        i, "org", "state", "seat", "nisba", "ministry", "group", "place", "official", "portfolio", "outlet", "honorific"
    )
    if s.section(i, "both_sides") or (s.word(i)[:1] in "وبل" and s.word(i)[1:] in s.lexicon.grammar["both_sides"]):
        return _anaphor(s, i)
    if s.word(i).lstrip("وبل") in s.lexicon.grammar["own_country"]:
        return _own_country(s, i)
    counted = _counted(s, i)
    if counted is not None:
        return counted
    named_place = _named_place(s, i) if m is None or m.kind in ("group", "place") else None
    if named_place is not None:
        return named_place
    if m is None:
        return bare_name(s, i)
    reader = READERS.get(m.kind)
    return reader(s, m) if reader else None


def _mention(s: Scan, m: Match, kind: str, j: int, **values: object) -> Mention:
    skip = len(m.conj) + len(m.prep)
    name = s.phrase(m.i, j, skip)
    if m.prep and s.word(m.i)[len(m.conj) :].startswith("لل") and name.startswith("ل"):
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


def _anaphor(s: Scan, i: int) -> Mention:
    word = s.word(i)
    attached = "" if word in s.lexicon.grammar["both_sides"] else word[0]
    return Mention(
        sentence=s.index, i=i, j=i + 1, kind="anaphor", name=s.phrase(i, i + 1, len(attached)), name_span=s.span(i, i + 1, len(attached)),
        prep=attached if attached in "بل" else "", conj="و" if attached == "و" else "", number="d", definite=True, rule="both-sides",
    )  # fmt: skip


LOCAL_WORDS = frozenset(("في", "العاصمه", "مدينه", "الي", "من", "قرب", "وسط"))


def _own_country(s: Scan, i: int) -> Mention:
    """«بلاده»: the speaker's own state."""
    word = s.word(i)
    stem = word.lstrip("ولب") if word not in s.lexicon.grammar["own_country"] else word
    skip = max(0, len(word) - len(stem)) if stem in s.lexicon.grammar["own_country"] else 0
    prep = next((c for c in word[:skip] if c in "بل"), "")
    return Mention(
        sentence=s.index,
        i=i,
        j=i + 1,
        kind="anaphor",
        name=s.phrase(i, i + 1, skip),
        name_span=s.span(i, i + 1, skip),
        prep=prep,
        conj="و" if skip and word[0] == "و" else "",
        rule="own country",
    )


def _state(s: Scan, m: Match) -> Mention:
    """A state by its name; a seat of government is the place itself after «في», and the government elsewhere."""
    if m.kind == "seat" and (m.prep == "ب" or s.word(m.i - 1).lstrip("و") in LOCAL_WORDS):
        place = s.best(m.i, "place")
        if place:
            return _place(s, place)
    return _mention(s, m, "state", m.j, country=str(m.ref), sector="GOV", definite=True, rule=m.kind, ref=m.ref)


def _nisba(s: Scan, m: Match) -> Mention:
    """A demonym: an adjective of the noun before it, or people of that state («ثلاثة جزائريين»)."""
    plural = m.info.startswith("p")
    before = s.word(m.i - 1)
    if before in s.lexicon.grammar["capital_word"] and str(m.ref) in s.lexicon.states and not m.conj:
        return _capital(s, m)
    adjective = (
        not plural
        and not m.prep
        and not m.conj
        and before.isalpha()
        and before not in s.lexicon.grammar["prepositions"]
    )
    kind = "thing" if adjective else "group"
    return _mention(
        s,
        m,
        kind,
        m.j,
        country=str(m.ref),
        sector="CVL",
        adjective=adjective,
        definite=m.article,
        number="p" if plural else "s",
        rule="demonym",
    )


def _named_place(s: Scan, i: int) -> Mention | None:
    """«في بلدة ظلامبسا», «بسجن المرناقية»: a place named by its kind, whether or not a list holds the name."""
    word = s.word(i)
    prep = (
        "ب" if word.startswith("ب") and word not in s.lexicon.grammar["settlement"] | s.lexicon.grammar["site"] else ""
    )
    noun = word[len(prep) :]
    settlement = noun in s.lexicon.grammar["settlement"]
    if not settlement and noun not in s.lexicon.grammar["site"]:
        return None
    if not prep and s.word(i - 1).lstrip("و") not in LOCAL_WORDS | {"علي"}:
        return None
    known = s.best(i + 1, "place")
    if known and not known.conj and not known.prep:
        inner = _place(s, known)
        start = i + 1 if settlement else i
        return replace(
            inner,
            i=i,
            name=s.phrase(start, known.j, 0 if settlement else len(prep)),
            name_span=s.span(start, known.j, 0 if settlement else len(prep)),
            prep=prep,
            rule="named place",
        )
    nxt = s.word(i + 1)
    taken = s.best(i + 1, "nisba", "state", "office", "minister", "verb", "light", "report", "general", "noun", "org")
    if (
        not nxt.isalpha()
        or i + 1 in s.times
        or taken
        or nxt in s.names.stop
        or (nxt in s.lexicon.common and not nxt.startswith("ال"))
    ):
        return None
    j = i + 2
    start = i + 1 if settlement else i
    return Mention(
        sentence=s.index,
        i=i,
        j=j,
        kind="place",
        name=s.phrase(start, j, 0 if settlement else len(prep)),
        name_span=s.span(start, j, 0 if settlement else len(prep)),
        prep=prep,
        definite=True,
        rule="named place",
    )


def _capital(s: Scan, m: Match) -> Mention:
    """«العاصمة القطرية» is Doha, whether or not the name follows."""
    state = s.lexicon.states[str(m.ref)]
    named = s.best(m.j, "seat", "place")
    j = named.j if named and not named.conj and not named.prep else m.j
    prep = "ب" if s.word(m.i - 1).startswith("ب") else ""
    place = next(
        (int(ref) for kind, ref, _ in s.lexicon.phrases.get(fold_word(state.capital), ()) if kind == "place"), None
    )
    return _mention(
        s, m, "place", j, name=state.capital, country=state.iso, ref=place, prep=prep, definite=True, rule="capital"
    )


def _org(s: Scan, m: Match) -> Mention:
    row = s.lexicon.tables.organisations[int(m.ref)]
    j, country = m.j, row.country
    nisba = s.best(j, "nisba")
    if nisba and nisba.article and not nisba.conj and not nisba.prep and (country is None or country == nisba.ref):
        j, country = nisba.j, str(nisba.ref)
    return _mention(
        s,
        m,
        "org",
        j,
        country=country,
        sector=row.sector,
        body=row.id,
        ref=m.ref,
        definite=True,
        rule=f"organisations.tsv:{row.id}",
    )


def _ministry(s: Scan, m: Match) -> Mention | None:
    """«وزارة الدفاع التركية», «وزارة خارجية قطر», «وزارة الدفاع»."""
    portfolio = s.best(m.j, "portfolio")
    if portfolio is None:
        return None
    j, country = _owner(s, portfolio.j)
    return _mention(
        s, m, "org", j, country=country, sector="GOV", body=f"ministry:{portfolio.ref}", definite=True, rule="ministry"
    )


def _portfolio(s: Scan, m: Match) -> Mention | None:
    """«الخارجية القطرية»: a ministry named by its portfolio alone needs its demonym or a state."""
    if not s.word(m.j - 1).startswith("ال") and not m.article:
        return None
    nisba = s.best(m.j, "nisba")
    if nisba is None or nisba.conj or nisba.prep or not nisba.article or "f" not in nisba.info:
        return None
    return _mention(
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


def _owner(s: Scan, k: int) -> tuple[int, str | None]:
    """The demonym or state that follows a noun phrase, and where it ends."""
    m = s.best(k, "nisba", "state")
    if m and not m.conj and m.prep in ("", "ل"):
        if m.kind == "nisba" and (m.article or "p" in m.info):
            return m.j, str(m.ref)
        if m.kind == "state":
            return m.j, str(m.ref)
    return k, None


def _counted(s: Scan, i: int) -> Mention | None:
    """«34 مدنيا», «ثلاثة دبلوماسيين», «آلاف الأشخاص», «المئات»: a number or quantity with the people it counts."""
    word = s.word(i)
    bare = (
        word[1:]
        if word[:1] in "وبل" and not word.isdigit() and word not in s.lexicon.grammar["quantity_words"]
        else word
    )
    number = word.isdigit() or bare in s.lexicon.grammar["number_words"]
    if not number and bare not in s.lexicon.grammar["quantity_words"]:
        return None
    k = i + 1
    while (
        k < s.size
        and k < i + 4
        and (
            s.word(k).isdigit()
            or s.word(k) in ("من", "علي", "الاقل")
            or s.word(k).lstrip("و") in s.lexicon.grammar["number_words"]
        )
    ):
        k += 1
    skip = len(word) - len(bare)
    kind = Mention(
        sentence=s.index,
        i=i,
        j=i + 1,
        kind="group",
        sector="CVL",
        number="p",
        prep=word[0] if skip and word[0] in "بل" else "",
        conj="و" if skip and word[0] == "و" else "",
        rule="counted",
    )
    m = s.best(k, "group", "nisba")
    if m is not None and not m.conj and m.prep == "":
        inner = READERS[m.kind](s, m)
        if inner is not None:
            return replace(
                kind,
                j=inner.j,
                name=s.phrase(i, inner.j, skip),
                name_span=s.span(i, inner.j, skip),
                country=inner.country,
                sector=inner.sector,
            )
    if s.word(k) in s.lexicon.grammar["people_nouns"] or (
        bare in ("مييات", "الاف", "عشرات") and s.word(k).startswith("ال") and s.word(k).endswith(("ين", "ون"))
    ):
        j, country = _owner(s, k + 1)
        return replace(kind, j=j, name=s.phrase(i, j, skip), name_span=s.span(i, j, skip), country=country)
    if bare in ("الميات", "الالاف", "العشرات", "المييات"):
        return replace(kind, name=s.phrase(i, i + 1, skip), name_span=s.span(i, i + 1, skip))
    return None


def _group(s: Scan, m: Match) -> Mention:
    """«قوات الأمن العراقية», «فصائل سورية», «الجيش السوداني», «متظاهرون»."""
    number = "p" if m.info.startswith("pl") else "s"
    j, country = m.j, None
    if s.word(m.j) in QUOTES and (end := _quoted(s, m.j)):
        inner = s.best(m.j + 1, "org", "place")
        return _mention(
            s,
            m,
            "group",
            end,
            country=_country(s, inner) if inner else None,
            sector=str(m.ref),
            number=number,
            definite=True,
            rule="group",
        )
    if head_word(s, m) in s.lexicon.grammar["institution_words"]:
        j = _genitives(s, m.j)
    for k in range(j, min(j + GROUP_WORDS + 1, s.size)):
        owner = s.best(k, "nisba", "state", "place", "org", "seat")
        if owner and (owner.prep or owner.conj):
            break
        if owner and (owner.kind == "nisba" or (not m.article and (k == m.j or k == j))):
            j, country = owner.j, _country(s, owner)
            break
        if s.section(k, "belonging_words"):
            owner = s.best(k + 1, "org", "group", "state", "nisba", "seat")
            if owner and owner.prep == "ل":
                nisba = s.best(owner.j, "nisba")
                j = nisba.j if nisba and nisba.article else owner.j
                country = (
                    str(nisba.ref) if nisba and nisba.article else None if owner.kind == "group" else _country(s, owner)
                )
            break
        if k in s.times or not s.word(k).isalpha() or not _adjective(s, m, k):
            break
        if s.matches[k] and any(
            x.kind in ("verb", "light", "general", "attribution", "office", "minister") for x in s.matches[k]
        ):
            break
    return _mention(
        s, m, "group", j, country=country, sector=str(m.ref), number=number, definite=m.article or j > m.j, rule="group"
    )


def head_word(s: Scan, m: Match) -> str:
    """The noun of a group without its attached particles and article."""
    word = s.word(m.i)[len(m.conj) + len(m.prep) :]
    return word.removeprefix("ال")


def _genitives(s: Scan, k: int) -> int:
    """The end of the genitives that go on an institution's name."""
    end = k
    while end < min(k + 4, s.size) and end not in s.times:
        word = s.word(end)
        verb = any(
            x.kind in ("verb", "light", "report", "general", "office", "minister", "honorific") for x in s.matches[end]
        )
        owner = s.best(end, "nisba", "state", "place", "org", "seat")
        if (
            not word.isalpha()
            or (verb and not s.article(end))
            or owner
            or not (
                s.article(end)
                or word.startswith("وال")
                or (word in s.lexicon.names and word not in s.lexicon.common and word not in s.names.stop)
                or (end == k and word in ("مكافحه", "حمايه", "دعم", "شوون"))
            )
        ):
            break
        end += 1
    return end


def _quoted(s: Scan, k: int) -> int:
    """The end of a short quotation that opens at word `k`: a name («حركة "إم 23"»); 0 where it is long or open."""
    for end in range(k + 2, min(k + 7, s.size)):
        if s.word(end) in QUOTES:
            return end + 1
    return 0


def _adjective(s: Scan, m: Match, k: int) -> bool:
    """Words allowed between a group's head and its demonym agree with it in having ال or not."""
    word = s.word(k)
    if word in s.lexicon.grammar["prepositions"] or word in s.lexicon.grammar["subordinators"]:
        return False
    if m.article:
        return word.startswith("ال")
    return not word.startswith("ال") and word.endswith(("ون", "ين", "ات", "يه", "ه", "يون", "يين", "ار", "اء"))


def _country(s: Scan, m: Match) -> str | None:
    if m.kind == "place":
        return s.lexicon.tables.places[int(m.ref)].country
    if m.kind == "org":
        return s.lexicon.tables.organisations[int(m.ref)].country
    return str(m.ref)


def _place(s: Scan, m: Match) -> Mention:
    row = s.lexicon.tables.places[int(m.ref)]
    return _mention(s, m, "place", m.j, country=row.country, ref=m.ref, definite=True, rule="gazetteer")


def _official(s: Scan, m: Match) -> Mention | None:
    """A known person named without a title."""
    row = s.lexicon.tables.officials[int(m.ref)]
    single = m.j - m.i == 1
    if single and (m.article or (m.conj and s.word(m.i) in s.lexicon.common)):
        return None
    return _mention(
        s,
        m,
        "person",
        m.j,
        ref=m.ref,
        country=row.country,
        sector=row.sector,
        definite=True,
        rule=f"officials.tsv:{row.id}",
    )


def _outlet(s: Scan, m: Match) -> Mention | None:
    row = s.lexicon.tables.outlets[int(m.ref)]
    return _mention(s, m, "outlet", m.j, country=row.country, sector="MED", ref=m.ref, rule=f"outlets.tsv:{row.id}")


def _honorific(s: Scan, m: Match) -> Mention | None:
    """«الأمير خالد», «السيناتور فلان»: a person named with a rank or honour only."""
    k = m.j
    while (more := s.best(k, "honorific")) and not more.conj:
        k = more.j
    end = s.name_end(k)
    if end == k or s.word(k) not in s.lexicon.names or m.prep == "ك":
        return None
    sector = str(m.ref) or None
    return _mention(
        s,
        m,
        "person",
        end,
        name=s.phrase(k, end),
        name_span=s.span(k, end),
        sector=sector,
        definite=True,
        rule="honorific",
    )


def bare_name(s: Scan, i: int) -> Mention | None:
    """Two or more words that lists of names hold, in a row: a person without a title."""
    word = s.word(i)
    names, common = s.lexicon.names, s.lexicon.common
    if i in s.times or word not in names or word in common or word in s.lexicon.grammar["name_glue"]:
        return None
    end = s.name_end(i)
    if end - i < 2 or sum(w in names for w in s.words[i:end]) < 2:
        return None
    return Mention(
        sentence=s.index,
        i=i,
        j=end,
        kind="person",
        name=s.phrase(i, end),
        name_span=s.span(i, end),
        definite=True,
        rule="name parts",
    )


READERS = {
    "org": _org,
    "state": _state,
    "seat": _state,
    "nisba": _nisba,
    "ministry": _ministry,
    "group": _group,
    "place": _place,
    "official": _official,
    "portfolio": _portfolio,
    "outlet": _outlet,
    "honorific": _honorific,
}
