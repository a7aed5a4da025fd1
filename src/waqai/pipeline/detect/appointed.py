"""Offices in the accusative, as appointments name them: «رئيسا لمجلس الوزراء», «محافظا للقنيطرة», «سفيرة لدى مالي»."""

from waqai.pipeline.detect.heads import DIPLOMATS, Title
from waqai.pipeline.detect.phrases import country_of
from waqai.pipeline.detect.scan import Scan

LONGEST = 5
# «سفيرا لها في الرياض».
OWNERS = frozenset(("له", "لها", "لهم"))
MINISTER = ("وزير", "وزيره")
POSTS = ("state", "seat", "place", "org")


def appointed(s: Scan, i: int) -> Title | None:
    """The title that an accusative opens; `None` where none does.

    Args:
        s: the sentence.
        i: where it may begin.
    """
    word = s.word(i)
    feminine = word.endswith("ه")
    if not (feminine or word.endswith("ا")) or len(word) < 4:
        return None
    k = i + 1
    while s.section(k, "rank_of_envoys"):
        k += 1
    to, own = s.word(k), _own(s, i)
    if not (to.startswith("ل") or (own and to == "في")) or k in s.times:
        return None
    stem = word if feminine else word[:-1]
    if stem in MINISTER:
        return _minister(s, i, k)
    offices = [ref for kind, ref, _ in s.lexicon.phrases.get(stem, ()) if kind == "office"]
    return _of_body(s, i, k, stem) or (_posted(s, i, k, int(offices[0])) if offices else None)


def _own(s: Scan, i: int) -> str:
    """The pronoun of «سفيرها لدى الهند», «سفيره في تونس»; the ة of «سفيرة» is none."""
    word = s.word(i)
    return "ها" if word.endswith("ها") else "ه" if word.endswith("ه") and s.last_letter(i) == "ه" else ""


def _genitive(word: str) -> str:
    """The word that ل is attached to: «للقنيطرة» is القنيطرة."""
    return "ال" + word[2:] if word.startswith("لل") else word[1:]


def _minister(s: Scan, i: int, k: int) -> Title | None:
    for n in range(LONGEST, 0, -1):
        key = " ".join((_genitive(s.word(k)), *s.words[k + 1 : k + n]))
        for kind, ref, _ in s.lexicon.phrases.get(key, ()):
            if kind == "portfolio" and k + n <= s.size:
                return Title(
                    i, k + n, (f"{ref}-minister",), sector="GOV", minister=True, definite=True, rule="appointed"
                )
    return None


def _of_body(s: Scan, i: int, k: int, stem: str) -> Title | None:
    """«رئيسا لمجلس الوزراء» is «رئيس مجلس الوزراء»."""
    for n in range(LONGEST, 0, -1):
        key = " ".join((stem, _genitive(s.word(k)), *s.words[k + 1 : k + n]))
        for kind, ref, _ in s.lexicon.phrases.get(key, ()):
            if kind == "office" and k + n <= s.size:
                row = s.lexicon.tables.offices[int(ref)]
                given = dict(value.split("=") for value in row.takes if "=" in value)
                country, body = given.get("state"), given.get("body")
                return Title(
                    i,
                    k + n,
                    (row.office,),
                    sector=row.sector,
                    country=country,
                    body=body,
                    definite=True,
                    rule="appointed",
                )
    return None


def _posted(s: Scan, i: int, k: int, ref: int) -> Title | None:
    """«محافظا للقنيطرة», «سفيرة لجمهورية السنغال لدى موريتانيا», «سفيرا لدى مالي», «سفيرا لها في الرياض»."""
    row = s.lexicon.tables.offices[ref]
    owner = s.word(k)[1:] if s.word(k) in OWNERS else _own(s, i)
    k += s.word(k) in OWNERS
    if s.word(k) == "لدي" or (owner and s.word(k) in ("في", "الي")):
        to = s.best(k + 1, *POSTS)
        if to is None or row.office not in DIPLOMATS:
            return None
        return Title(
            i,
            to.j,
            (row.office,),
            host=country_of(s, to),
            sector=row.sector,
            definite=True,
            pronoun=owner,
            rule="appointed",
        )
    of = s.best(k, *POSTS)
    if of is None or of.prep != "ل":
        return None
    j, host = of.j, None
    if s.word(j) in ("لدي", "في") and (to := s.best(j + 1, *POSTS)) and not to.prep:
        j, host = to.j, country_of(s, to)
    body = s.lexicon.tables.organisations[int(of.ref)].id if of.kind == "org" else None
    return Title(
        i,
        j,
        (row.office,),
        country=country_of(s, of),
        host=host,
        body=body,
        sector=row.sector,
        definite=True,
        rule="appointed",
    )
