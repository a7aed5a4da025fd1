"""Verbs that only say that something goes on, begins or is hastened leave the parties of what they go with."""

import pytest

import waqai


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("لا تزال كينيا ترفض فتح حدودها مع الصومال", "REJECT", ["كينيا"], ["الصومال"]),
        ("لا يزال الجيش الصومالي يحاصر بلدة جلب", "COERCE", ["الجيش الصومالي"], ["جلب"]),
        ("ما زالت بولندا تطالب موسكو بتعويضات", "REQUEST", ["بولندا"], ["روسيا"]),
        ("استمر الجيش المالي في قصف مواقع للمتمردين", "ASSAULT", ["الجيش المالي"], ["المتمردين"]),
        ("تواصل موسكو قصف المدن الأوكرانية", "ASSAULT", ["روسيا"], ["أوكرانيا"]),
        ("اكتفت باريس بالتنديد بالهجوم على نيامي", "ACCUSE", ["فرنسا"], []),
        ("سارعت برلين إلى إدانة الهجوم على كابول", "ASSAULT", [], []),
        ("أدانت أنقرة قصف المواقع السورية", "ACCUSE", ["تركيا"], []),
        ("أدانت أنقرة قصف المواقع السورية", "ASSAULT", [], ["سوريا"]),
        ("تظاهر ما يصل إلى خمسة آلاف شخص في برلين", "PROTEST", ["خمسة آلاف شخص"], []),
        ("تظاهر ما لا يقل عن ألفي معلم في لومي", "PROTEST", ["ألفي معلم"], []),
        ("أضرب ما يناهز مئتي عامل في مومباسا", "PROTEST", ["مئتي عامل"], []),
    ],
)
def test_who_and_whom(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = next(e for e in waqai.read(text, published="2026-02-03").events if e.type == kind)
    assert [p.name for p in event.actors] == actors
    assert [p.name for p in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("رفض الصينيون المقترح الأميركي بشأن الرسوم", "REJECT", ["الصينيون"]),
        ("اتفق الأوكرانيون والروس على تبادل الأسرى", "AGREE", ["الأوكرانيون", "الروس"]),
        ("عقد الكينيون والصوماليون جولة محادثات في لومي", "CONSULT", ["الكينيون", "الصوماليون"]),
        ("عبرت الخارجية الجزائرية عن رفضها للتصريحات الفرنسية", "REJECT", ["الخارجية الجزائرية"]),
    ],
)
def test_a_people_by_its_name_is_its_state(text: str, kind: str, actors: list[str]) -> None:
    event = next(e for e in waqai.read(text, published="2026-02-03").events if e.type == kind)
    assert [p.name for p in event.actors] == actors


def test_people_who_travel_are_no_state() -> None:
    assert not waqai.read("زار اليابانيون معرض الزهور في أمستردام", published="2026-02-03").events


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        (
            "أعلنت وزارة الخارجية الكوبية، مساء الأربعاء، طرد السفير البولندي في هافانا",
            "SANCTION",
            ["وزارة الخارجية الكوبية"],
            ["السفير البولندي"],
        ),
        ("رفض الكونغرس الكولومبي قانون الضرائب الجديد", "REJECT", ["الكونغرس الكولومبي"], []),
        ("أضرم أنصار الرئيس السابق فيليكس مالوم النار في حافلات", "ASSAULT", ["أنصار الرئيس السابق فيليكس مالوم"], []),
        ("شنت قوات العقيد مامادي كوندي هجوما على كانكان", "ASSAULT", ["قوات العقيد مامادي كوندي"], []),
        (
            "قضت محكمة في مينسك بسجن ناشطة عشرة أعوام، وطالبت برلين ولندن بالإفراج عنها",
            "REQUEST",
            ["ألمانيا", "بريطانيا"],
            ["بيلاروسيا"],
        ),
        ("سحبت النرويج رخصة بث قناة روسية", "COERCE", ["النرويج"], ["قناة روسية"]),
        ("أوقفت المديرية العامة للأمن الوطني شابا في طنجة", "COERCE", ["المديرية العامة للأمن الوطني"], ["شابا"]),
        ("أعلنت السلطات الحداد ثلاثة أيام في النيجر", "SUPPORT", ["السلطات"], []),
        (
            "التقت الوزيرة نوال عمر، التي تزور لومي، بوزير العدل الغاني كوفي أنان",
            "CONSULT",
            ["نوال عمر", "كوفي أنان"],
            [],
        ),
        (
            "قتل أربعة جنود نيجريين في هجوم قرب تيلابيري، وتبناه تنظيم الدولة الإسلامية",
            "ASSAULT",
            ["تنظيم الدولة الإسلامية"],
            ["أربعة جنود نيجريين"],
        ),
    ],
)
def test_whose_they_are_and_what_stands_between(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = next(e for e in waqai.read(text, published="2026-02-03").events if e.type == kind)
    assert [p.name for p in event.actors] == actors
    assert [p.name for p in event.recipients] == recipients


def test_financially_is_no_state() -> None:
    record = waqai.read("أكدت وزارة الخارجية النرويجية دعم كييف ماليا وعسكريا", published="2026-02-03")
    assert all(p.country != "MLI" for e in record.events for p in (*e.actors, *e.recipients))


def test_the_army_in_palestinian_towns_is_the_israeli() -> None:
    text = "هاجم مستوطنون قرية مادما جنوب نابلس. وقال سكان إن الجيش اعتقل شابين من القرية."
    event = next(e for e in waqai.read(text, published="2026-02-03").events if e.type == "COERCE")
    assert [(p.name, p.country) for p in event.actors] == [("الجيش", "ISR")]
