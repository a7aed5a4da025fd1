"""Words that point back, to whom: two sides, honorifics, the council; and what is told again."""

import waqai
from waqai.model import Event

WAR = "قصفت قوات الدعم السريع مدينة الفاشر الجمعة. وقال الجيش السوداني إنه صد الهجوم. "


def events(text: str, kind: str) -> list[Event]:
    return [e for e in waqai.read(text, published="2025-10-17").events if e.type == kind]


def test_two_who_fight_are_the_armed_sides_named_before() -> None:
    found = events(WAR + "وناشدت الأمم المتحدة طرفي القتال فتح ممر آمن.", "REQUEST")
    assert [[p.name for p in e.recipients] for e in found] == [["قوات الدعم السريع", "الجيش السوداني"]]
    assert all(p.because for p in found[0].recipients)


def test_two_who_appeal_to_the_same_sides_make_two_appeals() -> None:
    text = WAR + "وناشدت الأمم المتحدة طرفي القتال فتح ممر آمن. ودعا الاتحاد الأفريقي طرفي النزاع إلى هدنة."
    assert [[p.name for p in e.actors] for e in events(text, "REQUEST")] == [["الأمم المتحدة"], ["الاتحاد الأفريقي"]]


def test_an_honorific_is_the_person_introduced_with_it() -> None:
    text = (
        "استقبل معالي وزير الخارجية الغاني كوفي أنان سعادة السفير الكيني جون كاماو. "
        "وأعرب معاليه عن إدانة غانا للقصف، وثمّن السفير الكيني موقف غانا."
    )
    assert [[p.name for p in e.actors] for e in events(text, "ACCUSE")] == [["كوفي أنان"]]


def test_the_council_is_the_body_named_before() -> None:
    found = events("اجتمع مجلس الأمن الدولي الخميس. وأدان المجلس الهجوم على دمشق.", "ACCUSE")
    assert [p.name for p in found[0].actors] == ["مجلس الأمن الدولي"]


def test_a_visit_told_again_is_no_second_visit() -> None:
    text = "زار وزير الخارجية الفرنسي جان نويل بارو لبنان الثلاثاء. ودعا خلال الزيارة إلى تمكين الجيش اللبناني."
    assert len([e for e in events(text, "CONSULT") if e.act == "visit"]) == 1


def test_a_plan_with_a_term_lies_before_it() -> None:
    found = events("أعلنت تركيا أنها ستسحب قواتها من العراق قبل نهاية ديسمبر المقبل.", "CONCEDE")
    when = found[0].when
    assert when is not None
    assert (when.start, when.end) == ("2025-10-17", "2025-12-31")
    assert when.because
