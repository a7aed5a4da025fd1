"""Quotations found in the text as received, and nothing found that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.llm.words import Quotes
from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect

TEXT = "التقى وزير الخارجيّة هاكان فيدان\nنظيره الشيباني، والأحد زار أنقرة. وفي أنقرة بحث الملف مع الشيباني وللرياض دور."


def quotes(text: str = TEXT) -> Quotes:
    return Quotes(detect(analyze(Document(id="x", text=text, published="2025-10-17", language="ar"))))


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        ("هاكان فيدان", ["هاكان فيدان"]),
        ("وزير الخارجية", ["وزير الخارجيّة"]),
        ("فيدان نظيره", []),  # one sentence ends between them
        ("الاحد", ["الأحد"]),
        ("انقره", ["أنقرة", "أنقرة"]),
        ("لرياض", ["لرياض"]),
        ("كان", []),  # inside «هاكان»
        ("الشيبان", ["الشيبان", "الشيبان"]),
        ("سيرغي لافروف", []),
        ("،", []),
        ("", []),
    ],
)
def test_places_of_a_quotation(quote: str, places: list[str]) -> None:
    assert [TEXT[slice(*found.span)] for found in quotes().all(quote)] == places


def test_the_place_nearest_to_another_in_its_sentence_first() -> None:
    read = quotes()
    first, second = read.all("أنقرة")
    assert read.nearest("الشيباني", first) == read.all("الشيباني")[0]
    assert read.nearest("الشيباني", second) == read.all("الشيباني")[1]


@given(st.data())
def test_any_words_of_the_text_are_found_where_they_stand(data: st.DataObject) -> None:
    read = quotes()
    sentence = data.draw(st.sampled_from(read.sentences))
    i = data.draw(st.integers(0, len(sentence.words) - 1))
    j = data.draw(st.integers(i + 1, len(sentence.words)))
    start, end = sentence.spans[i][0], sentence.spans[j - 1][1]
    found = [words.span for words in read.all(TEXT[start:end])]
    assert ((start, end) in found) == any(c.isalnum() for c in TEXT[start:end])
