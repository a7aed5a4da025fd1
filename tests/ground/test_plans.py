"""Plans: visits to come with their programme, rounds to come, who a paper speaks for; and what strikes whom."""

import pytest

import waqai

# Text, and type, act, actors and recipients of each event.
PLANS = [
    (
        "يعتزم الرئيس الكيني زيارة غانا في أغسطس.",
        [("AGREE", "visit", ["الرئيس الكيني"], ["غانا"])],
    ),
    (
        "أعلن الرئيس الكيني عزمه زيارة أكرا.",
        [("AGREE", "visit", ["الرئيس الكيني"], ["غانا"])],
    ),
    (
        "قد يصل الوزير الغاني إلى نيروبي إذا سمح العسكريون له.",
        [("AGREE", "visit", ["الوزير الغاني"], ["كينيا"])],
    ),
    # the programme of a visit to come, and who is received in it
    (
        "يبدأ الرئيس الكيني السبت جولة تقوده إلى اليابان. وفي هانوي، يعقد مباحثات مع الوزير الفيتنامي، "
        "قبل أن ينتقل إلى جاكرتا حيث يستقبله الرئيس الإندونيسي.",
        [
            ("AGREE", "visit", ["الرئيس الكيني"], ["اليابان"]),
            ("AGREE", "meeting", ["الرئيس الكيني", "الوزير الفيتنامي"], []),
            ("AGREE", "meeting", ["الرئيس الإندونيسي", "الرئيس الكيني"], []),
        ],
    ),
    # a round to come of the two who exchanged prisoners
    (
        "تبادلت الحكومة اليمنية والحوثيون مئة أسير. وأوضح الوزير اليمني أن جولة مفاوضات جديدة ستنطلق في نيروبي.",
        [
            ("RETREAT", "release", ["الحكومة اليمنية", "الحوثيون"], ["مئة أسير"]),
            ("AGREE", "talks", ["الحكومة اليمنية", "الحوثيون"], []),
        ],
    ),
    # a paper speaks for who spoke before, to who stands behind it
    (
        "جددت كينيا وقوفها إلى جانب الصومال. ودعا البيان الأطراف الصومالية إلى الحوار.",
        [
            ("SUPPORT", "statement-of-support", ["كينيا"], ["الصومال"]),
            ("REQUEST", "appeal", ["كينيا"], ["الأطراف الصومالية"]),
        ],
    ),
    (
        "تقدمت تونس، في بيان لوزارة الخارجية، بالعزاء إلى تركيا.",
        [("SUPPORT", "condolence", ["تونس"], ["تركيا"])],
    ),
    # every state a journey leads to, and who the two are that «بين» joined, or that are to stop fighting
    (
        "يبدأ الرئيس الكيني السبت جولة تشمل اليابان وفيتنام وسنغافورة.",
        [("AGREE", "visit", ["الرئيس الكيني"], ["اليابان", "فيتنام", "سنغافورة"])],
    ),
    (
        "اتفقت كينيا وغانا على استئناف العلاقات، على أن يعقد وزيرا الخارجية اجتماعا لترتيب تبادل السفراء.",
        [
            ("AGREE", "pledge", ["كينيا", "غانا"], []),
            ("AGREE", "meeting", ["وزيرا الخارجية", "وزيرا الخارجية"], []),
        ],
    ),
    (
        "أثنت كينيا على الجمع بين الرئيس الغاني والرئيس التشادي. ورعى الوزير التركي محادثات بين الزعيمين.",
        [
            ("SUPPORT", "statement-of-support", ["كينيا"], ["الرئيس الغاني", "الرئيس التشادي"]),
            ("CONSULT", "mediation", ["الوزير التركي"], ["الرئيس الغاني", "الرئيس التشادي"]),
        ],
    ),
    (
        "تصاعد التوتر على الحدود بين كمبوديا وتايلاند. وأجرى الوزير الماليزي مكالمة مع الوزير التايلاندي. "
        "وناشدت الخارجية الأمريكية الطرفين وقف القتال.",
        [
            ("CONSULT", "call", ["الوزير الماليزي", "الوزير التايلاندي"], []),
            ("REQUEST", "appeal", ["الخارجية الأمريكية"], ["كمبوديا", "تايلاند"]),
        ],
    ),
    # a parade attended is no show of force
    ("حضر الرئيس الغاني العرض العسكري في موسكو.", []),
]

STRIKES = [
    # what is condemned behind an insertion is no deed of who condemns it
    ("أدانت غانا، في بيان، قصف القوات الروسية كييف.", ["القوات الروسية"], ["أوكرانيا"], "كييف"),
    ("أدانت كينيا الهجوم الذي استهدف القوات التركية في حلب.", [], ["القوات التركية"], "حلب"),
    ("أدانت كينيا الهجوم الذي استهدف العاصمة الصومالية مقديشو.", [], [], "مقديشو"),
    ("استهدف تفجير انتحاري حافلة للجيش الباكستاني.", [], ["الجيش الباكستاني"], None),
    ("ضرب انفجار مقر الحزب الشيوعي في كويتا.", [], ["الحزب الشيوعي"], "كويتا"),
    ("استهدفت مسيرة مطار أربيل.", ["مسيرة"], [], "مطار أربيل"),
    ("استهدف قصف إسرائيلي بلدة كفر شوبا.", ["إسرائيل"], ["لبنان"], "كفر شوبا"),
]


@pytest.mark.parametrize(("text", "told"), PLANS)
def test_plans_and_papers(text: str, told: list[tuple[str, str, list[str], list[str]]]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    found = [(e.type, e.act, [p.name for p in e.actors], [p.name for p in e.recipients]) for e in events]
    assert found == told


@pytest.mark.parametrize(("text", "actors", "recipients", "place"), STRIKES)
def test_who_strikes_whom_where(text: str, actors: list[str], recipients: list[str], place: str | None) -> None:
    event = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "ASSAULT")
    assert [p.name for p in event.actors] == actors
    assert [p.name for p in event.recipients] == recipients
    assert (event.where.name if event.where else None) == place
