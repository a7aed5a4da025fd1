"""Where an event was: the building, the town, the place struck; never where those spoken of are."""

import pytest

import waqai


def places(text: str) -> dict[str, str | None]:
    """The place of each event by its act; of several with one act the last."""
    return {e.act: e.where.name if e.where else None for e in waqai.read(text, published="2025-10-17").events}


BUILDINGS = [
    ("استقبل الرئيس الغاني جون ماهاما في القصر الجمهوري وزير الخارجية الكيني.", "meeting", "القصر الجمهوري"),
    ("استقبل الرئيس الغاني بالقصر الرئاسي في أكرا وزير الخارجية الكيني.", "meeting", "القصر الرئاسي في أكرا"),
    ("التقى وزير الخارجية الغاني نظيره الكيني في مقر وزارة الخارجية بنيروبي.", "meeting", "مقر وزارة الخارجية بنيروبي"),
    ("تسلم الوزير الغاني أوراق اعتماد السفير الكيني في ديوان عام الوزارة بأبوظبي.", "credentials",
     "ديوان عام الوزارة بأبوظبي"),
    ("استقبل الرئيس الغاني بمقر رئاسة الجمهورية الوزير الكيني.", "meeting", "مقر رئاسة الجمهورية"),
    ("استقبل الرئيس الغاني بمقر الرئاسة بمدينة كوماسي الوزير الكيني.", "meeting", "مقر الرئاسة بمدينة كوماسي"),
    ("احتشد المئات في ميدان الشهداء بمصراتة هاتفين ضد الحكومة.", "protest", "ميدان الشهداء بمصراتة"),
    ("اعتقلت القوات الكينية ثلاثة مسلحين في معسكر التكبالي.", "arrest", "معسكر التكبالي"),
    ("قصفت طائرات كينية مواقع المسلحين على امتداد خط المراقبة.", "attack", "خط المراقبة"),
    ("افتتح الرئيس الصومالي سفارة بلاده في دار السلام.", "opening", "دار السلام"),
    ("أفرجت السلطات المصرية عن 20 معتقلا من سجن بدر.", "release", "سجن بدر"),
    ("اعتقلت القوات التشادية ثلاثة مسلحين في مطار مدينة أمدجراس.", "arrest", "مطار مدينة أمدجراس"),
    ("قصفت طائرات كينية مواقع المسلحين قرب مطار بنينا الدولي.", "attack", "مطار بنينا الدولي"),
    ("تظاهر المئات أمام السفارة الفرنسية في العاصمة الكينية احتجاجا على الحرب.", "protest",
     "السفارة الفرنسية في العاصمة الكينية"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "name"), BUILDINGS)
def test_a_building_is_named_with_its_town(text: str, act: str, name: str) -> None:
    assert places(text)[act] == name


def test_a_building_lies_where_its_town_does() -> None:
    text = "استقبل الرئيس الغاني بالقصر الرئاسي في أكرا وزير الخارجية الكيني."
    (event,) = waqai.read(text).events
    assert event.where is not None
    assert (event.where.country, event.where.lat is not None) == ("GHA", True)


def test_a_house_of_state_is_that_of_who_receives_there() -> None:
    text = "استقبل الرئيس الغاني جون ماهاما في القصر الجمهوري وزير الخارجية الكيني."
    (event,) = waqai.read(text).events
    assert event.where is not None
    assert event.where.country == "GHA"


ELSEWHERE = [
    # where those are whom sanctions are meant for
    ("فرضت الولايات المتحدة عقوبات على ثلاث شركات في نيجيريا.", "sanction", None),
    # a continent is what is spoken of
    ("التقى الرئيس الغاني الوزير الكيني على هامش مؤتمر التنمية في إفريقيا.", "meeting", None),
    # a participle that is spelled like a town
    ("أعلن الجيش الكيني إغلاق المعابر المؤدية إلى نيروبي.", "other", "نيروبي"),
    # his visitors, and no town of that spelling
    ("التقى الرئيس الغاني أمام زواره الوزير الكيني في أكرا.", "meeting", "أكرا"),
    # the one struck before others named in front
    ("بحث البرلمان وضع شركات في قبرص بعد هجوم صاروخي شنته إيران على إسرائيل.", "attack", "إسرائيل"),
    ("زار الرئيس الغاني كينيا أمس.", "visit", "كينيا"),
    # what was talked about, not where
    ("بحث الرئيس الغاني مع نظيره الكيني سبل دعم الاستقرار في ليبيا.", "talks", None),
    ("اجتمع رئيس الوزراء الكيني بالوزير الغاني، وناقشا أوضاع اللاجئين بإريتريا.", "meeting", None),
    # where what is planned is to be
    ("أعلن الوزيران أن اللجنة ستجتمع بلوساكا، كما وقعت كينيا وغانا خارطة طريق.", "signing", None),
    # no site is meant by «سوق العمل», nor a name by «محطة لتحلية المياه»
    ("اعتقلت الشرطة الكينية عشرات العاطلين في سوق العمل.", "arrest", None),
    ("يتوجه الرئيس الغاني جون ماهاما غدا إلى نيروبي لإجراء محادثات.", "visit", "نيروبي"),
    ("دفعت قيادة الجيش الكيني بألف جندي إلى بلدة لامو.", "deployment", "لامو"),
    ("اعتقلت الشرطة الكينية ناشطا وسط نيروبي.", "arrest", "نيروبي"),
]


@pytest.mark.parametrize(("text", "act", "name"), ELSEWHERE)
def test_a_place_is_where_it_happened(text: str, act: str, name: str | None) -> None:
    assert places(text)[act] == name


MEETING = "استقبل وزير الخارجية الغاني كومي أبلاكوا أمس في أكرا نظيره الكيني موساليا مودافادي."


@pytest.mark.parametrize(
    ("text", "act", "name"),
    [
        (" ووقع الوزيران في ختام اللقاء مذكرة تفاهم.", "signing", "أكرا"),
        # at another day's meeting
        (" ووقعت غانا وكينيا الأربعاء مذكرة تفاهم خلال اجتماع للجنة المشتركة.", "signing", None),
    ],
)
def test_what_is_signed_at_a_meeting_is_signed_where_it_was_held(text: str, act: str, name: str | None) -> None:
    assert places(MEETING + text)[act] == name


BACK = [
    ("شن مسلحون هجوما على مدينة غاريسا أمس. وفرضت السلطات حظر التجول في المدينة.", "other", "غاريسا"),
    ("غاريسا - هاجم مسلحون كنيسة أمس. واعتقلت الشرطة الكينية ثلاثة أشخاص في المدينة.", "arrest", "غاريسا"),
    ("هاجم مسلحون قاعدة ماندا الجوية أمس. ونشرت كينيا جنودا حول القاعدة.", "deployment", "قاعدة ماندا الجوية"),
    ("نيروبي - احتجت المعارضة الكينية أمس. وتظاهر الآلاف في العاصمة ضد الحكومة.", "protest", "نيروبي"),
    (
        "أكرا (غانا) - التقى الرئيس الغاني وزير الخارجية الكيني، الذي يزور البلاد في جولة تقوده إلى توغو.",
        "visit",
        "غانا",
    ),
    (
        "عمان 5 حزيران (بترا)- استقبل الوزير أيمن الصفدي وزيرة خارجية سلوفينيا، التي وصلت إلى المملكة أمس.",
        "visit",
        "الأردن",
    ),
    ("تونس - احتجت المعارضة التونسية أمس. وتظاهر الآلاف بالعاصمة ضد الحكومة.", "protest", "تونس"),
    # no town before it, and no dateline
    ("وتظاهر الآلاف في المدينة ضد الحكومة.", "protest", None),
]


@pytest.mark.parametrize(("text", "act", "name"), BACK)
def test_words_point_back_to_a_place(text: str, act: str, name: str | None) -> None:
    assert places(text)[act] == name


def test_a_truce_is_agreed_where_the_talks_were() -> None:
    text = "اتفقت باكستان وأفغانستان على وقف فوري لإطلاق النار خلال مفاوضات استضافتها الدوحة."
    assert {e.where.name if e.where else None for e in waqai.read(text).events} == {"الدوحة"}


def test_what_follows_among_the_same_people_is_where_they_were() -> None:
    text = "قصفت قوات الدعم السريع سوقا في مدينة الفاشر أمس. وأحرقت قوات الدعم السريع منازل المدنيين."
    found = [e.where.name if e.where else None for e in waqai.read(text, published="2025-10-17").events]
    assert set(found) == {"الفاشر"}


def test_a_meeting_on_the_sidelines_is_where_and_when_the_gathering_is() -> None:
    text = (
        "رأس الرئيس الغاني جون ماهاما في قصر المؤتمرات بأكرا مساء أمس القمة الأفريقية الطارئة. "
        "وعلى هامش القمة التقى وزير الخارجية الكيني موساليا مودافادي رئيس الوزراء المصري مصطفى مدبولي."
    )
    events = waqai.read(text, published="2025-10-17").events
    found = [(e.where.name, e.when.start) for e in events if e.act == "meeting" and e.where and e.when]
    assert found == [("قصر المؤتمرات بأكرا", "2025-10-16")]


COORDINATES = [
    ("زار وزير الخارجية الأردني أيمن الصفدي دمشق الأحد الماضي.", 170654),
    ("وصل وزير الخارجية العماني بدر البوسعيدي إلى طهران أمس.", 112931),
    ("زار الرئيس الفرنسي إيمانويل ماكرون سوريا الأسبوع الماضي.", 163843),
]


@pytest.mark.parametrize(("text", "geonames"), COORDINATES)
def test_a_capital_visited_is_where_the_town_is_not_in_the_middle_of_its_state(text: str, geonames: int) -> None:
    [where] = [e.where for e in waqai.read(text, published="2025-11-05").events if e.act == "visit"]
    assert where
    assert where.geonames == geonames
