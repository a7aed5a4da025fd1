"""Who did it and to whom, where the words leave it to grammar: measures, strengthened objects, those spoken for."""

import pytest
from tests.ground.told import sides

import waqai

REPORTS = [
    # the preposition of a measure is no preposition of the verb's
    ("اقتحم أكثر من ألف مستوطن باحات المسجد الأقصى.", ("PROTEST", {"ألف مستوطن"}, set())),
    ("اقتحم عشرات المستوطنين باحات المسجد الأقصى.", ("PROTEST", {"عشرات المستوطنين"}, set())),
    # a verbal noun that stands with its subject takes its object behind ل
    ("نددت اليابان باعتقال الشرطة الصربية لثلاثة صحفيين.", ("COERCE", {"الشرطة الصربية"}, {"ثلاثة صحفيين"})),
    ("استنكر الأردن اقتحام المستوطنين للمسجد الأقصى.", ("PROTEST", {"المستوطنين"}, set())),
    ("أكد خفر السواحل أنه تم إنقاذ 24 مهاجرا قبالة صفاقس.", ("AID", {"خفر السواحل"}, {"24 مهاجرا"})),
    # an officer without a name, and nobody else, is the victim
    ("قتل ضابط كيني في هجوم على مركز للشرطة في غاريسا.", ("ASSAULT", set(), {"ضابط كيني"})),
    # «جنوبي» leads to where it was
    ("قتل 7 مدنيين في غارة على مدينة كيسمايو جنوبي الصومال.", ("ASSAULT", set(), {"7 مدنيين"})),
    # force itself is nobody
    ("لوح المتمردون باستخدام القوة ضد الحكومة الكينية.", ("THREATEN", {"المتمردون"}, {"الحكومة الكينية"})),
    # those joined to the other side are of it
    (
        "تحفظ الرئيس الصربي على انضمام كوسوفو ومولدوفا إلى الاتحاد الأوروبي.",
        ("ACCUSE", {"الرئيس الصربي"}, {"كوسوفو", "مولدوفا"}),
    ),
    # an official's own state is not whom he speaks against
    (
        "كرر رئيس الوزراء الكيني، في بيان لمكتبه، تأكيد رفض كينيا العدوان الإسرائيلي على لبنان.",
        ("ACCUSE", {"رئيس الوزراء الكيني"}, {"إسرائيل"}),
    ),
    # the subject of إن is in the accusative, and one of many stands before its plural
    ("قال الوزير الكيني إن جنديا إثيوبيا هاجم رعاة قرب مويالي.", ("ASSAULT", {"جنديا إثيوبيا"}, {"رعاة"})),
    ("كشف وزير كيني أن أحد الجنود الإثيوبيين أطلق النار على رعاة.", ("ASSAULT", {"الجنود الإثيوبيين"}, {"رعاة"})),
    # a clause joined behind a comma goes on with the subject of the one before, not with its object
    (
        "حاصرت الشرطة الكينية المستشفى الذي نقل إليه الجرحى، وفي المساء هاجمت المشيعين.",
        ("ASSAULT", {"الشرطة الكينية"}, {"المشيعين"}),
    ),
    # whom a deed with a verb of its own befell
    ("قتل خمسة جنود في كمين نصبه مسلحون صوماليون.", ("ASSAULT", {"مسلحون صوماليون"}, {"خمسة جنود"})),
    # what a relative clause takes up with a preposition
    ("زار الوزير الغاني الجنود الذين استولى عليهم المتمردون الكينيون.", ("COERCE", {"المتمردون الكينيون"}, {"الجنود"})),
    # from whom a call came that a relative clause tells of
    (
        "أكد الرئيس الكيني في اتصال تلقاه من الرئيس الغاني جون ماهاما ضرورة وقف الحرب.",
        ("CONSULT", {"الرئيس الكيني", "جون ماهاما"}, set()),
    ),
    # a participle behind a comma is of the main clause
    (
        "ندد الوزير الكيني بالجرائم التي يرتكبها المتمردون، داعيا إلى إجراء تحقيق دولي.",
        ("REQUEST", {"الوزير الكيني"}, set()),
    ),
    # a town's name behind أن is the surname of one named before
    (
        "زار وزير الدفاع الأميركي لويد أوستن باريس. وقال متحدث إن أوستن رحب بعرض فرنسا.",
        ("SUPPORT", {"لويد أوستن"}, {"فرنسا"}),
    ),
    # an outlet in its own name
    ("نددت قناة الجزيرة بقصف مكتبها في غزة.", ("ACCUSE", {"قناة الجزيرة"}, set())),
    # what a spokesman tells of is done by those he speaks for
    ("أعلن الناطق باسم خفر السواحل المالطي إنقاذ 24 مهاجرا.", ("AID", {"خفر السواحل"}, {"24 مهاجرا"})),
    ("أعلن المتحدث باسم الشرطة الكينية اعتقال خمسة لصوص.", ("COERCE", {"الشرطة"}, {"خمسة لصوص"})),
    # the pronoun behind a preposition is whom it befalls
    (
        "وصل الناشط كوفي ميلز إلى أكرا الأحد، ووجهت إليه النيابة الغانية تهمة التجسس.",
        ("ACCUSE", {"النيابة الغانية"}, {"كوفي ميلز"}),
    ),
    ("تحدت كوبا المهلة، ففرض مجلس الأمن عليها عقوبات.", ("SANCTION", {"مجلس الأمن"}, {"كوبا"})),
    ("وجهت لهما المحكمة تهمة التجسس.", ("ACCUSE", {"المحكمة"}, set())),
    ("ندد نبيل حداد بالقصف الذي تعرضت له بلدة كفركلا اللبنانية.", ("ASSAULT", set(), {"لبنان"})),
    # bodies named again by their noun
    (
        "فرضت وزارة الخزانة الأميركية عقوبات على حزب الله. وأدانت الوزارة سوريا.",
        ("ACCUSE", {"وزارة الخزانة الأميركية"}, {"سوريا"}),
    ),
    ("قصفت إسرائيل مواقع لحماس. ورفضت الحركة مقترح الهدنة.", ("REJECT", {"حماس"}, {"إسرائيل"})),
    ("قدمت مولدوفا طلبا إلى الناتو. ورحب الحلف بالطلب.", ("SUPPORT", {"الناتو"}, set())),
    (
        "أصدرت وزارة الخارجية الفلسطينية بيانا. وحملت الخارجية الحكومة الإسرائيلية المسؤولية عن الحادث.",
        ("ACCUSE", {"وزارة الخارجية الفلسطينية"}, {"الحكومة الإسرائيلية"}),
    ),
    ("دعا الأردن الإدارة الأميركية إلى وقف الحرب في غزة.", ("REQUEST", {"الأردن"}, {"الإدارة الأميركية"})),
    ("أكدت حركة حماس موقفها. وأعلن متحدث باسمها إطلاق سراح أسيرين.", ("RETREAT", {"حركة حماس"}, set())),
    # behind ال no state owns it
    (
        "رحبت وزارة الخارجية الأردنية بالقرار. وطالب الناطق الرسمي باسم الوزارة إسرائيل بالكف عن الحرب.",
        ("REQUEST", {"الناطق الرسمي باسم الوزارة"}, {"إسرائيل"}),
    ),
    # to whom it is ascribed
    ("وقع هجوم نسب إلى المتمردين في شرق الكونغو.", ("ASSAULT", {"المتمردين"}, set())),
    ("أسفر هجوم منسوب إلى حركة الشباب عن مقتل ستة جنود في لامو.", ("ASSAULT", {"حركة الشباب"}, {"ستة جنود"})),
    # the name of a state ends a person's, and a demonym before a name is of the person
    (
        "استقبل الرئيس التركي رجب طيب أردوغان وفدا. كما دعا أردوغان السويد إلى التهدئة.",
        ("REQUEST", {"رجب طيب أردوغان"}, {"السويد"}),
    ),
    ("نفت الخرطوم مقتل الأميركية جين هولمز في دارفور.", ("ASSAULT", set(), {"جين هولمز"})),
    # whom it is about is not whom it is said to, the body one turns to is
    ("دعت اليابان إلى إنهاء الإفلات من العقاب في جرائم قتل الصحفيين في غزة.", ("REQUEST", {"اليابان"}, set())),
    (
        "تقدمت غانا بطلب رسمي للانضمام إلى الاتحاد الأفريقي في خطوة مدفوعة بالخوف من مالي.",
        ("REQUEST", {"غانا"}, {"الاتحاد الأفريقي"}),
    ),
    # a second delegation has a state as well
    ("عقدت محادثات في أنقرة حضرها وفدان سويدي وفنلندي.", ("CONSULT", {"السويد", "فنلندا"}, set())),
    # who told it before goes on
    (
        "أبلغ الرئيس التركي الحلف رفضه عضوية فنلندا والسويد ما لم تتعاونا، "
        "كما أجرى اتصالات مع الرئيس الكيني وليام روتو.",
        ("CONSULT", {"الرئيس التركي", "وليام روتو"}, set()),
    ),
    (
        "قالت وزارة الصحة الكينية إن الوضع خطير. وحملت الحكومة الأوغندية المسؤولية عن الوباء.",
        ("ACCUSE", {"وزارة الصحة الكينية"}, {"الحكومة الأوغندية"}),
    ),
    # who answers with force answers those who acted before
    (
        "رشق محتجون الشرطة بالحجارة، فردت قوات الأمن الكينية بقنابل الغاز.",
        ("ASSAULT", {"قوات الأمن الكينية"}, {"محتجون"}),
    ),
    # an embassy opened or an ambassador sent back befalls the state where it is
    ("افتتحت غانا سفارتها في مدريد عام 2011.", ("SUPPORT", {"غانا"}, {"إسبانيا"})),
    ("أعادت السعودية سفيرها إلى دمشق.", ("SUPPORT", {"السعودية"}, {"سوريا"})),
    # to whom talks are offered, where aid comes to, sides that nobody names
    ("عرضت كينيا استضافة محادثات بين إثيوبيا وإريتريا.", ("AGREE", {"كينيا"}, {"إثيوبيا", "إريتريا"})),
    ("قدمت الإمارات خمسة ملايين دولار لإقامة مخيم مؤقت في مقديشو.", ("AID", {"الإمارات"}, {"الصومال"})),
    ("دعا وزير الخارجية النرويجي كل الأطراف إلى ضبط النفس.", ("REQUEST", {"وزير الخارجية النرويجي"}, {"الأطراف"})),
    # relations are no woman
    (
        "أعلن وزير الخارجية الجزائري رمطان لعمامرة قطع العلاقات الدبلوماسية مع المغرب.",
        ("SANCTION", {"رمطان لعمامرة"}, {"المغرب"}),
    ),
    # a verb in the plural has its subject before it, and so has one that goes on with «كما» or «بعد أن»
    (
        "بعث أعضاء مجلس الشيوخ الكيني رسالة. كما طالبوا وزير الخارجية بإجراء تحقيق.",
        ("REQUEST", {"أعضاء مجلس الشيوخ الكيني"}, {"وزير الخارجية"}),
    ),
    (
        "قالت المراسلة إن شرطة الاحتلال هاجمت المصلين، كما اعتقلت عشرات الفلسطينيين.",
        ("COERCE", {"شرطة الاحتلال"}, {"عشرات الفلسطينيين"}),
    ),
    (
        "يزور الوفد أبوظبي منذ أن شنت جماعة الحوثي اليمنية هجوما على الإمارات.",
        ("ASSAULT", {"جماعة الحوثي اليمنية"}, {"الإمارات"}),
    ),
    # what follows a set phrase is of its noun, the adjective behind a participle of whom it condemns
    (
        "قال وزير الخارجية الكيني جون كاماو إنه لن يخوض في الأمر، وشدد على ضرورة محاسبة المسؤول عن التفجير.",
        ("REQUEST", {"جون كاماو"}, set()),
    ),
    (
        "طالبت المقررة ماريا لوبيز بفتح تحقيق، منددة بالعراقيل الإسرائيلية أمام البعثة.",
        ("ACCUSE", {"ماريا لوبيز"}, {"إسرائيل"}),
    ),
    # another name in quotes, an officer of a force, what one is before the name, an adjective before «التي»
    (
        'أعلن جهاز المخابرات الإسرائيلي "الشاباك" اعتقال أربعة فلسطينيين من الخليل.',
        ("COERCE", {"جهاز المخابرات الإسرائيلي"}, {"أربعة فلسطينيين"}),
    ),
    ("أدين الرجل بمهاجمة ضابط شرطة في نيروبي.", ("ASSAULT", set(), {"ضابط شرطة"})),
    (
        "انتقد المعارض التونسي نجيب السالمي دعوة الرئيس قيس سعيد للاستفتاء.",
        ("ACCUSE", {"نجيب السالمي"}, {"قيس سعيد"}),
    ),
    # who came before an attack did not make it
    ("بدأت كينيا حوارا مع غانا بسبب هجمات على ناقلات قرب الخليج.", ("ASSAULT", set(), set())),
    # what one undertakes towards a state, and whom one appeals to by a noun no list holds
    ("أبدت الرباط استعدادها لاستئناف المحادثات مع مدريد.", ("AGREE", {"المغرب"}, {"إسبانيا"})),
    ("دعا الرئيس الكيني كافة القوى السياسية إلى التهدئة.", ("REQUEST", {"الرئيس الكيني"}, {"القوى السياسية"})),
    # a condemnation is of who did the deed, not of the victim
    (
        "قتلت القوات الإثيوبية الصحفي جون كوفي في مقلي. وندد الرئيس الكيني وليام روتو بمقتل كوفي.",
        ("ACCUSE", {"وليام روتو"}, {"القوات الإثيوبية"}),
    ),
    # what came of a deed, an attack that «إن» tells of, and what an inquiry is about are nobody's doing
    ("قال المرصد إن 4 عسكريين قتلوا جراء القصف الإسرائيلي قرب مصياف.", ("ASSAULT", {"إسرائيل"}, {"4 عسكريين"})),
    ("ذكرت صحف سورية أن هجوما صاروخيا إسرائيليا شن أمس على تدمر.", ("ASSAULT", {"إسرائيل"}, {"سوريا"})),
    (
        "كشف المدعي العام الكيني جون كاماو تفاصيل التحقيق الخاص باغتيال الصحفي ليو أوموندي.",
        ("ASSAULT", set(), {"ليو أوموندي"}),
    ),
    ("أدان الاتحاد الأوروبي القصف. ودعا الاتحاد إسرائيل إلى التراجع.", ("REQUEST", {"الاتحاد الأوروبي"}, {"إسرائيل"})),
    # what is flown is nobody's side, an accusative no subject, a term of office no province
    ("صادر خفر السواحل المالطي ناقلة، في عملية إنزال من مروحيات.", ("COERCE", {"خفر السواحل المالطي"}, set())),
    (
        "تولى رضا حمدان الحكم، وانتهت ولايته رئيسا للحكومة التونسية بعد أن قدم استقالته.",
        ("RETREAT", {"رضا حمدان"}, set()),
    ),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_did_it_to_whom(text: str, told: tuple[str, set[str], set[str]]) -> None:
    kind, actors, recipients = told
    assert sides(text, kind) == [(actors, recipients)]


def test_he_who_came_met_the_one_met_in_the_course_of_it() -> None:
    text = "جاءت الهدنة بعد زيارة الرئيس الكيني وليام روتو التي التقى خلالها الرئيس الأوغندي يوري موسيفيني."
    found = [{p.name for p in e.actors} for e in waqai.read(text).events if e.act == "meeting"]
    assert found == [{"وليام روتو", "يوري موسيفيني"}]


def test_migrants_who_arrive_pay_no_visit() -> None:
    assert not waqai.read("يصل مئات المهاجرين إلى مالطا كل شهر.").events


def test_a_town_that_talks_are_named_after_does_not_talk() -> None:
    assert not waqai.read("قال أمير قطر إن مفاوضات فيينا تتقدم.").events


def test_the_one_told_of_did_it_where_nobody_else_is_named() -> None:
    text = (
        "استقبل الرئيس الكيني وليام روتو وزير الخارجية الغاني جون كوفي، "
        "الذي سلمه رسالة خطية من الرئيس الغاني جون ماهاما."
    )
    found = [{p.name for p in e.actors} for e in waqai.read(text).events if e.act == "exchange-of-messages"]
    assert found == [{"جون كوفي", "وليام روتو", "جون ماهاما"}]


def test_the_two_states_are_those_of_the_sentence() -> None:
    text = (
        "عقدت إيران والولايات المتحدة محادثات في مسقط الثلاثاء. "
        "وزار نائب وزير الخارجية الإيراني علي باقري الكويت الخميس، وقال إن البلدين اتفقا على طي الخلاف."
    )
    found = [
        {p.country for p in e.actors} for e in waqai.read(text, published="2025-10-17").events if e.type == "AGREE"
    ]
    assert found == [{"IRN", "KWT"}]


def test_some_are_taken_and_others_killed() -> None:
    text = "اختطف مسلحون 46 تلميذا من مدرسة في كادونا، بعد أن قتلوا حارسين بالرصاص."
    found = [{p.name for p in e.recipients} for e in waqai.read(text).events if e.type == "ASSAULT"]
    assert found == [{"46 تلميذا"}, {"حارسين"}]


OWN_WORDS = [
    ("أكد الرئيس الكولومبي خوان ريفيرا أن كولومبيا لن تسمح بعبور السفن الحربية.", "خوان ريفيرا"),
    ("شدد وزير الدفاع البولندي مارك نوفاك على أن وارسو ترفض نشر قوات في أوكرانيا.", "مارك نوفاك"),
    ("قال المتحدث باسم الخارجية الروسية إن موسكو لن تعترف بنتائج الانتخابات في مولدوفا.", "روسيا"),
    ("قال الرئيس الكولومبي خوان ريفيرا إن واشنطن لن تقبل الاتفاق.", "الولايات المتحدة"),
]


@pytest.mark.parametrize(("text", "who"), OWN_WORDS)
def test_what_an_official_says_his_state_refuses_he_refuses(text: str, who: str) -> None:
    (event,) = [e for e in waqai.read(text, published="2025-10-17").events if e.type == "REJECT"]
    assert [p.name for p in event.actors] == [who]
