"""People named without a title: two words or more that lists of names hold, in a row."""

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.phrases import mention_of
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.wording import relative_adjective

ADJECTIVES = 3
# «ليلى أبوعاقلة».
KUNYA_JOINED = "ابو"
# «عبد القادر المرتضى».
SERVANT = ("عبد", "وعبد")
# «خلفا للدكتور معين عبد الملك» held the office before.
IN_PLACE_OF = frozenset(("خلفا", "خليفه"))


def _titled_after(s: Scan, k: int) -> bool:
    """«عامر شرباتي، وزير الاقتصاد», «جون ويلبرت القائم بأعمال وكيل الوزارة»: an office right after a name."""
    m = s.best(k + 1 if s.word(k) == "،" else k, "office", "minister", "modifier")
    several = m is not None and (s.word(k) == "،" or m.j - m.i > 1 or m.kind == "minister")
    return m is not None and several and not m.conj and not m.prep


def bare_name(s: Scan, i: int) -> Mention | None:
    """Two or more words that lists of names hold, in a row: a person without a title."""
    word = s.word(i)
    names, common = s.lexicon.names, s.lexicon.common
    replaced = s.word(i - 1) in IN_PLACE_OF and word[0] == "ل" and word[1:] in names
    if replaced and (end := s.name_end_after_conjunction(i)) > i + 1:
        return _named(s, i, end, 1)
    servant = word in SERVANT and s.article(i + 1) and s.word(i + 1) in names
    if s.word(i)[0] == "و" and s.best(i, "report", "verb", "general", "light"):
        return None
    if s.best(i, "verb") and s.best(i + 1, "office"):
        return None  # «عزى ملك الأردن نظيره»: a verb and a title that are both spelled like names
    if i in s.times or ((word not in names or word in common or s.section(i, "name_glue")) and not servant):
        return None
    end = s.name_end(i)
    listed = sum(w in names or w.startswith(KUNYA_JOINED) for w in s.words[i:end])
    if end - i < 2 + servant or (listed < 2 and not _titled_after(s, end)):
        return None
    return _named(s, i, end, 0)


def _named(s: Scan, i: int, end: int, skip: int) -> Mention:
    return Mention(
        sentence=s.index,
        i=i,
        j=end,
        kind="person",
        name=s.phrase(i, end, skip),
        name_span=s.span(i, end, skip),
        definite=True,
        rule="name parts",
    )


def of_a_state(s: Scan, k: int) -> tuple[int, str | None]:
    """«الكاتب المصري علاء الأسواني», «رجل الدين الشيعي السعودي فلان»: the adjectives before a name, and whose he is."""
    start, country = k, None
    while start < k + ADJECTIVES:
        nisba = s.best(start, "nisba")
        if nisba and nisba.article and not nisba.conj and not nisba.prep:
            start, country = nisba.j, country or str(nisba.ref)
        elif relative_adjective(s, start):
            start += 1
        else:
            break
    end = s.name_end(start)
    named = end > start + 1 or (end > start and s.word(start) in s.lexicon.names)
    return (start, country) if named and country else (k, None)


def named_by_demonym(s: Scan, m: Match) -> Mention | None:
    """«مقتل الأميركية جين هولمز»: a demonym that cannot describe the noun before it is of the name behind it."""
    alone = m.article and not s.article(m.i - 1) and "p" not in m.info
    event = s.best(m.i - 1, "noun") if alone else None
    trigger = s.lexicon.tables.triggers[int(event.ref)] if event is not None else None
    if trigger is None or not (trigger.idafa == "obj" or "subj" in trigger.recipient):
        return None
    second = s.best(m.j, "nisba")
    k = second.j if second is not None and second.article and not second.conj else m.j
    end = s.name_end(k)
    if end - k < 2 or s.word(k) not in s.lexicon.names:
        return None
    return mention_of(
        s, m, "person", end, name=s.phrase(k, end), name_span=s.span(k, end), country=str(m.ref), sector="CVL",
        definite=True, rule="demonym before a name",
    )  # fmt: skip


def described(s: Scan, m: Match) -> Mention | None:
    """«المعارض التونسي نجيب السالمي»: what somebody is and of which state, before the name."""
    nisba = s.best(m.j, "nisba")
    if nisba is None or not nisba.article or nisba.conj or nisba.prep or "p" in nisba.info:
        return None
    end = s.name_end(nisba.j)
    if end - nisba.j < 2 or s.word(nisba.j) not in s.lexicon.names:
        return None
    return mention_of(
        s, m, "person", end, name=s.phrase(nisba.j, end), name_span=s.span(nisba.j, end), country=str(nisba.ref),
        sector=str(m.ref), definite=True, rule="what one is before a name",
    )  # fmt: skip
