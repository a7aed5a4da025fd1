"""Who a role without a name is, and of which state an office is that names none."""

import pytest

import waqai


def actors(text: str, outlet: str | None = None) -> list[tuple[str, str | None, str | None]]:
    record = waqai.read(text, published="2025-06-11", outlet=outlet)
    return [(p.name, p.office, p.country) for e in record.events for p in e.actors]


def test_a_role_is_the_person_named_with_that_office_later() -> None:
    text = (
        "التقى الرئيس الكيني نظيره المصري في القاهرة أمس.\n"
        "وقال الرئيس الكيني ويليام روتو إن الزيارة ناجحة، وشكر الرئيس المصري عبد الفتاح السيسي."
    )
    assert ("ويليام روتو", "head-of-state", "KEN") in actors(text)


def test_the_latter_is_the_person_named_last() -> None:
    text = "استقبل الرئيس المصري نبيه الطلفاحي وزير الخارجية الإيطالي أنطونيو تاياني. وطالب الأخير إسرائيل بوقف الحرب."
    assert actors(text)[-1] == ("أنطونيو تاياني", "foreign-minister", "ITA")


@pytest.mark.parametrize(
    ("outlet", "country"), [("كونا", "KWT"), ("وكالة الأنباء الكويتية (كونا)", "KWT"), ("وام", "ARE")]
)
def test_an_office_without_a_state_is_of_the_outlet_s_own(outlet: str, country: str) -> None:
    text = "التقى وزير الخارجية سالم الطلفاحي سفراء الكويت والإمارات أمس."
    record = waqai.read(text, published="2025-06-11", outlet=outlet)
    assert [e.country for e in record.entities if e.name == "سالم الطلفاحي"] == [country]


def test_who_speaks_for_the_ministry_is_of_the_one_named_not_of_the_guest() -> None:
    text = (
        "وزارة الخارجية الأردنية\nالتقى وزير الخارجية أيمن الصفدي وزير خارجية سلطنة عُمان بدر البوسعيدي في عمّان أمس.\n"
        "وقال الناطق الرسمي باسم الوزارة فؤاد المجالي إن الصفدي سيزور مسقط الشهر المقبل."
    )
    record = waqai.read(text, published="2025-11-04")
    assert {e.name: e.country for e in record.entities}["فؤاد المجالي"] == "JOR"


@pytest.mark.parametrize("counterparts", ["نظيريهما", "نظيراهما"])
def test_the_counterparts_of_two_are_two(counterparts: str) -> None:
    text = f"التقى الوزيران السوريان أسعد الشيباني ومرهف أبو قصرة {counterparts} التركيين هاكان فيدان ويشار غولر أمس."
    assert {country for _, _, country in actors(text)} == {"SYR", "TUR"}
    assert {"هاكان فيدان", "يشار غولر"} <= {name for name, _, _ in actors(text)}


def test_what_is_done_upon_invitation_is_told_once() -> None:
    text = "وصل الرئيس السوداني إلى القاهرة اليوم تلبية لدعوة من نظيره المصري."
    assert [e.act for e in waqai.read(text, published="2025-11-04").events] == ["visit"]


def test_two_members_of_one_family_are_two() -> None:
    text = "استقبل أمير الكويت الشيخ مشعل الأحمد الجابر الصباح نائب وزير الخارجية الشيخ جراح جابر الأحمد الصباح."
    people = {e.name for e in waqai.read(text).entities if e.kind == "person"}
    assert people == {"مشعل الأحمد الجابر الصباح", "جراح جابر الأحمد الصباح"}


OF_WHOM = [
    ("شن جيش العدو غارة على بلدة الخيام في جنوب لبنان.", "الوكالة الوطنية للإعلام", "ISR"),
    ("هدد وزير المالية الإسرائيلي ناحوم زعيرا مصر. واعتقلت الشرطة في القاهرة ثلاثة.", None, "EGY"),
    ("أدانت دول الجوار الهجوم على مطار الخرطوم.", None, None),
    ("نددت بعثة الأمم المتحدة بالقصف على طرابلس.", None, None),
    ("سراييفو/ الأناضول\nأدان القضاء الهجوم على مسجد في سراييفو.", "الأناضول", "BIH"),
]


@pytest.mark.parametrize(("text", "outlet", "country"), OF_WHOM)
def test_groups_are_of_the_state_that_context_tells_or_of_none(text: str, outlet: str, country: str) -> None:
    assert actors(text, outlet)[-1][2] == country


def test_a_minister_named_again_keeps_his_portfolio() -> None:
    text = "استقبل وزير الخارجية المغربي ناصر الفيلالي سفراء. والتقى الوزير الفيلالي وفدا من الرباط أمس."
    assert {office for _, office, _ in actors(text) if office and office.endswith("minister")} == {"foreign-minister"}


def test_a_leader_on_the_list_has_the_office_and_the_tenure_of_the_list() -> None:
    record = waqai.read("التقى الزعيم الليبي معمر القذافي وفدا في طرابلس أمس.", published="2009-04-16")
    assert [t.office for t in record.tenures] == ["head-of-state"]


def test_of_two_states_an_office_alone_is_of_the_one_the_report_is_dated_from() -> None:
    text = (
        "نجامينا - استدعت الخارجية التشادية سفير ليبيا بعد مقتل تاجر تشادي برصاص جنود ليبيين. "
        "وقال الناطق باسم الحكومة آدم بركة إن بلاده تطالب طرابلس بالاعتذار. "
        "وكان الرئيسان التشادي محمد إدريس ديبي والليبي محمد المنفي قد اتفقا على لجنة مشتركة."
    )
    demand = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "REQUEST")
    assert [a.country for a in demand.actors] == ["TCD"]
    assert [r.country for r in demand.recipients] == ["LBY"]


def test_who_heads_the_union_is_of_the_state_of_the_union_named_in_full() -> None:
    text = "دعا الاتحاد العام التونسي للشغل إلى إضراب عام. وندد الأمين العام للاتحاد سالم المنصوري بالقرار."
    assert ("سالم المنصوري", "secretary-general", "TUN") in actors(text)
    text = "دعا الاتحاد الأفريقي إلى الهدوء. وندد الأمين العام للاتحاد سالم المنصوري بالقرار."
    assert ("سالم المنصوري", "secretary-general", None) in actors(text)


def test_a_speaker_of_parliament_is_of_the_one_parliament_named() -> None:
    text = "ألقى الرئيس السنغالي كلمة أمام مجلس الشيوخ الإيطالي. والتقى رئيس مجلس الشيوخ لوكا فيرارا وفد الصحفيين."
    assert ("لوكا فيرارا", "senate-president", "ITA") in actors(text)


def test_the_counterpart_of_a_known_leader_has_his_office() -> None:
    assert actors("ماكرون يستقبل نظيره المصري في باريس.") == [
        ("ماكرون", "head-of-state", "FRA"),
        ("نظيره المصري", "head-of-state", "EGY"),
    ]


@pytest.mark.parametrize("name", ["أردوغان", "فيدان"])
def test_a_known_person_needs_no_title(name: str) -> None:
    assert (name, "TUR") in [(n, c) for n, _, c in actors(f"التقى لافروف و{name} في موسكو.")]


def test_a_town_whose_state_is_disputed_gives_nobody_a_state() -> None:
    text = "التقى محمد بوسعيد ومصطفى بايتاس في الداخلة وفدا من حزب الأصالة والمعاصرة المغربي."
    events = waqai.read(text, published="2025-10-17").events
    assert {p.country for e in events for p in e.actors} <= {"MAR", None}
