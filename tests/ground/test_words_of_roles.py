"""Who is known by office alone has words of the text too, without what is attached in front."""

import pytest

import waqai


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("استقبل وزير العدل الكيني، الاثنين، القائم بالأعمال البرازيلي في نيروبي", "القائم بالأعمال البرازيلي"),
        ("التقى رئيس وزراء نيبال بوزير خارجية لاوس في كاتماندو", "وزير خارجية لاوس"),
        ("دعت وزارة الخارجية الكوبية كل الأطراف إلى ضبط النفس في هايتي", "الأطراف"),
    ],
)
def test_a_role_is_shown_by_its_words(text: str, words: str) -> None:
    event = waqai.read(text, published="2026-02-03").events[0]
    parties = {p.text: p.span for p in (*event.actors, *event.recipients)}
    assert words in parties
    span = parties[words]
    assert span is not None
    assert text[span[0] : span[1]] == words
