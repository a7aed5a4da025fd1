"""When two tellings of one type are two happenings: words for another, other towns, long ago, one by one."""

import pytest
from tests.ground.told import sides

import waqai

TOLD = [  # the report; type; how often it is told
    ("شنت الطائرات الروسية غارة على إدلب فجرا. واستهدفت غارة ثانية سوقا في سراقب.", "ASSAULT", 2),
    ("هاجم مسلحون مركزا للشرطة في كركوك. وتعرض المركز لهجوم آخر مساء بقذائف الهاون.", "ASSAULT", 2),
    ("اعتقلت الشرطة الكينية النائب جون كاماو الخميس، واعتقلت كذلك ثلاثة محتجين في مومباسا.", "COERCE", 2),
    ("قصفت القوات الروسية مدينة خاركيف مساء. كما قصفت القوات الروسية مدينة أوديسا بالصواريخ.", "ASSAULT", 2),
    ("قال الجيش السوداني إنه أغار على رتل للمتمردين في الأبيض، وإنه قصف مخزنا في نيالا.", "ASSAULT", 2),
    ("التقى الوزير الكيني جون كاماو نظيره الغاني كوفي بواتينغ. وكان كاماو قد زار بواتينغ في مارس 2019.", "CONSULT", 2),
    ("حذرت مالي من أي تدخل في النيجر. وحذرت غينيا من عواقب العقوبات.", "THREATEN", 2),
    ("اتهم الجيش السوداني المتمردين بقصف مستشفى، بينما اتهم المتمردون الجيش السوداني بالكذب.", "ACCUSE", 2),
    ("حكمت محكمة في أكرا على النائب كوفي بواتينغ بالسجن، وقضت محكمة في كوماسي بحبس الصحفي بيتر أوكيلو.", "SANCTION", 2),
    ("خرجت مظاهرات في مومباسا، وأحرق متظاهرون مكاتب الحزب الحاكم في إلدوريت.", "PROTEST", 2),
    ("أحرق محتجون مقر البلدية في أكرا ورشقوا الشرطة بالحجارة.", "PROTEST", 1),
    ("أفرجت غانا عن عشرين أسيرا ماليا الخميس. ورحبت كينيا بالإفراج عن الأسرى.", "RETREAT", 1),
    ("قصفت مسيّرة سيارة في بلدة الطيري، ونفذت مسيّرة أخرى غارة على جرافة في بلدة عيتا.", "ASSAULT", 2),
    ("تقدمت غانا بشكوى إلى مجلس الأمن ضد مالي، بعدما كانت قد تقدمت بشكوى مماثلة الشهر الماضي.", "ACCUSE", 2),
    ("قصف جيش غانا مخزنا في باماكو. وأسقط متمردون مروحية في الهجوم على كيدال.", "ASSAULT", 2),
    ("شنت غانا غارات على باماكو. وأعلن الجيش المالي مقتل أربعة من عناصره في هذه الغارات.", "ASSAULT", 1),
    ("شنت غانا غارات على باماكو في مالي. ودانت كينيا استهداف مالي.", "ASSAULT", 1),
    ("قصف متمردون سوقا في أكرا فقتل ثلاثة. وأكدت الحكومة الغانية القصف وحملت المتمردين المسؤولية.", "ASSAULT", 1),
    ("قدم الرئيس الكيني تعازيه في ضحايا تفجير كمبالا. وكان تفجير قد هز سوقا الأحد فأودى بحياة ستة.", "ASSAULT", 1),
    ("قتل ثلاثة جنود في هجوم شنه مسلحون في كركوك. كما أصيب خمسة في الهجوم.", "ASSAULT", 1),
    ("قصف الجيش السوري معسكرا في حلب فقتل عشرة. وطالب الأردن بإدانة قصف المعسكر.", "ASSAULT", 1),
    ("هاجم مسلحون مدرسة في كادونا، ما أدى إلى مقتل معلم وإصابة ثالث بجروح.", "ASSAULT", 1),
]


@pytest.mark.parametrize(("text", "kind", "times"), TOLD)
def test_how_often_it_happened(text: str, kind: str, times: int) -> None:
    found = [e for e in waqai.read(text, published="2025-10-17").events if e.type == kind]
    assert len(found) == times, [(e.act, [p.name for p in e.actors], [p.name for p in e.recipients]) for e in found]


def test_who_did_the_first_did_the_second() -> None:
    told = sides("شنت الطائرات الروسية غارة على إدلب فجرا. واستهدفت غارة ثانية سوقا في سراقب.", "ASSAULT")
    assert [actors for actors, _ in told] == [{"الطائرات الروسية"}] * 2


def test_what_each_does_to_the_other_is_two() -> None:
    told = sides("أكد الوزير الكيني جون كاماو دعم بلاده لغانا. ومن جهتها أكدت غانا دعمها لكينيا.", "SUPPORT")
    assert [actors for actors, _ in told] == [{"جون كاماو"}, {"غانا"}]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الرئيس الكيني جون كاماو كلا من الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو.",
        "بحث الرئيس الكيني جون كاماو مع كل من الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو أمن الحدود.",
        "التقى الرئيس الكيني جون كاماو الوزير الغاني كوفي بواتينغ ثم الوزير الأوغندي بيتر أوكيلو في نيروبي.",
        "عقد الرئيس الكيني جون كاماو لقاءات منفصلة مع الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو.",
        "تلقى الرئيس الكيني جون كاماو اتصالات من الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو.",
        "عقد الرئيس الكيني جون كاماو لقاءات ثنائية مع الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو.",
    ],
)
def test_one_meeting_for_each_partner(text: str) -> None:
    met = [actors for actors, _ in sides(text, "CONSULT")]
    assert met == [{"جون كاماو", "كوفي بواتينغ"}, {"جون كاماو", "بيتر أوكيلو"}]


@pytest.mark.parametrize(
    "text",
    [
        "عقد الرئيس الكيني جون كاماو اجتماعا ثلاثيا مع كل من الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو.",
        "أبدى الوزير الغاني كوفي بواتينغ والوزير الأوغندي بيتر أوكيلو ارتياحهما، والتقاهما جون كاماو في نيروبي.",
    ],
)
def test_who_met_as_three(text: str) -> None:
    assert len(sides(text, "CONSULT")) == 1


def test_a_message_handed_over_at_a_meeting_apart_is_one() -> None:
    text = "في لقاء منفصل سلم السفير الكيني جون كاماو الوزير الغاني كوفي بواتينغ رسالة خطية من نظيره الكيني."
    messages = [e for e in waqai.read(text, published="2025-10-17").events if e.act == "exchange-of-messages"]
    assert len(messages) == 1


def test_a_reaction_is_against_whose_deed_its_words_name() -> None:
    text = (
        "قضت محكمة في أكرا بسجن النائب كوفي بواتينغ سنتين، "
        "فيما حكمت محكمة عسكرية على العقيد بيتر أوكيلو بالإعدام. "
        "ونددت منظمة العفو الدولية بالحكم على بواتينغ."
    )
    assert sides(text, "ACCUSE") == [({"منظمة العفو الدولية"}, {"محكمة"})]


def test_two_at_odds_are_none_who_only_met() -> None:
    text = (
        "التقى الوزير الكيني جون كاماو نظيره الغاني كوفي بواتينغ في نيروبي. ودعا كاماو طرفي النزاع في مالي إلى الحوار."
    )
    assert sides(text, "REQUEST") == [({"جون كاماو"}, {"طرفي النزاع"})]


def test_who_asked_for_a_meeting_is_not_who_holds_it() -> None:
    assert ({"غانا"}, set()) in sides("يعقد مجلس الأمن الدولي جلسة طارئة غدا بطلب من غانا.", "REQUEST")


def test_who_met_before_meets_another() -> None:
    text = (
        "التقى الوزير الكيني جون كاماو نظيره الغاني كوفي بواتينغ في أكرا. "
        "ومن المنتظر أن يستقبل في نيروبي غدا الوزير الأوغندي بيتر أوكيلو."
    )
    assert sides(text, "AGREE") == [({"جون كاماو", "بيتر أوكيلو"}, set())]


def test_whom_one_met_later_is_met() -> None:
    text = "التقى الوزير الكيني جون كاماو نظيره الغاني كوفي بواتينغ، والتقى في وقت لاحق الوزير الأوغندي بيتر أوكيلو."
    met = [actors for actors, _ in sides(text, "CONSULT")]
    assert met == [{"جون كاماو", "كوفي بواتينغ"}, {"جون كاماو", "بيتر أوكيلو"}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("التقى الوزير الكيني جون كاماو نظيره الغاني كوفي بواتينغ. وأسفر الاجتماع عن إبرام خمس اتفاقيات.", "SUPPORT"),
        ("بحث الوزير الكيني جون كاماو مع نظيره الغاني كوفي بواتينغ التجارة، واتُّفق على فتح خط جوي.", "AGREE"),
    ],
)
def test_what_comes_of_a_meeting_is_of_those_who_met(text: str, kind: str) -> None:
    assert sides(text, kind) == [({"كينيا", "غانا"}, set())]


def test_a_phrase_that_opens_with_a_participle_is_of_the_clause_before() -> None:
    text = "أدان الوزير الكيني جون كاماو الهجوم، مؤكدا دعم بلاده لغانا."
    assert sides(text, "SUPPORT") == [({"جون كاماو"}, {"غانا"})]


def test_a_ministry_of_another_state_is_not_the_one_at_home() -> None:
    text = "دمشق - سانا\nأدانت وزارة الخارجية القصف على حلب. وأعربت الخارجية الروسية عن إدانتها للقصف."
    assert [actors for actors, _ in sides(text, "ACCUSE")] == [{"وزارة الخارجية"}, {"الخارجية الروسية"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ثمّن الوزير الكيني جون كاماو موقف قطر، وطالب المجتمع الدولي بزيادة المساعدات.",
            ({"جون كاماو"}, {"المجتمع الدولي"}),
        ),
        ("أدانت كينيا الهجوم، داعية المجتمع الدولي إلى التحرك.", ({"كينيا"}, {"المجتمع الدولي"})),
    ],
)
def test_who_speaks_on_asks_it_of_another(text: str, told: tuple[set[str], set[str]]) -> None:
    assert sides(text, "REQUEST") == [told]


def test_all_sides_are_those_at_odds_or_nobody_named() -> None:
    met = "التقى الوزير الكيني جون كاماو نظيره الغاني كوفي بواتينغ. ودعا الاتحاد الأفريقي كل الأطراف إلى الهدوء."
    assert sides(met, "REQUEST") == [({"الاتحاد الأفريقي"}, {"الأطراف"})]


def test_a_title_between_commas_is_of_who_stands_before_it() -> None:
    text = "استقبل جون كاماو، وزير الخارجية، معالي لويزا بواتينغ، وزيرة خارجية غانا. وبحث مع الوزيرة الغانية التجارة."
    met = [e for e in waqai.read(text, published="2025-10-17").events if e.act in ("meeting", "talks")]
    assert [{p.name: p.office for p in e.actors} for e in met][:1] == [
        {"جون كاماو": "foreign-minister", "لويزا بواتينغ": "foreign-minister"}
    ]


def test_an_envoy_who_had_been_recalled_is_kept() -> None:
    assert sides("وكانت غانا قد استدعت سفيرها لدى كينيا في فبراير الماضي.", "SANCTION") == [({"غانا"}, {"كينيا"})]
