"""Where an event was: the building, the town, the place struck; never where those spoken of are."""

import pytest

import waqai


def places(text: str) -> dict[str, str | None]:
    """The place of each event by its act; of several with one act the last."""
    return {e.act: e.where.name if e.where else None for e in waqai.read(text, published="2025-10-17").events}


BUILDINGS = [
    ("استقبل الرئيس الغاني جون ماهاما في القصر الجمهوري وزير الخارجية الكيني.", "meeting", "القصر الجمهوري"),
    ("استقبل الرئيس الغاني بالقصر الرئاسي في أكرا وزير الخارجية الكيني.", "meeting", "القصر الرئاسي في أكرا"),
    ("رحب الرئيس الغاني خلال استقباله وفدا كينيا بالاستثمارات التشادية.", "meeting", None),
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
        "أكرا (غانا) - التقى الرئيس الغاني وزير الخارجية الكيني، الذي يزور البلاد في جولة أفريقية.",
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


VENUES = [
    ("دعا الوزير إلى المشاركة في المؤتمر الدولي لدعم السودان الذي تستضيفه جنيف الشهر المقبل.", "conference", "جنيف"),
    ("وعرضت النرويج استضافة محادثات بين الحكومة والمتمردين.", "pledge", "النرويج"),
    ("واستقبلت موريتانيا هذا الأسبوع وزير الداخلية الإسباني.", "meeting", "موريتانيا"),
    ("غادر الرئيس دمشق إلى الدوحة، حيث التقى أمير قطر الشيخ تميم بن حمد.", "meeting", "الدوحة"),
    ("وكان الوفد الكويتي قد دخل الأراضي العراقية الثلاثاء.", "visit", "العراق"),
    ("يتوجه المبعوث الأممي إلى مأرب يوم الأحد لإجراء محادثات مع قادة محليين.", "talks", "مأرب"),
    ("وفي الخرطوم، استدعت وزارة الخارجية السفير الكيني.", "summoning", "الخرطوم"),
    ("في كلمة ألقاها في نواكشوط، اتهم الوزير الجزائري المغرب بانتهاك الاتفاق.", "accusation", "نواكشوط"),
    ("ودعا الوزير التركي، في بيان صدر في إسطنبول أمس، إلى فتح تحقيق.", "appeal", "إسطنبول"),
    ("وقدم السفير التعازي إلى الرئيس العراقي، وذلك في القصر الرئاسي بمدينة أنقرة.", "condolence",
     "القصر الرئاسي بمدينة أنقرة"),
    ("قدم أمير قطر التعازي إلى الرئيس الكيني، وذلك في المطار الرئاسي بمدينة مومباسا.", "condolence", "مومباسا"),
    ("نظم الطلاب بجامعة بن غوريون مظاهرة لإحياء الذكرى.", "protest", "جامعة بن غوريون"),
    ("حطم محتجون واجهة السفارة الإيطالية وأضرموا النار في مدخلها.", "protest", "السفارة الإيطالية"),
    ("اعتقلت الشرطة الألمانية خمسة أشخاص خلال مداهمات في برلين وهامبورغ.", "arrest", "برلين"),
    ("انتشرت قوات الأمن العراقية في شوارع العاصمة.", "deployment", "العاصمة"),
    ("قصفت المدفعية التركية مصيف شيلان في قضاء زاخو بمحافظة دهوك.", "attack", "مصيف شيلان"),
    ("استولت القوات الإسرائيلية على أراض في بلدة تقوع جنوب بيت لحم.", "seizure-of-control", "تقوع"),
    ("وفي محافظة مأرب، صد الجيش اليمني هجوما للحوثيين على جبهة رغوان.", "attack", "جبهة رغوان"),
    ("شنت روسيا حربا على أوكرانيا بعد مناورات في شرق آسيا.", "attack", "أوكرانيا"),
    ("أدان الوزير الكيني الغزو الروسي لأوكرانيا.", "attack", "أوكرانيا"),
    ("سقط أربعة قتلى في معارك مع القوات الإريترية بالقرب من مدينة أكسوم.", "clash", "أكسوم"),
    ("سيطرت روسيا على مدينة أوكرانية أمس.", "seizure-of-control", "أوكرانيا"),
    ("وحاصرت شرطة غانا المستشفى الكيني في أكرا.", "other", "المستشفى الكيني"),
    ("وشهد مخيم البقعة في الأردن مسيرة رفضا للضم.", "protest", "مخيم البقعة"),
    ("عاد النازحون إلى مقاطعتي خيرسون وميكولايف، اللتين بسطت القوات الروسية سيطرتها عليهما.",
     "seizure-of-control", "خيرسون"),
    ("شهدت القاهرة أمس احتجاجات. وانتشرت قوات الأمن المصرية في شوارع العاصمة.", "deployment", "القاهرة"),
    ("وقال مراسل الوكالة في بكين إن الجيش الصيني أجرى مناورات عسكرية حول تايوان.", "exercise", "تايوان"),
    ("أعلنت غانا هدنة تقضي بسحب القوات، وذلك في ختام محادثات جرت في كوماسي.", "ceasefire", "كوماسي"),
    ("أعلنت وزارة الدفاع الليبية وقف إطلاق النار داخل العاصمة طرابلس.", "ceasefire", "طرابلس"),
    ("أدان الوزير الكيني الهجوم على القوات الغانية الذي وقع في أربيل.", "attack", "أربيل"),
    ("اعتقلت القوات الإسرائيلية تسعة شبان في أنحاء متفرقة من قرى الضفة الغربية.", "arrest", "الضفة الغربية"),
    ("واندلعت اشتباكات بين الجيش السوري والمسلحين في مناطق عدة من ريف حلب.", "clash", "ريف حلب"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "name"), VENUES)
def test_who_hosts_where_one_went_and_the_innermost_place_are_where_it_was(text: str, act: str, name: str) -> None:
    assert places(text)[act] == name


NOWHERE = [
    ("وفي حين أن الصين منافس رئيسي، أدان الوزير الكيني الهجوم.", "condemnation"),
    ("اتهم الوزير الكيني جماعات مسلحة بتمويل هجمات في إقليم دارفور.", "accusation"),
    ("تحطمت الطائرة في حقل أخضر، وقصفها جنود.", "attack"),
    ("وأكد الأمين العام أن مقتل الصحفي الغاني انتهاك لاتفاقية جنيف.", "attack"),
    ("قصفت روسيا أمس مدنا عدة، مشيرة إلى إجلاء مقاتلين من مصنع في ماريوبول.", "attack"),
    ("وفي كينيا، ذكر الرئيس وليام روتو أنه ناقش مع رئيس الوزراء البريطاني شؤون الدفاع.", "talks"),
    ("قالت المسؤولة بعد لقاء مع الرئيس الغاني إن روسيا تخوض حربا في أوكرانيا.", "meeting"),
    ("اتفقت كينيا وغانا على التعامل معا مع القضايا المتعلقة بالصين.", "pledge"),
    ("التقى الوزير الكيني نظيره الغاني خلال قمة في شرق أفريقيا.", "meeting"),
]


@pytest.mark.parametrize(("text", "act"), NOWHERE)
def test_what_is_spoken_of_or_stands_in_another_clause_is_no_place(text: str, act: str) -> None:
    assert places(text).get(act) is None


AGAIN = [
    # a town no list holds, once called a town
    ("تقدم المتمردون في مدينة بوليوكا أمس. وشن المتمردون هجوما على بوليوكا.", "attack", "بوليوكا"),
    # what a place was called where it was named
    ("قصف الجيش الغاني مواقع في محافظة أشانتي. واعتقلت الشرطة الغانية عشرة أشخاص في المحافظة.", "arrest", "أشانتي"),
    # signed by those who met in the lead
    (
        "استقبل الرئيس الغاني جون ماهاما في أكرا أمس وزير الخارجية الكيني. وحضر المراسم سفراء. "
        "ووقع وزير الخارجية الكيني مع جون ماهاما اتفاقية تعاون عسكري.",
        "signing",
        "أكرا",
    ),
    # what a march ended in
    ("تظاهر الآلاف في كوماسي أمس. وأصيب عشرات الطلاب خلال مواجهات مع الشرطة.", "attack", "كوماسي"),
    # of several states named together the first
    ("قتل مسلحون عشرة مدنيين في مالي وبوركينا فاسو والنيجر.", "attack", "مالي"),
]


@pytest.mark.parametrize(("text", "act", "name"), AGAIN)
def test_a_place_named_before_is_where_it_was(text: str, act: str, name: str) -> None:
    assert places(text)[act] == name


TOWNS = [
    ("قصفت القوات الروسية ليسيتشانسك بالمدفعية.", "ليسيتشانسك", "UKR"),
    ("اغتال مسلحون ضابطا في بلدة جلب جنوبي الصومال.", "جلب", "SOM"),
    ("نفذ الطيران غارات على تاجوراء وعين زارة.", "تاجوراء", "LBY"),
    ("أطلق جنود الاحتلال النار على عمال عند حاجز الجلمة.", "حاجز الجلمة", "PSE"),
    ("هاجم مسلحون قرويين في جبل الزاوية.", "جبل الزاوية", "SYR"),
    ("قتل ثلاثة جنود في هجوم شنه مسلحون على أنسونغو.", "أنسونغو", "MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), TOWNS)
def test_towns_villages_and_crossings_of_the_news_lie_in_their_state(text: str, name: str, country: str) -> None:
    (event,) = waqai.read(text).events
    assert event.where is not None
    assert (event.where.name, event.where.country, event.where.lat is not None) == (name, country, True)


@pytest.mark.parametrize("text", ["قال الوزير الكيني إنه بحث مع العديد من نظرائه أزمة الغذاء.",
                                  "طالب الوزير الكيني المالكين بدفع الضرائب، معتبرا بانه قرار مهم."])  # fmt: skip
def test_words_spelled_like_small_towns_are_none(text: str) -> None:
    assert all(e.where is None for e in waqai.read(text).events)


TOLD_ASIDE = [
    # where words were spoken, suits are brought, goods and forces go through, to or from
    ("دعا الرئيس الغاني، خلال استقباله في أكرا وزير الخارجية الكيني، إلى وقف القتال.", "appeal", "أكرا"),
    ("قرر قادة المجموعة، خلال قمة طارئة عقدوها في أبوجا، فرض عقوبات على مالي.", "sanction", "أبوجا"),
    ("قال زعيم المعارضة أمام حشد من أنصاره في نيروبي إنه لن يشارك في الحوار.", "refusal", "نيروبي"),
    ("رفعت كينيا دعوى على أوغندا أمام محكمة العدل الدولية في لاهاي.", "accusation", "لاهاي"),
    ("سلمت السلطات الكينية متهما إلى أوغندا عبر معبر مالابا.", "other", "معبر مالابا"),
    ("أعلنت الأمم المتحدة إيصال مساعدات إلى مدينة كادوقلي المحاصرة.", "delivery", "كادوقلي"),
    ("تعهدت الحركة بسحب مقاتليها من مدينة غوما.", "other", "غوما"),
    # the land of a state, the state «البلاد» means, one at war with its own
    ("زار الوفد الأراضي السورية والتقى وزير الداخلية.", "visit", "سوريا"),
    ("أطلقت القوات التركية النار على الأراضي العراقية.", "attack", "العراق"),
    ("شنت القوات الكينية غارات شمالي البلاد.", "strike", "كينيا"),
    ("بسطت الفصائل الصومالية سيطرتها على البلاد عام 1991.", "seizure-of-control", "الصومال"),
    ("تدور حرب بين الجيش الكولومبي ومتمردي جيش التحرير منذ 1964.", "clash", "كولومبيا"),
    # palaces host
    ("استضاف قصر بعبدا اليوم محادثات بين رئيس الوزراء العراقي ونظيره اللبناني.", "talks", "قصر بعبدا"),
    ("احتضنت أكرا محادثات بين الرئيس الكيني ونظيره الأوغندي.", "talks", "أكرا"),
    # who speaks from a town, leaves it after talks, brings people out of a state or into a town's houses
    ("هدد الوزير الكيني من أكرا بقطع العلاقات مع أوغندا.", "warning", "أكرا"),
    ("غادر الوفد الكيني أديس أبابا الخميس بعد محادثات استمرت يومين مع رئيس الوزراء الإثيوبي.", "talks", "أديس أبابا"),
    ("أجلت القوات الكينية 40 مواطنا من السودان.", "other", "السودان"),
    ("نفى المتحدث الكيني وصول أي شحنة أسلحة إلى المتمردين عبر ميناء لامو.", "delivery", "ميناء لامو"),
    # names of two words, a town in apposition, one named before
    ("قصفت الطائرات سوقا في بلدة أم كدادة.", "attack", "أم كدادة"),
    ("قتل جندي في هجوم في منطقة عين الرمانة.", "attack", "عين الرمانة"),
    ("صد الجيش الكيني هجوما على مدينة لامو عاصمة ولاية لامو.", "attack", "لامو"),
    ("سيطر المسلحون على مدينة غوما. ثم اقتحم الجيش المدينة فجرا.", "attack", "غوما"),
    ("استهدفت مسيرة مستشفى الفاشر. وكان المستشفى تعرض لقصف الشهر الماضي.", "attack", "مستشفى الفاشر"),
    ("عززت الشرطة الإسرائيلية وجودها في البلدة القديمة.", "deployment", "البلدة القديمة"),
    ("قصف الجيش الكيني منطقتي لامو وواجير. ودمرت الطائرات مخازن في المنطقة.", "attack", "لامو"),
    ("قتل جنود في كمين نصبه مسلحون بين بلدتي نيونو ودابالي في منطقة سيغو.", "attack", "نيونو"),
    ("بحث وزير الخارجية الأردني مع نظيره الكيني التعاون. ويزور الوزير الكيني المملكة حاليا.", "visit", "الأردن"),
    ("ترأس الوزير الكيني اجتماعا مع قادة الشرطة في مقر قيادة شرطة ديالى بمدينة بعقوبة.", "meeting",
     "مقر قيادة شرطة ديالى بمدينة بعقوبة"),
    ("عززت القوة الأوروبية في البوسنة دورياتها في سراييفو.", "deployment", "سراييفو"),
    ("تجمع الأهالي أمام القصر البلدي في أكرا، فيما قطع محتجون أوتوستراد الشويفات.", "protest", "أوتوستراد الشويفات"),
    ("أطلق جنود النار على طول خط المراقبة، في حين اعتقلت الشرطة الكينية 300 شخص.", "arrest", None),
    # a hamlet's name is mostly that of the family from it
    ("قتل مستوطن الناشط عودة الهذالين في قرية أم الخير.", "attack", "أم الخير"),
    # an adjective is no place, though «إثيوبية» is a spelling of the state
    ("قال الوزير إن الصين ستواصل تقديم مساعدات في المناطق الإثيوبية المتضررة.", "delivery", None),
    # where somebody is held, or the person of a relative clause was not
    ("ندد المعارض الأوغندي المسجون في كمبالا بالاتفاق.", "condemnation", None),
    ("نظم ناشطون وقفة في أكرا للإفراج عن صحفي اعتقلته الشرطة من منزله.", "arrest", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "name"), TOLD_ASIDE)
def test_words_that_stand_aside_tell_where(text: str, act: str, name: str | None) -> None:
    assert places(text)[act] == name


def test_a_guest_does_what_he_does_with_his_hosts_where_he_had_come_to() -> None:
    signed = "وقع وزير الدفاع الغاني كوفي مينساه اليوم مع نظيره الكيني اتفاقا عسكريا."
    text = f"{signed}\nوكان مينساه قد وصل إلى نيروبي في زيارة رسمية."
    assert places(text)["signing"] == "نيروبي"
    assert places(f"{signed}\nوكان مينساه قد زار نيروبي في مارس الماضي.")["signing"] is None


def test_a_palace_that_is_struck_is_not_its_attackers() -> None:
    (event,) = waqai.read("شنت كينيا غارات على القصر الرئاسي ومحطة للكهرباء في صنعاء.").events
    assert event.where is not None
    assert (event.where.name, event.where.country) == ("القصر الرئاسي", "YEM")


def test_where_a_guest_is_received_is_in_the_state_visited() -> None:
    text = "وصل الرئيس الغاني اليوم إلى أنقرة في زيارة.\nوعقد الرئيس الغاني محادثات مع نظيره التركي في المجمع الرئاسي."
    events = [e for e in waqai.read(text, published="2025-10-17").events if e.act == "meeting"]
    assert [e.where.country for e in events if e.where is not None] == ["TUR"]


def test_a_visit_is_where_the_guest_met_his_hosts() -> None:
    text = "أجرى الوزير الكيني موساليا مودافادي في أكرا لقاء مع الرئيس الغاني.\nووصف مودافادي زيارته بالمثمرة."
    assert places(text)["visit"] == "أكرا"
