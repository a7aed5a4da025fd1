"""Folding keeps the way back: on any text, a folded range has its range of the text as received."""

from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold, fold_word

ARABIC = st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF))
FORMS = st.text(alphabet=st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC))
TEXTS = st.one_of(st.text(), ARABIC, FORMS, st.lists(st.one_of(st.text(), ARABIC, FORMS)).map(" ".join))


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_word(text)
    assert fold_word(once) == once


@given(TEXTS)
def test_fold_and_fold_word_agree(text: str) -> None:
    assert fold(text).text == fold_word(text)


@given(TEXTS)
def test_spans_stay_inside_and_keep_their_order(text: str) -> None:
    folded = fold(text)
    last = 0
    for k in range(len(folded.text)):
        start, end = folded.span(k, k + 1)
        assert 0 <= last <= start < end <= len(text)
        last = start


@given(TEXTS, st.data())
def test_a_span_folds_to_what_it_came_from(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    a, b = folded.span(start, end)
    assert folded.text[start:end] in fold_word(text[a:b])


def test_spellings_of_one_word_fold_alike() -> None:
    assert len({fold_word(w) for w in ("أردوغان", "اردوغان", "إردوغان", "أَرْدُوغان", "أردوغـــان")}) == 1
    assert fold_word("الإیرانی") == fold_word("الإيراني")
    assert fold_word("٢٠٢٥") == "2025"


def test_marks_on_the_last_letter_belong_to_the_span() -> None:
    text = "قالَ الوزيرُ"
    folded = fold(text)
    a, b = folded.span(0, len("قال"))
    assert text[a:b] == "قالَ"
