"""Bodies and officials of several states, whom an adjective tells, and two states in one word."""

import pytest

import waqai

WHO = [
    ("زار وفد خليجي العاصمة السورية دمشق واجتمع بالرئيس أحمد الشرع.", ("وفد خليجي", None)),
    ("أعربت لجنة خبراء أوروبية عن قلقها إزاء العنف في غينيا.", ("لجنة خبراء أوروبية", None)),
    ("انتقد دبلوماسي أوروبي قرار إسرائيل إغلاق المعبر.", ("دبلوماسي أوروبي", None)),
    ("التقى المبعوث الأفريقي الخاص الرئيس النيجري عبد الرحمن تياني في نيامي.", ("المبعوث الأفريقي الخاص", None)),
    ("ترحيب خليجي باتفاق وقف إطلاق النار في السودان.", ("مجلس التعاون لدول الخليج العربية", None)),
    ("اتهم الجيش المالي القوات الأممية بالانحياز.", ("الجيش المالي", "MLI")),
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_an_adjective_of_several_states_is_part_of_whom_it_describes(text: str, who: tuple[str, str | None]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert who in [(p.name, p.country) for e in events for p in e.actors]


def test_armed_men_are_not_those_whom_they_attack() -> None:
    text = "هاجم مسلحون مجهولون قافلة أممية في شمال دارفور وقتلوا سائقين."
    events = waqai.read(text, published="2025-10-17").events
    assert {p.name for e in events for p in e.actors} == {"مسلحون مجهولون"}


def test_the_delegation_again_is_the_one_of_several_states() -> None:
    text = "وصل وفد أممي إلى صنعاء أمس. وطالب الوفد بالإفراج عن المحتجزين."
    demand = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "REQUEST")
    assert [(p.name, p.country) for p in demand.actors] == [("وفد أممي", None)]


def test_the_two_koreas_are_two_states() -> None:
    text = "دعت بكين الكوريتين إلى الحوار."
    (event,) = waqai.read(text, published="2025-10-17").events
    assert {p.country for p in event.recipients} == {"KOR", "PRK"}


def test_who_adopts_a_resolution_does_what_it_says() -> None:
    text = "أصدر مجلس الأمن قرارا يفرض حظر سفر على خمسة من قادة الجماعات المسلحة في هايتي."
    (event,) = waqai.read(text, published="2025-10-17").events
    assert [p.name for p in event.actors] == ["مجلس الأمن"]
    assert [p.country for p in event.recipients] == ["HTI"]


def test_what_one_goes_on_with_has_its_object_behind_it() -> None:
    text = "قالت الوزارة إن كندا ستستمر في دعم أوكرانيا."
    (event,) = waqai.read(text, published="2025-10-17").events
    assert [p.country for p in event.actors] == ["CAN"]
    assert [p.country for p in event.recipients] == ["UKR"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # the government and the rebels joined to it are of one state, wherever they meet; the mediator is no side
        (
            "انطلقت في مسقط مشاورات بين وفدي الحكومة والحوثيين برعاية المبعوث الأممي هانس غروندبرغ. "
            "واتفق الطرفان على تبادل الأسرى.",
            {("الحكومة", "YEM"), ("الحوثيين", "YEM")},
        ),
        # a delegation is not of the state to which it goes, and may be of a body of several
        ("وصل وفد فني إلى كوناكري أمس.", {("وفد فني", None)}),
        (
            "وصل وفد من رؤساء دول المجموعة الاقتصادية لدول غرب أفريقيا إلى كوناكري.",
            {("المجموعة الاقتصادية لدول غرب أفريقيا", None)},
        ),
        # ministers and leaders of many states are of none, and least of that where they meet
        ("دعا وزراء الداخلية العرب في مراكش إلى مكافحة التهريب.", {("وزراء الداخلية العرب", None)}),
        ("طالب القادة الأوروبيون في بروكسل روسيا بوقف القتال.", {("القادة الأوروبيون", None)}),
        # whom a title with ال stands beside is another
        ("وصل الوزير الكيني. وطالب الوفد السلطات الغينية بإطلاق سراحهم.", {("الوفد", "KEN")}),
        # who was called «الشيخ» is «سموه»
        (
            "تلقى وزير الخارجية الإماراتي الشيخ عبدالله بن زايد اتصالا من وزير خارجية ليتوانيا سالم المقرحي. "
            "وأدان سموه الهجوم.",
            {("عبدالله بن زايد", "ARE")},
        ),
    ],
)
def test_of_which_state_they_are(text: str, actors: set[tuple[str, str | None]]) -> None:
    event = waqai.read(text, published="2025-10-17").events[-1]
    assert {(p.name, p.country) for p in event.actors} == actors
