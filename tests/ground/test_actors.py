"""Who acts over a whole report: guests and hosts, those sent, signatories in turn, who goes on after «ثم»."""

import pytest
from tests.ground.told import sides

import waqai

MET = "استقبل الرئيس الغاني جون ماهاما في أكرا اليوم وزيرة الخارجية الكينية رايتشل أومامو. "
REPORTS = [
    # whom a state sends, unnamed, is its own hand
    ("وأرسلت غانا آلاف الجنود إلى الحدود.", ("MOBILIZE", {"غانا"}, set())),
    # a relative clause between commas stands between subject and object
    (
        "التقى الوزير الغاني جيمس أنان، الذي يزور الرباط منذ الاثنين، رئيس الحكومة المغربية.",
        ("CONSULT", {"جيمس أنان", "رئيس الحكومة المغربية"}, set()),
    ),
    # «يكون قد» helps the verb behind it
    ("نفت حركة الشباب أن تكون قد هاجمت بلدة بولاية أدامس.", ("ASSAULT", {"حركة الشباب"}, set())),
    # who speaks for a state is not spoken to
    (
        "وعرضت غانا، على لسان المتحدث باسم خارجيتها هارولد أغيمان، الوساطة بين كينيا ومالي.",
        ("AGREE", {"غانا"}, {"كينيا", "مالي"}),
    ),
    # a title's demonym of two words
    (
        "دعا الرئيسان الغاني جون ماهاما والكوري الجنوبي لي جيه ميونغ إلى الحوار.",
        ("REQUEST", {"جون ماهاما", "لي جيه ميونغ"}, set()),
    ),
    # behind a comma no noun has a genitive, and no verb with its object in a pronoun a subject
    (
        "نددت غانا بالغارة، محملة مالي المسؤولية عنها.",
        ("ACCUSE", {"غانا"}, {"مالي"}),
    ),
    (
        "واستقبلت غانا السفير الكيني وسلمته مذكرة احتجاج، محملة مالي مسؤولية التصعيد.",
        ("ACCUSE", {"غانا"}, {"السفير الكيني", "مالي"}),
    ),
    # two sign in turn, each for his side
    (
        "وقع عن الجانب الغاني وزير النفط جيمس أنان وعن الجانب الكيني وزير الطاقة كريم صادق مذكرة تفاهم.",
        ("SUPPORT", {"جيمس أنان", "كريم صادق"}, set()),
    ),
    (
        "ووقع المذكرة من الجانب الغاني وزير النفط جيمس أنان، ومن الجانب الكيني وزير الطاقة كريم صادق.",
        ("SUPPORT", {"جيمس أنان", "كريم صادق"}, set()),
    ),
    # who chairs a summit takes part; on whose behalf is nobody's office
    (
        "ترأس الرئيس الكيني كريم صادق في نيروبي القمة الأولى بين الاتحاد الأفريقي وإيران.",
        ("CONSULT", {"كريم صادق", "الاتحاد الأفريقي", "إيران"}, set()),
    ),
    # who leads a delegation is named behind it
    ("ترأس وفد كينيا في المباحثات مع غانا وزير النفط كريم صادق.", ("CONSULT", {"كريم صادق"}, set())),
    # with whom somebody agreed, by his pronoun
    (
        "التقى الوزير الغاني جيمس أنان السفير الكيني كريم صادق، واتفق معه على إنشاء مصنع.",
        ("AGREE", {"جيمس أنان", "كريم صادق"}, set()),
    ),
    # who met is who spoke, not whom he spoke of
    (
        "بحث الوزير الغاني جيمس أنان مقتل الصحفية سلمى الطاهر خلال لقائه نظيره الكيني كريم صادق.",
        ("CONSULT", {"جيمس أنان", "كريم صادق"}, set()),
    ),
    # an envoy's proposal is refused to him
    (
        "رفضت حركة الشباب المقترح الذي قدمه المبعوث الأممي هانس غروندبرغ.",
        ("REJECT", {"حركة الشباب"}, {"هانس غروندبرغ"}),
    ),
    # guests and hosts are those of the contact told before
    (MET + "وأشادت الضيفة بالوساطة الغانية.", ("SUPPORT", {"رايتشل أومامو"}, {"غانا"})),
    (MET + "ووجهت الضيفة دعوة لمضيفها لزيارة نيروبي.", ("AGREE", {"رايتشل أومامو"}, {"جون ماهاما"})),
    # «ثم» with somebody behind its verb begins anew
    (
        "استقبل الرئيس الغاني السفير الهندي، ثم اتهم وزير النفط الغاني جيمس أنان كينيا بقصف قرية.",
        ("ACCUSE", {"جيمس أنان"}, {"كينيا"}),
    ),
    # who receives credentials, where a verbal noun says so
    (
        "احتفل بقصر الرئاسة بتسلم الرئيس الغاني جون ماهاما أوراق اعتماد كل من بيتر هوفمان سفيرا لجمهورية النمسا.",
        ("CONSULT", {"جون ماهاما", "بيتر هوفمان"}, set()),
    ),
    # others attend the meeting, not the handing over of a letter
    (
        MET + "وسلمته رسالة خطية من الرئيس الكيني. وحضر اللقاء وزير النفط جيمس أنان.",
        ("CONSULT", {"جون ماهاما", "رايتشل أومامو", "جيمس أنان"}, set()),
    ),
    # one armed body by its other nouns, in a sentence of its own
    (
        "هاجم مسلحون من حركة الشباب معسكرا في كينيا. وتوعد الوزير الكيني الجماعة برد قاس.",
        ("THREATEN", {"الوزير الكيني"}, {"حركة الشباب"}),
    ),
    # who refuses what another asked, in a clause of «الذي»
    ("طلبت غانا تمديد المهلة، الأمر الذي رفضته كينيا.", ("REJECT", {"كينيا"}, {"غانا"})),
    # who is told of in a circumstance, or by what describes another, is no side
    ("شنت غانا هجوما واسعا بعد انتخاب نواب كينيين.", ("ASSAULT", {"غانا"}, set())),
    ("طالبت المنظمة الكينية بالإفراج عن المعارض جيمس أنان.", ("REQUEST", {"المنظمة الكينية"}, set())),
    # people in the nominative are the subject, whoever stands before
    (
        "أوقفت الشرطة الكينية النائب جيمس أنان عقب تظاهرة طالب خلالها المحتجون باستقالة الرئيس الكيني كريم صادق.",
        ("PROTEST", {"المحتجون"}, {"كريم صادق"}),
    ),
    # who looks on signs nothing
    (
        "وشهد الرئيس الغاني توقيع مذكرة، وقعها عن الجانب الغاني جيمس أنان وزير النفط وعن الجانب الكيني كريم صادق.",
        ("SUPPORT", {"جيمس أنان", "كريم صادق"}, set()),
    ),
    # the state that can be called «البلاد» by where the report is from
    (
        "أكرا في 4 نوفمبر - التقى الرئيس الغاني اليوم وزيرة الخارجية الكينية رايتشل أومامو التي تزور البلاد حاليا.",
        ("CONSULT", {"رايتشل أومامو"}, {"غانا"}),
    ),
    # who is called «سموه» is who was called so before
    (
        "استقبل صاحب السمو الأمير خالد بن فهد وزير الطاقة السعودي معالي وزير النفط الغاني جيمس أنان. وأدان سموه القصف.",
        ("ACCUSE", {"خالد بن فهد"}, set()),
    ),
    # «السفيرة» is the one named with her state
    (
        "استدعت وزارة الخارجية الغانية سفيرة السويد وأبلغتها احتجاجها. ووعدت السفيرة بتسليم نتائج التحقيق.",
        ("AGREE", {"سفيرة السويد"}, set()),
    ),
    # an offer and its welcome are two
    (
        "اندلعت معارك بين غانا وكينيا. وعرضت الدوحة الوساطة بين البلدين، ورحبت غانا بالعرض.",
        ("AGREE", {"غانا"}, {"قطر"}),
    ),
    # «الطرفان» of one state are the two who fought, and «البعثة» is the mission named before
    (
        "اندلعت اشتباكات بين الكتيبة وجهاز الردع في ليبيا. ودعت بعثة الأمم المتحدة للدعم في ليبيا إلى الهدوء. "
        "وحملت البعثة الطرفين مسؤولية سلامة المدنيين.",
        ("ACCUSE", {"بعثة الأمم المتحدة للدعم في ليبيا"}, {"الكتيبة", "جهاز الردع"}),
    ),
    # leaders of a kind are no side told of before
    (
        "التقى الرئيس الغاني نظيره الكيني. وناشد المبعوث الأممي هانس غروندبرغ القادة المحليين تسليم المطلوبين.",
        ("REQUEST", {"هانس غروندبرغ"}, {"القادة"}),
    ),
    # behind «طلب من» a capital is its government
    ("وطلبت أكرا من واشنطن العدول عن القرار.", ("REQUEST", {"غانا"}, {"الولايات المتحدة"})),
    # a verb joined to one of «أن» has its subject, also where no list knows that one
    (
        "وأغلق المشاركون الجسر قبل أن تفضهم الشرطة الكينية بخراطيم المياه وتعتقل عشرين منهم.",
        ("COERCE", {"الشرطة الكينية"}, {"عشرين منهم"}),
    ),
    # behind a comma the speaker goes on where only he agrees with the verb
    (
        "قال الوزير الغاني إن القوات الكينية هاجمت القرية، واتهم مالي بدعمها.",
        ("ACCUSE", {"الوزير الغاني"}, {"مالي"}),
    ),
    (
        "قالت الوزيرة الغانية إن الجيش الكيني هاجم القرية، واتهمت مالي بدعمه.",
        ("ACCUSE", {"الوزيرة الغانية"}, {"مالي"}),
    ),
    (
        "ونفى المتحدث باسم الجهاز كريم صادق أن تكون عناصره قد هاجمت القرية، واتهم غانا بقصفها.",
        ("ACCUSE", {"كريم صادق"}, {"غانا"}),
    ),
    # who comes to meet somebody meets him
    (
        "وصل وزير الخارجية الغاني جيمس أنان إلى نيروبي للقاء نظيره الكيني كريم صادق.",
        ("CONSULT", {"جيمس أنان", "كريم صادق"}, set()),
    ),
    # what says by whom one knows stands between a subject and its verb
    (
        "قال خبير إن كينيا، وفق ما بلغه من مصادر كثيرة، استدعت السفير الغاني.",
        ("ACCUSE", {"كينيا"}, {"السفير الغاني"}),
    ),
    # powers that no one names are whom an accusation is of
    ("اتهم الرئيس الغاني جهات أجنبية بتمويل المتمردين.", ("ACCUSE", {"الرئيس الغاني"}, {"جهات أجنبية"})),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_acts(text: str, told: tuple[str, set[str], set[str]]) -> None:
    kind, *parties = told
    assert tuple(parties) in sides(text, kind)


HEADS = [
    ("وطالبت الحكومة اليمنية بالدعم، وشكر رئيسها سالم بن بريك غانا.", "سالم بن بريك", "head-of-government"),
    ("رفض الحزب القرار، وهاجم رئيسه كريم صادق الحكومة الكينية.", "كريم صادق", "party-leader"),
]


@pytest.mark.parametrize(("text", "name", "office"), HEADS)
def test_the_head_of_a_body_named_before(text: str, name: str, office: str) -> None:
    found = {p.name: p.office for e in waqai.read(text, published="2025-10-17").events for p in e.actors}
    assert found[name] == office


STATES = [
    # who threatens the diplomats of a state is of the other
    (
        "وقالت أكرا إن واشنطن مخطئة، وهدد نائب وزير الخارجية كويسي أدو بطرد القائم بالأعمال الأمريكي.",
        "كويسي أدو",
        "GHA",
    ),
    # an ambassador is of the state whose embassy was named before him
    (
        "ورحبت السفارة الأمريكية لدى كينيا بالهدنة، وحث السفير مارك ديلون القادة المحليين على الحوار.",
        "مارك ديلون",
        "USA",
    ),
]


@pytest.mark.parametrize(("text", "name", "country"), STATES)
def test_the_state_of_one_without_a_state(text: str, name: str, country: str) -> None:
    found = {p.name: p.country for e in waqai.read(text, published="2025-10-17").events for p in e.actors}
    assert found[name] == country


def test_a_ministry_without_a_state_is_that_of_the_agency_s_own() -> None:
    text = "أدانت وزارة الخارجية والمغتربين توغل قوات الاحتلال الإسرائيلي في ريف دمشق، وطالبت مجلس الأمن بالتحرك."
    told = waqai.read(text, published="2025-10-17", outlet="سانا").events
    assert {p.country for e in told if e.type == "REQUEST" for p in e.actors} == {"SYR"}


OWNED = [
    ("أعلنت بنين أن ثمانية من جنودها قتلوا في كمين نصبه مسلحون من مالي.", "BEN"),
    ("قالت الشرطة الكينية إن ثلاثة من أفرادها قتلوا حين هاجمت حركة الشباب الصومالية معسكرا.", "KEN"),
]


@pytest.mark.parametrize(("text", "country"), OWNED)
def test_people_are_of_the_state_to_which_their_pronoun_points(text: str, country: str) -> None:
    victims = [r for e in waqai.read(text, published="2025-10-17").events if e.type == "ASSAULT" for r in e.recipients]
    assert [v.country for v in victims] == [country]
