"""Who did it and to whom, as one table of small reports: type, actors, recipients."""

import pytest

import waqai

REPORTS = [
    # a reaction is against who did what its words point back to, and nobody where they point to nothing told
    (
        "شن مسلحون من حركة الشباب هجوما على فندق في مقديشو. ودانت كينيا الهجوم.",
        ("ACCUSE", {"كينيا"}, {"حركة الشباب"}),
    ),
    ("زار الرئيس التركي أنقرة الثلاثاء والتقى نظيره الصربي. ونددت بلغاريا بالعملية.", ("ACCUSE", {"بلغاريا"}, set())),
    # a recall is against the state where the ambassador is
    ("استدعت تشاد سفيرها لدى روما للتشاور.", ("SANCTION", {"تشاد"}, {"إيطاليا"})),
    ("قررت بيرو سحب سفيرها من مكسيكو سيتي خوان ريفيرا.", ("SANCTION", {"بيرو"}, {"المكسيك"})),
    # who threatens on does so to the side he has to do with
    (
        "فرضت بكين قيودا على استيراد لحوم ليتوانيا. وتوعدت وزارة الخارجية الصينية بإجراءات أخرى.",
        ("THREATEN", {"وزارة الخارجية الصينية"}, {"ليتوانيا"}),
    ),
    # what two sides do befalls no third
    (
        "تبادلت القوات الأرمينية والأذربيجانية القصف قرب الحدود التي تراقبها إيران.",
        ("ASSAULT", {"القوات الأرمينية", "الأذربيجانية"}, set()),
    ),
    # people without a name
    ("قُتل جندي فرنسي في كمين في مالي.", ("ASSAULT", set(), {"جندي فرنسي"})),
    ("اعتقلت الشرطة السودانية مصورا وناشطتين في أم درمان.", ("COERCE", {"الشرطة السودانية"}, {"مصورا"})),
    ("أعلنت لندن مقتل ضابطين بريطانيين في كابل.", ("ASSAULT", set(), {"ضابطين بريطانيين"})),
    # a verb of harm without an object, its spelling open, is passive
    ("كما قتل جنديان أميركيان في هجوم انتحاري في الموصل.", ("ASSAULT", set(), {"جنديان أميركيان"})),
    ("قال قائد شرطة كابل إن ستة مدنيين قتلوا في انفجار.", ("ASSAULT", set(), {"ستة مدنيين"})),
    ("قتل مسلحون من حركة الشباب شرطيا كينيا في غاريسا.", ("ASSAULT", {"حركة الشباب"}, {"شرطيا كينيا"})),
    ("اعتقلت الشرطة الغانية في أكرا ثلاثة صحفيين.", ("COERCE", {"الشرطة الغانية"}, {"ثلاثة صحفيين"})),
    # officials attack with words, armies with arms
    ("هاجم الرئيس الصربي قرار المحكمة الأوروبية.", ("ACCUSE", {"الرئيس الصربي"}, {"المحكمة الأوروبية"})),
    # whom a crowd is against
    ("تظاهر آلاف الكينيين في نيروبي مطالبين برحيل الرئيس وليام روتو.", ("PROTEST", {"آلاف الكينيين"}, {"وليام روتو"})),
    ("ردد مئات المتظاهرين في باماكو هتافات مناهضة لفرنسا.", ("PROTEST", {"مئات المتظاهرين"}, {"فرنسا"})),
    # an adjective is nobody
    ("قُتل أربعة أشخاص في هجوم مسلح في كابل.", ("ASSAULT", set(), {"أربعة أشخاص"})),
    # a council is a party, and the state beside it another
    ("واتهم المجلس العسكري في غينيا باريس بدعم المعارضة.", ("ACCUSE", {"المجلس العسكري"}, {"فرنسا"})),
    ("اتهم المجلس العسكري نيروبي بدعم المتمردين.", ("ACCUSE", {"المجلس العسكري"}, {"كينيا"})),
    # members are of the body they belong to
    ("خطف مسلحون من حركة الشباب سائحا كينيا في لامو.", ("ASSAULT", {"حركة الشباب"}, {"سائحا كينيا"})),
    # a verbal noun with both: who did it, then to whom
    ("وثقت الأمم المتحدة قتل عناصر المليشيا تسع نساء في توريت.", ("ASSAULT", {"عناصر المليشيا"}, {"تسع نساء"})),
    ("ندد الاتحاد الأفريقي برفض تشاد الوساطة.", ("ACCUSE", {"الاتحاد الأفريقي"}, {"تشاد"})),
    # passives, with the vowel or as a participle
    ("استُهدف موكب رئيس الوزراء العراقي بعبوة ناسفة.", ("ASSAULT", set(), {"رئيس الوزراء العراقي"})),
    ("باتت كوسوفو، منذ أمس، دولة معترفا بها رسميا من جانب اليابان.", ("SUPPORT", {"اليابان"}, {"كوسوفو"})),
    # a participle has its subject before it
    ("وقال الوزير التشادي إن بلاده مفتوحة، داعيا المانحين إلى الوفاء.", ("REQUEST", {"الوزير التشادي"}, {"المانحين"})),
    # whom a verb of telling tells of it
    ("أخطرت لندن طهران برفضها نقل المحادثات إلى مسقط.", ("REJECT", {"بريطانيا"}, {"إيران"})),
    (
        "قدّم رئيس الوزراء الياباني استقالته إلى الإمبراطور ناروهيتو.",
        ("RETREAT", {"رئيس الوزراء الياباني"}, {"ناروهيتو"}),
    ),
    # of whom «سبق ل» tells, and who goes with him
    (
        "سبق للوزيرة ميلينا يورغنسن أن زارت الرباط في أغسطس الماضي رفقة وزير الدفاع الدنماركي ترولس لوند.",
        ("CONSULT", {"ميلينا يورغنسن", "ترولس لوند"}, {"المغرب"}),
    ),
    # an honorific is no woman, and the one received is met
    (
        "استقبل جلالة الملك عبدالله الثاني، في قصر الحسينية، رئيس وزراء سلوفينيا روبرت غولوب.",
        ("CONSULT", {"عبدالله الثاني", "روبرت غولوب"}, set()),
    ),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_did_it_to_whom(text: str, told: tuple[str, set[str], set[str]]) -> None:
    kind, actors, recipients = told
    events = waqai.read(text, published="2025-10-17").events
    found = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in events if e.type == kind]
    assert found == [(actors, recipients)]
