"""What is intended, agreed on, called off or described by the way is one event, and told once."""

import pytest

import waqai


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تعتزم واشنطن وطهران توقيع اتفاق نووي قريبا", [("AGREE", "signing")]),
        ("يعتزم البرلمان السلوفيني التصديق على اتفاق التجارة مع مصر", [("AGREE", "ratification")]),
        ("اتفق وزيرا خارجية الأردن وهولندا على أن تعقد اللجنة اجتماعها الشهر المقبل", [("AGREE", "meeting")]),
        ("ألغيت القمة الروسية الأميركية في بودابست", [("REJECT", "refusal")]),
        ("قال مسؤول إن المحادثات بين صربيا وكوسوفو أُلغيت", [("REJECT", "refusal")]),
        ("أجرت مصر والهند تدريبا بحريا في المتوسط", [("COOPERATE", "exercise")]),
        ("أجرى الجيش الصيني مناورات حول تايوان", [("MOBILIZE", "exercise")]),
        ("رفضت إيران مقترحا عمانيا أيدته قطر", [("REJECT", "refusal")]),
        ("وقعت مصر ورواندا مذكرة تفاهم في مجال التدريب العسكري", [("SUPPORT", "signing")]),
        ("ستفتح الجزائر حدودها مع تونس الأسبوع المقبل", [("AGREE", "opening")]),
    ],
)
def test_one_happening_is_one_event(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.act) for e in waqai.read(text, published="2025-10-17").events] == told


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("اتفق الجانبان المصري والتركي على فتح خط بحري", {"EGY", "TUR"}),
        ("بدأت في جنيف مفاوضات بين الوفدين الروسي والأوكراني", {"RUS", "UKR"}),
    ],
)
def test_two_sides_are_the_states_their_demonyms_name(text: str, countries: set[str]) -> None:
    (event,) = waqai.read(text, published="2025-10-17").events
    assert {a.country for a in event.actors} == countries


def test_two_sides_named_again_are_those_who_met() -> None:
    met = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان. "
    text = met + "واتفق الجانبان المصري والتركي على فتح خط بحري."
    agreed = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "AGREE")
    assert {a.country for a in agreed.actors} == {"EGY", "TUR"}
