"""Places: from the gazetteer, by the kind of place, and capitals."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.phrases import mention_of
from waqai.pipeline.detect.scan import Scan
from waqai.text.fold import fold_word

LOCAL_WORDS = frozenset(("في", "العاصمه", "مدينه", "الي", "من", "قرب", "وسط"))


def named_place(s: Scan, i: int) -> Mention | None:
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
    j, base = i + 2, None
    if known and not known.conj and not known.prep:
        j, base = known.j, place_at(s, known)
    elif not _may_be_place(s, i + 1):
        return None
    start, skip = (i + 1, 0) if settlement else (i, len(prep))
    base = base or Mention(sentence=s.index, i=i, j=j, kind="place", definite=True)
    name, span = s.phrase(start, j, skip), s.span(start, j, skip)
    return replace(base, i=i, name=name, name_span=span, prep=prep, rule="named place")


def _may_be_place(s: Scan, k: int) -> bool:
    """Whether word `k`, after the kind of a place, may be its name."""
    word = s.word(k)
    if not word.isalpha() or k in s.times or word in s.names.stop:
        return False
    if s.best(k, "nisba", "state", "office", "minister", "verb", "light", "report", "general", "noun", "org"):
        return False
    return word not in s.lexicon.common or word.startswith("ال")


def capital(s: Scan, m: Match) -> Mention:
    """«العاصمة القطرية» is Doha, whether or not the name follows."""
    state = s.lexicon.states[str(m.ref)]
    named = s.best(m.j, "seat", "place")
    j = named.j if named and not named.conj and not named.prep else m.j
    prep = "ب" if s.word(m.i - 1).startswith("ب") else ""
    place = next(
        (int(ref) for kind, ref, _ in s.lexicon.phrases.get(fold_word(state.capital), ()) if kind == "place"), None
    )
    said = {"name_span": s.span(m.j, j), "name": s.phrase(m.j, j)} if j > m.j else {"name": state.capital}
    return mention_of(s, m, "place", j, **said, country=state.iso, ref=place, prep=prep, definite=True, rule="capital")


def place_at(s: Scan, m: Match) -> Mention:
    """A place of the gazetteer."""
    row = s.lexicon.tables.places[int(m.ref)]
    return mention_of(s, m, "place", m.j, country=row.country, ref=m.ref, definite=True, rule="gazetteer")
