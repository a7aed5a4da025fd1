"""Words as a search finds them: one analyser for what is indexed and for what is asked.

A folded word is indexed as it stands and, where it carries an article or a conjunction, without them, so that
«وزير» finds «والوزير» and «أنقرة» finds «بأنقرة». The prepositions ب ل ك are taken off only where an article
follows or the rest is a known name, because too many words begin with those letters.
"""

import re
from collections.abc import Container, Iterator

from waqai.text.fold import fold_word

WORD = re.compile(r"\w+")
ARTICLE = "ال"
MIN_STEM = 3


def index_text(text: str, known: Container[str] = frozenset()) -> str:
    """The words to index for `text`, separated by spaces.

    Args:
        text: any text.
        known: folded names that a preposition may hide («انقره» in «بانقره»).
    """
    out: list[str] = []
    for match in WORD.finditer(fold_word(text)):
        word = match.group()
        out.append(word)
        out.extend(form for form in bare_forms(word, known) if form != word)
    return " ".join(out)


def bare_forms(word: str, known: Container[str] = frozenset()) -> Iterator[str]:
    """The forms of a folded word without its article and the particles before it, each once."""
    seen = {word}
    rest = word
    if rest[0] in "وف" and len(rest) > MIN_STEM:
        rest = rest[1:]
        if rest.startswith(ARTICLE) or rest in known or len(rest) > MIN_STEM:
            yield from _new(rest, seen)
    if rest.startswith("لل") and len(rest) > MIN_STEM + 1:
        yield from _new(rest[2:], seen)
        rest = ARTICLE + rest[2:]
    elif rest[0] in "بلك" and (rest[1:].startswith(ARTICLE) or rest[1:] in known):
        rest = rest[1:]
        yield from _new(rest, seen)
    if rest.startswith(ARTICLE) and len(rest) >= MIN_STEM + 1:
        yield from _new(rest[2:], seen)


def _new(form: str, seen: set[str]) -> Iterator[str]:
    if form not in seen:
        seen.add(form)
        yield form


def query_terms(query: str) -> list[list[str]]:
    """What a query asks for: all of the outer list, any of each inner one.

    Args:
        query: words as a person types them, in any spelling.
    """
    terms = []
    for match in WORD.finditer(fold_word(query)):
        word = match.group()
        stem = word
        if word[:1] in "وفبك" and word[1:].startswith(ARTICLE) and len(word) > MIN_STEM + 2:
            stem = word[1:]
        elif word.startswith("لل") and len(word) > MIN_STEM + 1:
            stem = ARTICLE + word[2:]
        if stem.startswith(ARTICLE) and len(stem) >= MIN_STEM + 1:
            stem = stem[2:]
        terms.append(list(dict.fromkeys((stem, word))))
    return terms
