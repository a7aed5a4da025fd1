"""Marches are no drones, a crowd nobody names is of its place, and who fights, storms or is told of by others."""

import pytest

import waqai

Told = tuple[str, str, set[str], set[str]]

REPORTS: list[tuple[str, list[Told]]] = [
    # a march has a definite name, or somebody holds it; a drone does something or is somebody's
    ("شهدت العاصمة الكينية نيروبي مسيرة حاشدة ضد الضرائب.", [("PROTEST", "protest", {"محتجون"}, set())]),
    ("استهدفت مسيرة إسرائيلية سيارة في صيدا.", [("ASSAULT", "attack", {"مسيرة إسرائيلية"}, {"لبنان"})]),
    ("تسببت المسيرة في مواجهات بين الشرطة الكينية وطلاب.", [("ASSAULT", "clash", {"الشرطة الكينية", "طلاب"}, set())]),
    # only folding makes of «شحنة» a verb with its pronoun
    ("دمر الجيش السوداني شحنة من الأسلحة في الفاشر.", [("ASSAULT", "attack", {"الجيش السوداني"}, set())]),
    (
        "بحث الوزير الكيني قضية اللاجئين الصوماليين مع سفير إيطاليا.",
        [("CONSULT", "talks", {"الوزير الكيني", "سفير إيطاليا"}, set())],
    ),
    # after a time the place that is stormed follows those who storm it
    ("اقتحم ألفا مستوطن صباح الأحد باحات المسجد الأقصى.", [("PROTEST", "protest", {"ألفا مستوطن"}, set())]),
    # who says that a deed was meant did not do it
    ("أكد الاتحاد الأفريقي أن استهداف المستشفى في الخرطوم كان متعمدا.", [("ASSAULT", "attack", set(), {"المستشفى"})]),
    (
        "ازدادت حدة القصف المتبادل بين الجيش السوداني وقوات الدعم السريع.",
        [("ASSAULT", "clash", {"الجيش السوداني", "قوات الدعم السريع"}, set())],
    ),
    (
        "صدقت الحكومة الكينية، أمس، على مرسوم رئاسي ينظم الانتخابات.",
        [("SUPPORT", "ratification", {"الحكومة الكينية"}, set())],
    ),
    # who stands right after the verb and agrees with it does it, whatever people end the clause before
    (
        "بينما يستقبل الرئيس الكيني رئيسة وزراء ليتوانيا والرئيس الغاني حذرت موسكو من حرب.",
        [
            ("CONSULT", "meeting", {"الرئيس الكيني", "رئيسة وزراء ليتوانيا", "الرئيس الغاني"}, set()),
            ("THREATEN", "warning", {"روسيا"}, set()),
        ],
    ),
    (
        "قال الوزير الكيني إنه باق بعد أن رفض نواب بارزون الانضمام إلى اللجنة.",
        [("REJECT", "refusal", {"نواب"}, {"اللجنة"})],
    ),
    ("قال مسؤول كيني إن جنديا صوماليا أطلق النار على سائق.", [("ASSAULT", "attack", {"جنديا صوماليا"}, {"سائق"})]),
    # what is signed is told by the signing; nobody ratifies by speaking of it
    (
        "وقعت وزيرة الخارجية الكينية على وثيقة طلب انضمام البلاد إلى حلف شمال الأطلسي.",
        [("SUPPORT", "signing", {"وزيرة الخارجية الكينية"}, set())],
    ),
    # who says that nothing will be investigated refuses it, and investigates nothing
    ("أعلنت الحكومة الكينية عدم فتح تحقيق في الحادث.", [("REJECT", "refusal", {"الحكومة الكينية"}, set())]),
    # who fell in a fight fell in that fight
    ("أعلن حاكم غاريسا مقتل 6 أشخاص خلال معارك مع حركة الشباب.", [("ASSAULT", "clash", {"حركة الشباب"}, {"6 أشخاص"})]),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_does_what(text: str, told: list[Told]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, e.act, {a.name for a in e.actors}, {r.name for r in e.recipients}) for e in events] == told


def test_a_march_with_a_name_is_one() -> None:
    text = "تنطلق اليوم مسيرة الأعلام في القدس. وأغلقت الشرطة الإسرائيلية الطريق قبل مسيرة الأعلام بساعات."
    events = waqai.read(text, published="2025-10-17").events
    assert [e.type for e in events].count("PROTEST") == 1


def test_a_person_is_killed_once() -> None:
    text = (
        "قتل جنود كينيون الصحفي عبد الله نور في غاريسا. ونددت النقابة باغتيال الصحفي عبد الله نور."
        " وطالبت منظمة العفو الدولية بالتحقيق في مقتله."
    )
    events = waqai.read(text, published="2025-10-17").events
    killed = [({a.name for a in e.actors}, {r.name for r in e.recipients}) for e in events if e.type == "ASSAULT"]
    assert killed == [({"جنود كينيون"}, {"عبد الله نور"})]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what a verb of telling says of a deed condemns it; who was killed is not accused
        (
            "قال وزير الخارجية الكيني إن إثيوبيا تجاوزت كل الخطوط الحمراء.",
            [("ACCUSE", "condemnation", {"وزير الخارجية الكيني"}, {"إثيوبيا"})],
        ),
        (
            "أكد الوزير الكيني أن مقتل الصحفي عبد الله نور انتهاك صارخ للقانون.",
            [
                ("ACCUSE", "condemnation", {"الوزير الكيني"}, set()),
                ("ASSAULT", "attack", set(), {"عبد الله نور"}),
            ],
        ),
        # who guards those who storm is not stormed
        (
            "اقتحم مئات المستوطنين باحات المسجد الأقصى بحماية من الشرطة الإسرائيلية.",
            [("PROTEST", "protest", {"مئات المستوطنين"}, set())],
        ),
        # a name spelled like «أن» ends no clause
        (
            "وقعت وزيرة الدفاع لينا نوردستروم ووزيرة الخارجية آن هولم على وثيقة مهمة.",
            [("SUPPORT", "signing", {"لينا نوردستروم", "آن هولم"}, set())],
        ),
        # forces that are made to withdraw do
        (
            "أقامت القوات الإثيوبية مواقع دفاعية بعد إجبارها على الانسحاب من المدينة.",
            [
                ("MOBILIZE", "deployment", {"القوات الإثيوبية"}, set()),
                ("RETREAT", "withdrawal", {"القوات الإثيوبية"}, set()),
            ],
        ),
    ],
)
def test_who_is_meant(text: str, told: list[Told]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, e.act, {a.name for a in e.actors}, {r.name for r in e.recipients}) for e in events] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is backed has not come about, and what pictures show has
        (
            "أعلن الرئيس الكيني دعمه انضمام أرمينيا إلى الاتحاد الأوروبي.",
            [("SUPPORT", "statement-of-support")],
        ),
        ("نشر ناشطون صورا لقصف الجيش السوداني مدينة الفاشر.", [("ASSAULT", "attack")]),
        (
            "أسفر عن إصابات اندلاع مواجهات بين المقدسيين وقوات الاحتلال.",
            [("ASSAULT", "clash")],
        ),
    ],
)
def test_what_has_come_about(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.act) for e in waqai.read(text, published="2025-10-17").events] == told


def test_the_weapon_says_more_than_the_aim() -> None:
    text = "نددت النقابة باغتيال الصحفي عبد الله نور. وقتل جنود كينيون الصحفي عبد الله نور برصاص قناصة في غاريسا."
    killed = [e for e in waqai.read(text, published="2025-10-17").events if e.type == "ASSAULT"]
    assert [e.mode for e in killed] == ["firearms"]


def test_a_thing_right_behind_the_verb_is_its_subject() -> None:
    text = "ويتجاهل القرار الوزاري دعوات المعارضة الكينية إلى الحوار."
    events = waqai.read(text, published="2025-10-17").events
    assert [e.type for e in events if any("المعارضة" in a.name for a in e.actors)] in ([], ["REQUEST"])
