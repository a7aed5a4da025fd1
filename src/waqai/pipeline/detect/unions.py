"""«ترحيب خليجي», «عقوبات أوروبية», «الكوريتان»: words that stand for a body of several states, or for two states."""

from functools import lru_cache

from waqai.lexicon import Lexicon
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

SECTION = "union."
KOREAS = "KOR PRK"


@lru_cache(maxsize=2)
def adjectives(lexicon: Lexicon) -> dict[str, str]:
    """The bodies of several states, by the adjectives that stand for them."""
    sections = (name for name in lexicon.grammar if name.startswith(SECTION))
    return {word: name.removeprefix(SECTION) for name in sections for word in lexicon.grammar[name]}


@lru_cache(maxsize=2)
def shorthand(lexicon: Lexicon) -> frozenset[str]:
    """Every spelling of a word that this module reads."""
    koreas = lexicon.grammar["two_koreas"]
    return frozenset((*adjectives(lexicon), *(letters + word for word in koreas for letters in ("", "و", "ب"))))


def several_states(s: Scan, i: int) -> Mention | None:
    """The body whose adjective describes the event noun before word `i`, or the two states that it names."""
    word = s.word(i)
    if word not in shorthand(s.lexicon):
        return None
    body = adjectives(s.lexicon).get(word)
    if body is None:
        return _koreas(s, i)
    first = i - 1 if s.word(i - 1) not in adjectives(s.lexicon) else i - 2
    told = s.best(first, "noun", "phrase")
    if told is None or told.j != first + 1 or s.article(first) or s.article(i):
        return None
    if s.lexicon.tables.triggers[int(told.ref)].act == "visit":
        return None  # «جولة أوروبية»: where one goes
    row = s.lexicon.organisations[body]
    return Mention(
        sentence=s.index, i=i, j=i + 1, kind="org", name=row.name, name_span=s.span(i, i + 1), sector=row.sector,
        body=row.id, adjective=True, definite=s.article(i), rule="union",
    )  # fmt: skip


def _koreas(s: Scan, i: int) -> Mention:
    skip = not s.article(i)
    return Mention(
        sentence=s.index, i=i, j=i + 1, kind="anaphor", name=s.phrase(i, i + 1, skip), name_span=s.span(i, i + 1, skip),
        number="d", definite=True, ref=KOREAS, rule="both-sides", conj="و" if s.word(i)[0] == "و" else "",
        prep="ب" if s.word(i)[0] == "ب" else "",
    )  # fmt: skip
