"""Those who belong to a group that acts, who come along, and whom words of one gender point to."""

import pytest

import waqai


def actors(text: str, kind: str) -> set[tuple[str, str | None]]:
    events = waqai.read(text, published="2025-10-17").events
    return {(p.name, p.country) for e in events if e.type == kind for p in e.actors}


MEMBERS = [
    (
        "استقبل الرئيس اللبناني جوزاف عون وفدا من الكونغرس الأميركي ضم السيناتور داريل كوفمان والنائب جون هاربر.",
        "CONSULT",
        {("داريل كوفمان", "USA"), ("جون هاربر", "USA")},
    ),
    ("أدانت ست دول، بينها كينيا وغانا، القصف الروسي لكييف.", "ACCUSE", {("كينيا", "KEN"), ("غانا", "GHA")}),
    ("انتقدت الأحزاب الكبرى، ومن بينها حزب العدالة، قرار الرئيس التونسي.", "ACCUSE", {("حزب", "TUN")}),
    (
        "استقبل الرئيس الكيني ويليام روتو المبعوثة السويدية أنيكا لارسون، ترافقها سفيرة السويد كارولين فيسيل.",
        "CONSULT",
        {("كارولين فيسيل", "SWE")},
    ),
    (
        "التقى رئيس الوزراء القطري وزيرة خارجية كينيا غريس وانجيرو، التي تزور البلاد. وحضر المقابلة السفير سالم بوزيد.",
        "CONSULT",
        {("سالم بوزيد", "QAT")},
    ),
    ("أيد رئيس الوزراء البلجيكي مظاهرات حاشدة خرجت في بروكسل تضامنا مع عمان.", "PROTEST", {("محتجون", "BEL")}),
]


@pytest.mark.parametrize(("text", "kind", "who"), MEMBERS)
def test_members_and_companions_take_part(text: str, kind: str, who: set[tuple[str, str | None]]) -> None:
    assert who <= actors(text, kind)


def test_members_are_not_those_who_are_accused() -> None:
    text = "انتقدت الأحزاب الكبرى، ومن بينها حزب العدالة، قرار الرئيس التونسي."
    (event,) = [e for e in waqai.read(text, published="2025-10-17").events if e.type == "ACCUSE"]
    assert not event.recipients


GENDERS = [
    (
        "استقبل وزير الخارجية القطري سلطان الهاجري السفيرة البرازيلية ماريا سوزا. وأشادت بدور الدوحة في الوساطة.",
        "SUPPORT",
        "ماريا سوزا",
    ),
    (
        "التقت وزيرة الخارجية الليبية نجلاء بوزيد وزير الخارجية الكيني لي أومبوكو أمس. واتهمت الوزيرة تونس بالكذب.",
        "ACCUSE",
        "نجلاء بوزيد",
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), GENDERS)
def test_feminine_words_are_of_a_woman(text: str, kind: str, who: str) -> None:
    assert {name for name, _ in actors(text, kind)} == {who}
