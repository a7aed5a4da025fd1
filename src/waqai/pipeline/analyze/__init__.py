"""Stage 2: a document → sentences of folded words, each tied to the text as received."""

import re

from msgspec import Struct

from waqai.model import Document
from waqai.text.dateline import dateline_of
from waqai.text.fold import Folded, fold

WORD = re.compile(r"\w+|[^\w\s]")
# The end of a sentence; a full stop inside a number or an abbreviation («ت.غ», «د. كامل», «أ.د.») is not one.
# All begin with one set of marks, so that the search passes over letters at once.
STOP = re.compile(r"[.!؟?\n؛](?:(?<=\n)\n*|(?<=؛)(?=\s)|(?<![\n؛])(?<!\b[دمان].)(?=[\s»”\"')\]]|$))")
NONE = frozenset[int]()


class Sentence(Struct, frozen=True, gc=False):
    """One sentence: folded words with their offsets in the document's text.

    Attributes:
        words: folded words and punctuation marks.
        spans: half-open code-point ranges of the words in the text as received.
        start: offset of the first word; end: offset after the last.
        paragraph: running number of the paragraph.
        skip: number of leading words that are the dateline.
        ali: positions of «علي» written with its dots: the name, where «على» is the preposition.
    """

    words: list[str]
    spans: list[tuple[int, int]]
    start: int
    end: int
    paragraph: int
    skip: int = 0
    ali: frozenset[int] = frozenset()


class Analysis(Struct, frozen=True):
    """The document with its sentences; `opening` is the number of the one with the dateline, else 0."""

    document: Document
    sentences: tuple[Sentence, ...]
    dateline: tuple[int, int] | None
    folded: Folded
    opening: int = 0


def analyze(document: Document) -> Analysis:
    """Split a document into sentences and words.

    Args:
        document: the document, its text as received.

    Returns:
        The sentences in order; every word carries the offsets it has in `document.text`.
    """
    folded = fold(document.text)
    text = folded.text
    begins, ends = dateline_of(text)
    sentences, start, paragraph = [], 0, 0
    bounds = [(m.start(), m.end(), "\n" in m.group()) for m in STOP.finditer(text)]
    for stop, after, new_paragraph in [*bounds, (len(text), len(text), False)]:
        found = list(WORD.finditer(text, start, stop))
        if found:
            words = [m.group() for m in found]
            spans = folded.spans([m.span() for m in found])
            skip = sum(begins <= m.start() and m.end() <= ends for m in found) if start < ends else 0
            skip = skip if skip < len(words) else 0
            ali = _names(document.text, words, spans) if "علي" in words else NONE
            sentences.append(Sentence(words, spans, spans[0][0], spans[-1][1], paragraph, skip, ali))
        start = after
        paragraph += new_paragraph
    opening = next((n for n, s in enumerate(sentences) if s.skip), 0)
    return Analysis(document, tuple(sentences), folded.span(begins, ends) if ends else None, folded, opening)


def _names(text: str, words: list[str], spans: list[tuple[int, int]]) -> frozenset[int]:
    """Where «علي» is written with its dots."""
    return frozenset(k for k, word in enumerate(words) if word == "علي" and text[spans[k][1] - 1] in "يي")
