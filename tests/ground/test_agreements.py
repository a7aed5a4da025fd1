"""Agreements: what they are called, who made them, at what stage, what they say."""

import pytest

from waqai.model import Agreement, Document, Record
from waqai.pipeline import read_document


def read(text: str) -> Record:
    """The record of a text published on a Monday."""
    return read_document(Document(id="t", text=text, published="2025-10-20"))


def only(text: str) -> Agreement:
    """The one agreement of a text."""
    (found,) = read(text).agreements
    return found


BORDER = (
    "وقعت مصر وقبرص، الأربعاء في القاهرة، اتفاقية لإعادة ترسيم الحدود البحرية بينهما. "
    "وتنص الاتفاقية على تقاسم عائدات الغاز، وإنشاء لجنة مشتركة للتنسيق."
)

KINDS = [
    # text, kind, parties, stage
    (BORDER, "agreement", {"EGY", "CYP"}, "signed"),
    ("صادق البرلمان التركي على اتفاقية التعاون الدفاعي مع ليبيا.", "agreement", {"TUR", "LBY"}, "ratified"),
    ("علقت الهند العمل بمعاهدة مياه نهر السند مع باكستان بعد الهجوم.", "treaty", {"IND", "PAK"}, "suspended"),
    (
        "وقّع وزير الطاقة القطري سعد الكعبي ونظيره العراقي حيان عبد الغني مذكرة تفاهم بشأن توريد الغاز المسال.",
        "memorandum",
        {"QAT", "IRQ"},
        "signed",
    ),
    (
        "التقى الرئيس التونسي قيس سعيد نظيره الجزائري عبد المجيد تبون. ومن المنتظر توقيع اتفاقية للتعاون الحدودي.",
        "agreement",
        {"TUN", "DZA"},
        "negotiated",
    ),
    ("توصلت إسرائيل وحماس إلى اتفاق لوقف إطلاق النار يشمل الإفراج عن الأسرى.", "ceasefire", {"ISR", "حماس"}, "agreed"),
]


@pytest.mark.parametrize(("text", "kind", "parties", "stage"), KINDS, ids=[row[1] + "-" + row[3] for row in KINDS])
def test_agreement_has_kind_parties_and_stage(text: str, kind: str, parties: set[str], stage: str) -> None:
    """What it is, whose it is, and what was done to it."""
    found = only(text)
    assert (found.kind, set(found.parties), found.stage) == (kind, parties, stage)


TITLES = [
    (BORDER, "اتفاقية لإعادة ترسيم الحدود البحرية بينهما"),
    (
        'أبرمت السعودية وباكستان اتفاقا دفاعيا حمل اسم "اتفاقية الدفاع الاستراتيجي المشترك".',
        "اتفاقية الدفاع الاستراتيجي المشترك",
    ),
    (
        "وقع الأردن وسلوفينيا مذكرة تفاهم للتعاون في إدارة المياه، تنص على تبادل الخبرات.",
        "مذكرة تفاهم للتعاون في إدارة المياه",
    ),
    ("انضمت أوغندا إلى معاهدة تجارة السلاح لتصبح الدولة العاشرة فيها.", "معاهدة تجارة السلاح"),
    ("وافق البرلمان الكيني على مذكرة تفاهم مع تشاد للتعاون والتوقيع عليها.", "مذكرة تفاهم"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_agreement_keeps_its_title(text: str, title: str) -> None:
    """The title is the phrase of the text, or the name in quotation marks."""
    found = only(text)
    assert found.title == title
    assert found.span is not None
    assert text[slice(*found.span)] == title


CLAUSES = [
    (BORDER, ["لإعادة ترسيم الحدود البحرية بينهما", "تقاسم عائدات الغاز", "إنشاء لجنة مشتركة للتنسيق"]),
    (
        "توصلت إسرائيل وحماس إلى اتفاق لوقف إطلاق النار يشمل الإفراج عن الأسرى، وانسحاب القوات، وإدخال المساعدات.",
        ["الإفراج عن الأسرى", "انسحاب القوات", "إدخال المساعدات"],
    ),
    (
        "أبرمت السعودية والولايات المتحدة اتفاقية دفاعية في واشنطن. وبموجب الاتفاقية تبيع واشنطن مقاتلات للرياض.",
        ["تبيع واشنطن مقاتلات للرياض"],
    ),
]


@pytest.mark.parametrize(("text", "items"), CLAUSES)
def test_agreement_says_its_provisions_item_by_item(text: str, items: list[str]) -> None:
    """Clauses behind the agreement and in later sentences, parted at their co-ordination, spans exact."""
    provisions = only(text).provisions
    assert [p.text for p in provisions] == items
    assert all(" ".join(text[slice(*p.span)].split()) == p.text for p in provisions)


def test_agreement_tells_aims_and_amounts_from_provisions() -> None:
    """«تهدف إلى» is an aim, «بقيمة» an amount."""
    found = only(
        "وقع وزير الطاقة القطري سعد الكعبي ونظيره العراقي حيان عبد الغني مذكرة بشأن توريد الغاز بقيمة ملياري دولار. "
        "وتهدف المذكرة إلى تأمين احتياجات محطات الكهرباء."
    )
    assert [p.text for p in found.aims] == ["تأمين احتياجات محطات الكهرباء"]
    assert [p.text for p in found.amounts] == ["ملياري دولار"]


def test_agreement_named_twice_is_one() -> None:
    """Ratified today, signed on Friday: one agreement, at its latest stage, with the day of the signing."""
    found = only(
        "صادق البرلمان الأرميني، اليوم الاثنين، على إعلان السلام مع أذربيجان.\n"
        "ووقّع رئيس الوزراء الأرميني نيكول باشينيان والرئيس الأذري إلهام علييف، يوم الجمعة، الإعلان في البيت الأبيض."
    )
    assert (found.stage, found.signed, set(found.parties)) == ("ratified", "2025-10-17", {"ARM", "AZE"})


NONE = [
    "دعا غوتيريش إلى التوصل إلى اتفاق لوقف إطلاق النار في غزة.",
    "انتهت المفاوضات بين مصر وإثيوبيا دون التوصل إلى اتفاق.",
    "سلمت عمان إيطاليا مطلوبا وفق اتفاقية تبادل المطلوبين بين البلدين.",
    "قال الوزير إن الاتفاق مهم للمنطقة.",
]


@pytest.mark.parametrize("text", NONE)
def test_agreement_only_wished_for_or_alluded_to_is_none(text: str) -> None:
    """No record of what nobody concluded."""
    assert read(text).agreements == ()


def test_agreement_is_linked_from_its_signing() -> None:
    """The event of the signing carries the agreement's id."""
    record = read(BORDER)
    assert [e.agreement for e in record.events if e.act == "signing"] == [record.agreements[0].id]


CLAUSES = [
    ("وقعت مصر وتركيا اتفاقية للتعاون الدفاعي تنص على إجراء مناورات مشتركة وتبادل الخبرات.", "إجراء مناورات مشتركة"),
    ("وقعت الهند والإمارات مذكرة تفاهم. ومن أبرز بنودها إنشاء ممر غذائي.", "إنشاء ممر غذائي"),
    (
        "وقعت رواندا والكونغو الديمقراطية اتفاق سلام. وبموجب الاتفاق تسحب كيغالي قواتها، وتنهي كينشاسا دعمها لهم.",
        "كينشاسا دعمها لهم",
    ),
    ("وقعت السعودية والصين اتفاقية لإعفاء مواطني البلدين من التأشيرة.", "من التأشيرة"),
    (
        "وقعت الحكومة الليبية وقبائل التبو إعلان مبادئ. ويلزم الإعلان الطرفين بوقف دائم لإطلاق النار.",
        "بوقف دائم لإطلاق النار",
    ),
]


@pytest.mark.parametrize(("text", "clause"), CLAUSES)
def test_what_an_agreement_lays_down_is_kept_as_its_provisions(text: str, clause: str) -> None:
    assert any(clause in p.text for a in read(text).agreements for p in a.provisions)


@pytest.mark.parametrize(("text", "clause"), CLAUSES[:3])
def test_what_an_agreement_lays_down_is_no_event(text: str, clause: str) -> None:
    assert {e.type for e in read(text).events} <= {"SUPPORT", "AGREE", "CONCEDE"}


def test_a_truce_agreed_on_is_yielded() -> None:
    text = "توصلت قرغيزستان وطاجيكستان أمس إلى اتفاق يقضي بوقف إطلاق النار."
    assert [(e.type, e.act) for e in read(text).events] == [("CONCEDE", "ceasefire")]


KENYA = "وقعت الكويت وكينيا اتفاقية في نيروبي. "
FURTHER = [
    # the agreement behind its verb has no title of its own; who is allowed belongs to the clause
    (KENYA + "وتسمح الاتفاقية لمواطني البلدين بالسفر دون تأشيرة.", ["لمواطني البلدين بالسفر دون تأشيرة"]),
    (KENYA + "وتلتزم كينيا بموجب الاتفاقية بحماية الاستثمارات الكويتية.", ["بحماية الاستثمارات الكويتية"]),
    (KENYA + "وتنص الاتفاقية المكونة من عشر نقاط على تبادل الخبراء.", ["تبادل الخبراء"]),
    (KENYA + "وتتعلق الاتفاقية بإنشاء محطة مشتركة.", ["بإنشاء محطة مشتركة"]),
    (KENYA + "ومن أبرز بنود الاتفاقية إنشاء محطة مشتركة.", ["إنشاء محطة مشتركة"]),
    (KENYA + "وجاء في الاتفاقية أن كل طرف يحمي رعايا الآخر.", ["كل طرف يحمي رعايا الآخر"]),
    (KENYA + "وقال الوزير إن الاتفاقية ستمكن التجار من الاستيراد.", ["ستمكن التجار من الاستيراد"]),
    (KENYA + "وبحسب الاتفاقية، تتحمل الكويت ثلث التكلفة.", ["تتحمل الكويت ثلث التكلفة"]),
    (KENYA + "وسيحصل التجار بموجبها على قروض.", ["وسيحصل التجار بموجبها على قروض"]),
    (KENYA + "وتنص الاتفاقية، وفق بيان للوزارة، على تبادل الخبراء.", ["تبادل الخبراء"]),
    (KENYA + "وتتضمن الاتفاقية، التي رعتها عمان، تبادل الخبراء.", ["تبادل الخبراء"]),
    (KENYA + "ويلتزم الجانبان بحماية الملاحة.", ["بحماية الملاحة"]),
    (KENYA + "كما تتيح للتجار استيراد الشاي.", ["للتجار استيراد الشاي"]),
    (
        KENYA + "وتشمل الاتفاقية ثلاثة بنود: أولا، فتح المعابر. ثانيا، إعفاء الشاي من الرسوم. ثالثا، بناء مرفأ.",
        ["فتح المعابر", "إعفاء الشاي من الرسوم", "بناء مرفأ"],
    ),
    (KENYA + "وجاء في نص الاتفاقية أن كل طرف يحمي رعايا الآخر.", ["كل طرف يحمي رعايا الآخر"]),
    # a verbal noun spelled like a verb goes on with the list
    (
        KENYA + "وتتضمن الاتفاقية إنشاء غرفة، وتسيير دوريات، وتبادل المطلوبين.",
        ["إنشاء غرفة", "تسيير دوريات", "تبادل المطلوبين"],
    ),
    # with whom it is belongs to no genitive of the title, nor what a relative clause says of it
    (
        "وافق البرلمان الكيني على اتفاق تسليم المطلوبين مع الكويت الذي رفضته غانا. ويستثني الاتفاق جرائم السياسة.",
        ["تسليم المطلوبين", "جرائم السياسة"],
    ),
    ("وقعت الكويت وكينيا اتفاقا لنقل معدات دفاعية.", ["لنقل معدات دفاعية"]),
    (
        "وقعت الكويت وكينيا اتفاقيتين. وتنص الاتفاقية الأولى على تبادل الخبراء، فيما تنص الثانية على منح 20 مقعدا.",
        ["تبادل الخبراء", "منح 20 مقعدا"],
    ),
    # the sentence after may leave the agreement unsaid, but not speak of something else
    (KENYA + "كما تنص على تسيير دوريات مشتركة.", ["تسيير دوريات مشتركة"]),
    (KENYA + "وتشمل الزيارة لقاءات مع الوزراء.", []),
    # lists
    (
        "وقعت الكويت وكينيا اتفاقا من ثلاث نقاط: وقف القتال، وتسليم السلاح، والعفو.",
        ["وقف القتال", "تسليم السلاح", "العفو"],
    ),
    (
        "وقعت الكويت وكينيا اتفاقيتين، الأولى بشأن الازدواج الضريبي، والثانية بشأن النقل الجوي.",
        ["الازدواج الضريبي", "الثانية بشأن النقل الجوي"],
    ),
]


@pytest.mark.parametrize(("text", "items"), FURTHER)
def test_provisions_are_told_in_many_ways(text: str, items: list[str]) -> None:
    assert [p.text for p in only(text).provisions] == items


@pytest.mark.parametrize(
    ("text", "parties", "items"),
    [
        (
            "توصل وزير الدفاع السوري سالم المقرحي والقائد العام لقوات سوريا الديمقراطية نبيل الحمصي، أمس، إلى اتفاق "
            "يقضي بوقف القتال. وأعلن الوزير الاتفاق، موضحا أنه يسري فورا.",
            {"SYR", "قوات سوريا الديمقراطية"},
            ["بوقف القتال", "يسري فورا"],
        ),
        (
            "أعلنت وزارة الداخلية الليبية أمس التوصل إلى اتفاق مع أعيان الزاوية يقضي بعودة مؤسسات الدولة.",
            {"LBY", "أعيان الزاوية"},
            ["بعودة مؤسسات الدولة"],
        ),
        (
            "وقعت تشاد والسودان اتفاقا. وينص الاتفاق، الذي وُقع بحضور الوسطاء، على تبادل الأسرى.",
            {"TCD", "SDN"},
            ["تبادل الأسرى"],
        ),
        (
            "وقعت تشاد والسودان إعلانا. ووفق نص الإعلان اتفقت الدولتان على احترام الحدود.",
            {"TCD", "SDN"},
            ["احترام الحدود"],
        ),
        # what was only agreed on is an agreement once the text calls it so and says what it lays down
        (
            "قالت وزارة الخارجية التشادية إن بلادها والسودان اتفقتا على ترسيم الحدود. "
            "ويتضمن الاتفاق سحب القوات، وفتح معبرين.",
            {"TCD", "SDN"},
            ["ترسيم الحدود", "سحب القوات", "فتح معبرين"],
        ),
        (
            "قال الوسيط إن الاتفاق الذي تم التوصل إليه بين تشاد والسودان ينص على أن تتوقف الأعمال القتالية.",
            {"TCD", "SDN"},
            ["أن تتوقف الأعمال القتالية"],
        ),
        (
            "دخل وقف إطلاق النار بين الجيش الكونغولي وحركة 23 مارس حيز التنفيذ. ويتضمن الاتفاق نشر مراقبين.",
            {"COD", "حركة 23 مارس"},
            ["نشر مراقبين"],
        ),
        # who tells it where it is signed in a text of one state only
        (
            "توصلت الحكومة اليمنية والحوثيون إلى تفاهم. وكان الطرفان وقعا اتفاقا لفتح الطرق في مسقط.",
            {"YEM", "الحوثيون"},
            ["لفتح الطرق في مسقط"],
        ),
        # the paper signed is the agreement told before; a mediator of the talks is no party
        (
            "أبرمت تشاد والسودان اتفاقا. ووقع الوثيقة الوزير التشادي سالم المقرحي والوزير السوداني كريم صادق. "
            "وبمقتضى الاتفاق، تفتح تشاد معبرين، كما يعفي السودان الشاي من الرسوم.",
            {"TCD", "SDN"},
            ["تفتح تشاد معبرين", "يعفي السودان الشاي من الرسوم"],
        ),
        (
            "رعى الرئيس التركي أمس محادثات بين الرئيس التشادي ونظيره السوداني انتهت بتوقيع إعلان لتسوية الخلاف.",
            {"TCD", "SDN"},
            ["لتسوية الخلاف"],
        ),
        # who looks on as they are signed has concluded them
        (
            "أجرى الرئيس التشادي مباحثات مع نظيره السوداني. وأشرف الجانبان على توقيع اتفاقيات تشمل النقل والمياه.",
            {"TCD", "SDN"},
            ["النقل والمياه"],
        ),
        # duals and contracts
        (
            "وقعت وزارة النقل الجزائرية وشركة سيمنز الألمانية عقدا لتحديث السكك. وينص العقد على تدريب المهندسين.",
            {"DZA", "DEU"},
            ["لتحديث السكك", "تدريب المهندسين"],
        ),
        ("وقعت تشاد والسودان مذكرة تفاهم تمنحها منفذا على البحر.", {"TCD", "SDN"}, ["منفذا على البحر"]),
    ],
)
def test_who_agreed_on_what(text: str, parties: set[str], items: list[str]) -> None:
    agreement = only(text)
    assert set(agreement.parties) == parties
    assert [p.text for p in agreement.provisions] == items


@pytest.mark.parametrize(
    "text",
    [
        "اتفقت تشاد والسودان على إعادة تقييم الاتفاقيات السابقة.",
        "نفت تشاد أن تكون عازمة على الانسحاب من معاهدة حظر الانتشار النووي.",
        "اتفقت تشاد والسودان على إبرام اتفاق شامل للتعدين في أقرب وقت.",
        "قالت تشاد إن لديها اتفاقا مع وجهاء المنطقة.",
        "أعرب الوزير الكيني عن أمله في أن تتوصل تشاد والسودان إلى اتفاق عادل.",
        "وافق مجلس الوزراء التشادي على تفويض الوزير بالتباحث مع السودان في شأن مشروع مذكرة تفاهم للتعاون.",
        # bodies, constitutions and what two sides agreed on without calling it an agreement
        "انضمت فنلندا إلى حلف شمال الأطلسي رغم اعتراض روسيا.",
        "صادق البرلمان التونسي على الدستور الجديد.",
        "طلبت فنلندا الانضمام إلى الحلف، فيما تبحث إيطاليا مع فرنسا وقفا لإطلاق النار.",
        "اتفقت تشاد والسودان على فتح الحدود. وقال الوزير إن القرار مهم.",
    ],
)
def test_what_is_to_be_concluded_denied_or_beside_the_point_is_no_agreement(text: str) -> None:
    assert read(text).agreements == ()
