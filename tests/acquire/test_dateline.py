"""A text that nobody dated is dated by its dateline, where that has its year."""

import pytest

import waqai


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("لومي 24 نوفمبر 2026 (رويترز) - التقى وزير خارجية توغو أمس نظيره الغاني في لومي.", "2026-11-24"),
        ("وزير غاني يزور لومي\nلومي 24 نوفمبر 2026 (رويترز) - التقى وزير خارجية توغو أمس نظيره الغاني.", "2026-11-24"),
        ("لومي 24 نوفمبر (رويترز) - التقى وزير خارجية توغو أمس نظيره الغاني في لومي.", None),
        ("التقى وزير خارجية توغو في 24 نوفمبر 2026 نظيره الغاني في لومي.", None),
    ],
)
def test_a_dateline_with_its_year_dates_the_text(text: str, published: str | None) -> None:
    assert waqai.read(text).document.published == published


def test_days_are_counted_from_the_dateline_and_a_note_says_so() -> None:
    record = waqai.read("لومي 24 نوفمبر 2026 (رويترز) - التقى وزير خارجية توغو أمس نظيره الغاني في لومي.")
    when = record.events[0].when
    assert when is not None
    assert when.start == "2026-11-23"
    assert any("dateline «لومي 24 نوفمبر 2026 (رويترز)»" in note for note in record.document.notes)


def test_a_given_date_wins() -> None:
    text = "لومي 24 نوفمبر 2026 (رويترز) - التقى وزير خارجية توغو أمس نظيره الغاني في لومي."
    assert waqai.read(text, published="2026-11-30").document.published == "2026-11-30"
