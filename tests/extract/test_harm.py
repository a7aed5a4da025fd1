"""Who harms and who is harmed: headlines that count the dead, claims, escorts, accusations, forces and movements."""

import pytest

import waqai

Told = tuple[str, str, set[str], set[str]]

REPORTS: list[tuple[str, list[Told]]] = [
    # the dead and wounded whom a headline counts before the attack are hit by it
    ("12 قتيلا في هجوم بمسيرة على سوق بمدينة الدلنج.", [("ASSAULT", "strike", set(), {"12 قتيلا"})]),
    (
        "قتلى وجرحى في غارة إسرائيلية على بلدة شقرا جنوبي لبنان.",
        [("ASSAULT", "strike", {"إسرائيل"}, {"قتلى", "جرحى"})],
    ),
    ("شهيدان وجريح بنيران الاحتلال في طوباس.", [("ASSAULT", "attack", {"الاحتلال"}, {"شهيدان", "جريح"})]),
    ("تسعة قتلى إثر قصف روسي استهدف سومي.", [("ASSAULT", "attack", {"روسيا"}, {"تسعة قتلى"})]),
    # the verb above tells who struck, the clause whom
    ("نفذ الجيش الكيني ضربة جوية استهدفت مسلحين في لامو.", [("ASSAULT", "strike", {"الجيش الكيني"}, {"مسلحين"})]),
    # the land behind a side of the sky is where it was, and no party; ل names who shelled where «على» says whom
    (
        "عشرات القتلى والجرحى في تفجير انتحاري غربي باكستان.",
        [("ASSAULT", "attack", set(), {"عشرات القتلى", "الجرحى"})],
    ),
    ("ارتقاء شهيدين في قصف للاحتلال على رفح.", [("ASSAULT", "attack", {"الاحتلال"}, {"شهيدين"})]),
    # who claims an attack made it
    ("تبنى تنظيم القاعدة المسؤولية عن التفجير في باماكو.", [("ASSAULT", "attack", {"تنظيم القاعدة"}, set())]),
    # who has an escort storms, and is not stormed
    ("اقتحم مستوطنون بحراسة الجيش بلدة حوارة.", [("PROTEST", "protest", {"مستوطنون"}, set())]),
    # some house or people behind the noun of an attack are hit
    ("نفت وزارة الدفاع الروسية قصف مستشفى في سومي.", [("ASSAULT", "attack", {"وزارة الدفاع الروسية"}, {"مستشفى"})]),
    # a plural in another case is another party
    (
        "خطف مسلحون مجهولون مهندسين هنديين في النيجر.",
        [("ASSAULT", "attack", {"مسلحون مجهولون"}, {"مهندسين هنديين"})],
    ),
    # those accused of carrying out an attack did it, and not who accuses
    (
        "اتهمت غانا حركة الفجر بتنفيذ هجوم استهدف ثكنة.",
        [("ACCUSE", "accusation", {"غانا"}, {"حركة الفجر"}), ("ASSAULT", "attack", {"حركة الفجر"}, set())],
    ),
    # who leaves after fights with the army fought
    (
        "انسحب المتمردون من مدينة باو بعد معارك مع الجيش السوداني.",
        [
            ("RETREAT", "withdrawal", {"المتمردون"}, set()),
            ("ASSAULT", "clash", {"المتمردون", "الجيش السوداني"}, set()),
        ],
    ),
    # «القوات المسلحة» without a minister are forces, and who they kill is no spokesman's deed
    (
        "قال متحدث عسكري إن القوات المسلحة قتلت عشرة إرهابيين.",
        [("ASSAULT", "attack", {"القوات المسلحة"}, {"عشرة إرهابيين"})],
    ),
    # names of movements and of people by whose or of what they are
    ("أعلنت جبهة تحرير الشمال مسؤوليتها عن الهجوم.", [("ASSAULT", "attack", {"جبهة تحرير الشمال"}, set())]),
    (
        "طالبت أسر المخطوفين في أبوجا الحكومة النيجيرية بالتحرك.",
        [("REQUEST", "demand", {"أسر المخطوفين"}, {"الحكومة النيجيرية"})],
    ),
    ("أضرب مزارعو الكاكاو في غانا.", [("PROTEST", "protest", {"مزارعو الكاكاو"}, set())]),
    # whom a call to demonstrate asks has not demonstrated
    ("دعا حزب الكرامة إلى التظاهر.", [("PROTEST", "protest", {"حزب الكرامة"}, set())]),
    # the court sits in its own house, convicting is no condemning, and what is said against a verdict is against it
    (
        "قضت الدائرة الجنائية بالمحكمة الابتدائية في سوسة بسجن المعارض نبيل الجلاصي خمسة أعوام بعد إدانته بالتآمر. "
        "ونددت منظمة العفو الدولية بالأحكام.",
        [
            ("SANCTION", "sanction", {"الدائرة الجنائية"}, {"نبيل الجلاصي"}),
            ("ACCUSE", "condemnation", {"منظمة العفو الدولية"}, {"الدائرة الجنائية"}),
        ],
    ),
    # who arrests and lets go again is one, and nobody in between
    (
        "أوقفت الشرطة الكينية ناشطين ثم أفرجت عنهم.",
        [
            ("COERCE", "arrest", {"الشرطة الكينية"}, {"ناشطين"}),
            ("RETREAT", "release", {"الشرطة الكينية"}, {"ناشطين"}),
        ],
    ),
    # a war that two wage is theirs, and the armed behind ل made the attack that others repel
    (
        "يخوض الجيش السوداني وقوات الدعم السريع حربا منذ أبريل 2023.",
        [("ASSAULT", "clash", {"الجيش السوداني", "قوات الدعم السريع"}, set())],
    ),
    (
        "صدت الفرقة السادسة هجوما بريا لقوات الدعم السريع.",
        [("ASSAULT", "attack", {"قوات الدعم السريع"}, {"الفرقة السادسة"})],
    ),
    # a comment that nobody made suspends nothing; who gives notice of razing houses threatens
    ("ولم يصدر تعليق فوري من قوات الدعم السريع.", []),
    ("أخطرت سلطات الاحتلال بهدم منازل في سلوان.", [("THREATEN", "warning", {"سلطات الاحتلال"}, set())]),
    # a collision, a fire or a flood kills without an attacker
    ("أفادت الشرطة بأن اصطداما بين شاحنتين وقع قرب بلدة كيديرا، وأودى بحياة 30 شخصا.", []),
    # some people right before a verb in the plural act, and not who acts on them
    (
        "فرقت الشرطة محتجين أغلقوا الطريق الدولي.",
        [("ASSAULT", "attack", {"الشرطة"}, {"محتجين"}), ("PROTEST", "protest", {"محتجين"}, set())],
    ),
    # whose part a force is has nothing done to it
    ("احتجزت القوة البحرية للحرس الثوري ناقلة نفط.", [("COERCE", "seizure-of-control", {"القوة البحرية"}, set())]),
    # a town that is ringed is besieged; a road that people cut is a protest, whatever they are against
    ("تطوق قوات الدعم السريع مدينة الأبيض.", [("COERCE", "other", {"قوات الدعم السريع"}, {"الأبيض"})]),
    ("قطع محتجون على تردي المعيشة أوتوستراد الزلقا.", [("PROTEST", "protest", {"محتجون"}, set())]),
    # gunmen who storm a place attack it, forces raid it; who stops people at a barrier by office protests nothing
    ("اقتحم مسلحون مجهولون قرية في شمال مالي.", [("ASSAULT", "attack", {"مسلحون مجهولون"}, set())]),
    ("اقتحم الحوثيون مقر منظمة دولية في صنعاء.", [("COERCE", "attack", {"الحوثيون"}, {"منظمة دولية"})]),
    # what a draft asks nobody who tabled it asks, and who does not condemn has done nothing
    ("طرحت غانا مشروع قرار أعدته مع كينيا يطالب برفع القيود.", []),
    (
        "انتقدت السفيرة الأمريكية النص لأنه لا يدين المتمردين.",
        [("ACCUSE", "condemnation", {"السفيرة الأمريكية"}, set())],
    ),
    # where one complains is not of whom; names of parties and of their work go on
    ("احتجت نيروبي لدى مجلس الأمن.", [("ACCUSE", "condemnation", {"كينيا"}, set())]),
    ("هدد الحزب الاشتراكي بحجب الثقة عن الحكومة.", [("THREATEN", "warning", {"الحزب الاشتراكي"}, {"الحكومة"})]),
    (
        "طالبت الجمعية المغربية لحقوق الإنسان بالإفراج عن المعتقلين.",
        [("REQUEST", "demand", {"الجمعية المغربية لحقوق الإنسان"}, set())],
    ),
    # a curfew nobody is said to impose is of those in power there; the occupying power is one
    ("فرض حظر تجول في مدينة نيالا.", [("COERCE", "other", {"السودان"}, set())]),
    (
        "اعترضت البحرية الإسبانية سفينة شحن روسية قبالة مالقة.",
        [("COERCE", "seizure-of-control", {"البحرية الإسبانية"}, {"روسيا"})],
    ),
    # what one calls for has not been done; somebody convicted is not who punishes him; prisoners are no portfolio
    ("دعا خطباء المساجد إلى مقاطعة البضائع الفرنسية.", [("PROTEST", "protest", {"خطباء المساجد"}, set())]),
    (
        "أعدمت السلطات الإيرانية رجلا أدين بالتجسس.",
        [
            ("ASSAULT", "attack", {"السلطات الإيرانية"}, {"رجلا"}),
            ("SANCTION", "sanction", set(), {"رجلا"}),
        ],
    ),
    ("أضرب الأسرى الفلسطينيون عن الطعام.", [("PROTEST", "protest", {"الأسرى الفلسطينيون"}, set())]),
    ("مصرع ثمانية متسلقين برصاص متمردين في كينيا.", [("ASSAULT", "attack", {"متمردين"}, {"ثمانية متسلقين"})]),
    ("اشتكت أرمينيا جارتها أذربيجان إلى محكمة العدل الدولية.", [("ACCUSE", "accusation", {"أرمينيا"}, {"أذربيجان"})]),
    # burning tyres is a riot; state security has its whole name; what members tabled hands over no aid
    ("أحرق محتجون كينيون إطارات السيارات في نيروبي.", [("PROTEST", "protest", {"محتجون كينيون"}, set())]),
    ("اعتقل جهاز أمن الدولة ثمانية موظفين.", [("COERCE", "arrest", {"جهاز أمن الدولة"}, {"ثمانية موظفين"})]),
    # votes in favour and vetoes
    ("صوت مجلس الأمن بالإجماع على قرار يمدد عمل البعثة.", [("SUPPORT", "other", {"مجلس الأمن"}, set())]),
    ("استعملت الصين الفيتو ضد مشروع القرار.", [("REJECT", "refusal", {"الصين"}, set())]),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_who_harms_and_who_is_harmed(text: str, expected: list[Told]) -> None:
    """Type, act, actors and recipients of every event told."""
    events = waqai.read(text, published="2025-10-17").events
    told = [(e.type, e.act, {p.name for p in e.actors}, {p.name for p in e.recipients}) for e in events]
    assert sorted(told, key=str) == sorted(expected, key=str)


HOMES = [
    ("أصيب ثلاثة أشخاص جراء سقوط صاروخ أطلق من اليمن وسط إسرائيل.", "ثلاثة أشخاص", "ISR"),
    ("الخرطوم (الأناضول) - قتل 22 مدنيا في قصف.", "22 مدنيا", "SDN"),
    ("دمشق-سانا: أدانت وزارة الخارجية والمغتربين التوغلات الإسرائيلية.", "وزارة الخارجية والمغتربين", "SYR"),
    ("اعتقلت قوات الاحتلال الشاب يوسف الدالي في بلدة سعير.", "يوسف الدالي", "PSE"),
]


@pytest.mark.parametrize(("text", "name", "country"), HOMES)
def test_home_is_neither_where_a_missile_comes_from_nor_an_agency_or_occupier(
    text: str, name: str, country: str
) -> None:
    """The state of people without a state of their own."""
    parties = [p for e in waqai.read(text, published="2025-10-17").events for p in (*e.actors, *e.recipients)]
    assert [p.country for p in parties if p.name == name] == [country]
