"""Whom an appeal is made to where no list names them: the noun phrase before what is asked."""

import pytest

import waqai

APPEALS = [
    ("كما ناشدت حماس الأمتين العربية والإسلامية بالتحرك.", {"الأمتين العربية والإسلامية"}),
    ("دعت هيئات كينية المقدسيين إلى الاحتشاد في الساحة.", {"المقدسيين"}),
    ("دعا الرئيس الكيني إلى وقف إطلاق النار.", set()),
    ("دعا الوزير التركي اليوم إلى الحوار.", set()),
]


@pytest.mark.parametrize(("text", "whom"), APPEALS)
def test_who_is_asked_stands_before_what_is_asked(text: str, whom: set[str]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [{p.name for p in e.recipients} for e in events if e.type == "REQUEST"] == [whom]
