"""Recipients and doers that another clause tells: claims, releases, aid for people, decisions, land that is struck."""

import pytest
from tests.ground.told import sides

import waqai

REPORTS = [
    # who claims an attack told before made it, named by a pronoun or by its noun
    (
        "وقع تفجير في كويته أودى بستة أشخاص. وأعلنت حركة طالبان باكستان مسؤوليتها عنه.",
        ("ASSAULT", {"حركة طالبان باكستان"}, {"ستة أشخاص"}),
    ),
    (
        "أسفر هجوم على حافلة في غاريسا عن مقتل خمسة ركاب. وتبنته حركة الشباب.",
        ("ASSAULT", {"حركة الشباب"}, {"خمسة ركاب"}),
    ),
    (
        "وقع تفجير في كويته أودى بستة أشخاص. وأعلنت حركة طالبان باكستان مسؤوليتها عن التفجير.",
        ("ASSAULT", {"حركة طالبان باكستان"}, {"ستة أشخاص"}),
    ),
    # and is condemned with it, wherever the claim stands
    (
        "أدانت تونس الهجوم الذي أودى بحياة تسعة أشخاص في لاهور وتبنته حركة طالبان باكستان.",
        ("ACCUSE", {"تونس"}, {"حركة طالبان باكستان"}),
    ),
    (
        "استنكرت ماليزيا التفجير الذي وقع في الموصل وأعلن تنظيم داعش مسؤوليته عنه.",
        ("ACCUSE", {"ماليزيا"}, {"تنظيم داعش"}),
    ),
    # of whom one asks a release: those who took them; a court's state
    (
        "احتجزت جماعة الحوثي سبعة بحارة. ودعت السفارة النرويجية إلى الإفراج الفوري عن البحارة.",
        ("REQUEST", {"السفارة النرويجية"}, {"جماعة الحوثي"}),
    ),
    (
        "قضت محكمة غانية بسجن المحامية سلمى العروي، وطالبت منظمة العفو الدولية بإخلاء سبيلها.",
        ("REQUEST", {"منظمة العفو الدولية"}, {"غانا"}),
    ),
    (
        "دعا برنامج الأغذية العالمي إلى إطلاق سراح موظفيه المعتقلين لدى الحوثيين.",
        ("REQUEST", {"برنامج الأغذية العالمي"}, {"الحوثيين"}),
    ),
    # whose statement says it, right behind its verb
    (
        "دعا بيان لوزارة الخارجية الروسية واشنطن إلى ضبط النفس.",
        ("REQUEST", {"وزارة الخارجية الروسية"}, {"الولايات المتحدة"}),
    ),
    # what an attack is aimed at, right behind its noun
    ("استهدف هجوم قوات حفظ السلام في أفريقيا الوسطى.", ("ASSAULT", set(), {"قوات حفظ السلام"})),
    ("استهدف قصف الجيش السوداني سوقا في نيالا.", ("ASSAULT", {"الجيش السوداني"}, set())),
    # a seat of government behind a spokesman's body is no part of his title
    (
        "دعت متحدثة باسم المفوضية الأوروبية كراكاس إلى الحوار.",
        ("REQUEST", {"متحدثة باسم المفوضية الأوروبية"}, {"فنزويلا"}),
    ),
    # whose statement it is, is no side
    ("تقدمت غانا، في بيان لوزارة الخارجية، بالعزاء إلى الصومال.", ("SUPPORT", {"غانا"}, {"الصومال"})),
    # those counted, by name
    (
        "عاقب مجلس الأمن اثنين من القادة هما أحمد سالم وعمر خالد.",
        ("SANCTION", {"مجلس الأمن"}, {"أحمد سالم", "عمر خالد"}),
    ),
    # the other state spoken of
    (
        "نددت كينيا بمقتل جنديين قرب حدود الصومال. وحذرت نيروبي جارتها من تكرار ذلك.",
        ("THREATEN", {"كينيا"}, {"الصومال"}),
    ),
    # who carried out the operation in which somebody fell; what crashed is nobody one condoles with
    ("قتل جنديان غانيان في عملية نفذها مقاتلون من حركة الشباب.", ("ASSAULT", {"حركة الشباب"}, {"جنديان غانيان"})),
    (
        "أعرب الرئيس الغاني لنظيره الكيني عن تعازيه بوفاة مسؤولين في تحطم مروحية.",
        ("SUPPORT", {"الرئيس الغاني"}, {"نظيره الكيني"}),
    ),
    # a threat is for whose deed would call it down
    (
        "حذر الرئيس الروسي من أنه سيرد إذا نشرت واشنطن صواريخ في اليابان.",
        ("THREATEN", {"الرئيس الروسي"}, {"الولايات المتحدة"}),
    ),
    # nor is what he praises a part of a title that has its body
    ("أشاد الأمين العام للأمم المتحدة بالعراق.", ("SUPPORT", {"الأمين العام للأمم المتحدة"}, {"العراق"})),
    # whom aid is for, and not the state where it lands
    (
        "حطت في مطار نجامينا طائرة كويتية محملة بأدوية لدعم اللاجئين السودانيين.",
        ("AID", {"الكويت"}, {"اللاجئين السودانيين"}),
    ),
    ("وصلت إلى ميناء مقديشو سفينة كويتية تحمل مساعدات للشعب الصومالي.", ("AID", {"الكويت"}, {"الشعب الصومالي"})),
    # whose decision or doing a noun tells of does it
    ("انتقدت باريس قرار تشاد طرد السفير.", ("SANCTION", {"تشاد"}, {"السفير"})),
    ("أدانت القاهرة قيام إسرائيل بقصف مستشفى في غزة.", ("ASSAULT", {"إسرائيل"}, {"مستشفى"})),
    ("رحبت غانا بإعلان أرمينيا سحب قواتها من الحدود.", ("RETREAT", {"أرمينيا"}, set())),
    # strikes on another state's land befall that state where nobody else is named
    ("نفذ الجيش الأمريكي غارات داخل الأراضي الصومالية.", ("ASSAULT", {"الجيش الأمريكي"}, {"الصومال"})),
    # whom a title appeals to is no part of it
    (
        "دعا الأمين العام للأمم المتحدة طرفي النزاع في تشاد إلى الحوار.",
        ("REQUEST", {"الأمين العام للأمم المتحدة"}, {"طرفي النزاع"}),
    ),
    (
        "طالب والي ولاية كسلا المنظمات الإنسانية بتقديم العون للنازحين.",
        ("REQUEST", {"والي ولاية كسلا"}, {"المنظمات الإنسانية"}),
    ),
    ("دعا وزير الداخلية الأسر إلى إبلاغ الشرطة عن أبنائها.", ("REQUEST", {"وزير الداخلية"}, {"الأسر"})),
    ("اعتذر الرئيس الكوري الجنوبي لأسر ضحايا الحادث.", ("CONCEDE", {"الرئيس الكوري الجنوبي"}, {"أسر"})),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_told_by_another_clause(text: str, told: tuple[str, set[str], set[str]]) -> None:
    kind, actors, recipients = told
    assert sides(text, kind) == [(actors, recipients)]


def test_a_resolution_adopted_is_no_attack_claimed() -> None:
    text = "قتل ستة أشخاص في هجوم على سوق في كابل. ويأتي ذلك بعد قرار تبنته الجمعية العامة للأمم المتحدة."
    assert sides(text, "ASSAULT") == [(set(), {"ستة أشخاص"})]


def test_people_of_ones_own_country_are_of_the_speakers_state() -> None:
    event = waqai.read("دعا القائم بالأعمال الياباني رعايا بلاده إلى مغادرة لبنان.", published="2025-10-17").events[0]
    assert [p.country for p in event.recipients] == ["JPN"]
