"""Words that point back: «الجانبان», «بلاده», «جلالته»."""

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan


def both_sides(s: Scan, i: int) -> Mention:
    """«الجانبان», «بينهما»: two that were named before."""
    word = s.word(i)
    attached = "" if word in s.lexicon.grammar["both_sides"] else word[0]
    return Mention(
        sentence=s.index, i=i, j=i + 1, kind="anaphor",
        name=s.phrase(i, i + 1, len(attached)), name_span=s.span(i, i + 1, len(attached)),
        prep=attached if attached in "بل" else "", conj="و" if attached == "و" else "",
        number="d", definite=True, rule="both-sides",
    )  # fmt: skip


def stems(word: str) -> tuple[str, ...]:
    """A word as written, and without one and two attached letters."""
    return word, word[1:] if word[:1] in "وبل" else word, word[2:] if word[:2] in ("وب", "ول") else word


def own_country(s: Scan, i: int) -> Mention:
    """«بلاده»: the speaker's own state."""
    word = s.word(i)
    own = s.lexicon.grammar["own_country"]
    stem = next(x for x in stems(word) if x in own)
    skip = len(word) - len(stem)
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


def pointing(s: Scan, i: int) -> Mention | None:
    """«جلالته», «سيادته»: the person named before; «المجلس» alone: the body named before."""
    word, grammar = s.word(i), s.lexicon.grammar
    for section, rule in (("honoured", "honorific"), ("bodies_again", "body")):
        stem = next((x for x in stems(word) if x in grammar[section]), None)
        alone = rule != "body" or not (s.article(i + 1) or s.best(i + 1, "nisba", "state", "org"))
        if stem is not None and alone:
            skip = len(word) - len(stem)
            return Mention(
                sentence=s.index, i=i, j=i + 1, kind="anaphor",
                name=s.phrase(i, i + 1, skip), name_span=s.span(i, i + 1, skip),
                prep=next((c for c in word[:skip] if c in "بل"), ""), conj="و" if skip and word[0] == "و" else "",
                definite=True, rule=rule,
            )  # fmt: skip
    return None
