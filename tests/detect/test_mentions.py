"""Short names, sides and words that point back, as mentions."""

import json
from pathlib import Path

import pytest

import waqai
from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import Mention, detect

ROOT = Path(__file__).parents[2]


def mentions(text: str) -> list[Mention]:
    return [m for found in detect(analyze(Document(id="x", text=text))).found for m in found.mentions]


def people(text: str) -> list[str]:
    return [m.name for m in mentions(text) if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("التقى وزير الخارجية نزيه الطلفاحي وفدا. وقال الطلفاحي إن الحل قريب", "الطلفاحي"),
        ("وصل المبعوث الأممي إلى اليمن هانس غروندبرغ. وأضاف غروندبرغ أن الوقت حان", "غروندبرغ"),
        ("وصل الرئيس رجب طيب أردوغان. وشكر اردوغان الحضور", "اردوغان"),
        ("وصل وزير الدفاع مرهف أبو قصرة. وغادر أبو قصرة مساء", "أبو قصرة"),
        ("وصل هانس غروندبرغ مبعوث الأمم المتحدة. «غروندبرغ» حضر الجلسة", "غروندبرغ"),
    ],
)
def test_a_name_comes_again_in_part(text: str, name: str) -> None:
    assert people(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وتسلم الرسالة نيابة عن ولي العهد نائب وزير الخارجية وليد الخريجي", ["ولي العهد", "وليد الخريجي"]),
        ("ودعت الأمانة العامة للمنظمة المجتمع الدولي إلى التحرك", ["الأمانة العامة للمنظمة", "المجتمع الدولي"]),
        # a plural that has kept its ن has no genitive
        ("بعد اقتحام مستوطنين باحات المسجد الأقصى", ["مستوطنين", "باحات المسجد الأقصى"]),
    ],
)
def test_two_that_stand_side_by_side_are_two(text: str, names: list[str]) -> None:
    assert [m.name for m in mentions(text)] == names


def test_people_of_a_side_are_of_its_state() -> None:
    text = "حضر من الجانب التركي وزير الدفاع يشار غولر، ومن الجانب السوري وزير الدفاع مرهف أبو قصرة"
    assert [(m.name, m.country) for m in mentions(text) if m.kind == "person"] == [
        ("يشار غولر", "TUR"),
        ("مرهف أبو قصرة", "SYR"),
    ]


@pytest.mark.parametrize("word", ["الجانبان", "الطرفان", "البلدان", "الوزيران", "الرئيسان", "الوفدان"])
def test_words_that_point_back_are_anaphors(word: str) -> None:
    found = mentions(f"بحث {word} التعاون")
    assert [(m.kind, m.name) for m in found] == [("anaphor", word)]


def test_the_latter_points_back_after_a_verb() -> None:
    assert [m.name for m in mentions("وطالب الأخير بوقف الحرب") if m.kind == "anaphor"] == ["الأخير"]
    assert not [m for m in mentions("في الاجتماع الأخير") if m.kind == "anaphor"]


def test_own_country_points_back() -> None:
    assert [m.rule for m in mentions("قال إن بلاده ترحب") if m.kind == "anaphor"] == ["own country"]


TEXTS = [
    json.loads(line)["text"]
    for path in (ROOT / "tests" / "golden" / "no-events.jsonl", *(ROOT / "benchmarks" / "gold").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def test_every_mention_is_what_its_span_says() -> None:
    assert TEXTS
    for text in TEXTS:
        for m in mentions(text):
            if m.name_span and m.rule not in ("capital", "territory", "union", "called"):
                start, end = m.name_span
                said = " ".join(text[start:end].split())
                assert m.name.endswith(said) or said.endswith(m.name), (m.name, said)


def test_a_town_is_not_his_country() -> None:
    """«بلدة» folds like «بلده», «his country»."""
    assert [(m.kind, m.name) for m in mentions("هاجموا في بلدة ظلامبسا")] == [("place", "ظلامبسا")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("زار وزير الخارجية عُمان أمس", "OMN"),
        ("زار وزير الخارجية عمّان أمس", "JOR"),
        ("قال وزير خارجية عمان إن الحل قريب", "OMN"),
        ("جرت المحادثات في مسقط. ورحبت عمان بالنتائج", "OMN"),
        ("عاد الوزير الأردني من دمشق. ورحبت عمان بالنتائج", "JOR"),
        ("دعت قطر وعمان إلى الهدوء", "OMN"),
        ("وصل الوفد إلى العاصمة عمان", "JOR"),
    ],
)
def test_oman_and_amman_by_their_company(text: str, country: str) -> None:
    found = {m.country for m in mentions(text) if "عم" in m.name or m.rule == "title"}
    assert country in found
    assert not ({"OMN", "JOR"} - {country}) & found


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("أبدى الوزير الحماس لزيارة العديد من الدول.", (), ("org", "place")),
        ("بعد الحرب البوسنية قالت المرأة العراقية كلمتها.", (), ("org",)),
        ("قالت الدفاع الروسية إن الهجوم فشل.", ("org",), ()),
        ("دعا أولمرت وباراك إلى الهدوء.", (), ("place",)),
        ("وصل الوفد إلى منطقة نائية.", (), ("place",)),
        ("قصفت الطائرات مواقع في تدمر.", ("place",), ()),
        ("وهي تدمر المباني.", (), ("place",)),
        ("أطلق الجنود القنابل المسيلة للدموع.", (), ("place",)),
        ("وصل الوفد إلى المسيلة.", ("place",), ()),
    ],
)
def test_everyday_words_are_no_names(text: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    kinds = {m.kind for m in mentions(text)}
    assert set(told) <= kinds
    assert not kinds & set(not_told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زار الرئيس بوتفليقة تحسبا للاستفتاء مدينة وهران.", "بوتفليقة"),
        ("غادر الرئيس ميقاتي محكوما عليه بالصمت.", "ميقاتي"),
        ("وقال الوزير توني بيتسون أظهر التحقيق ما جرى.", "توني بيتسون"),
        # a foreign name in ا
        ("قال الرئيس جوزيف كابيلا كلمته.", "جوزيف كابيلا"),
    ],
)
def test_an_adverb_ends_a_name(text: str, name: str) -> None:
    assert [m.name for m in mentions(text) if m.kind == "person"] == [name]


@pytest.mark.parametrize("group", ["وفد", "مسؤولون"])
def test_people_of_a_ministry_are_its_own_whoever_came_before(group: str) -> None:
    text = f"زار وفد تركي دمشق. وأجرى {group} من وزارة الدفاع السورية مباحثات في أنقرة أمس."
    [talks] = [e for e in waqai.read(text, published="2025-10-17").events if e.act == "talks"]
    assert [(p.name, p.country) for p in talks.actors] == [("وزارة الدفاع السورية", "SYR")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # adjectives, things and deeds that are spelled like parties
        ("فرضت هايتي تدابير مالية ودبلوماسية صارمة.", ["هايتي"]),
        ("رسموا الحدود البحرية.", []),
        ("ستقدم السويد ذخيرة مدفعية وأنظمة دفاع ودبابات.", ["السويد"]),
        ("اقترحوا مشروع دستور لجمهورية جديدة.", []),
        ("نددت صربيا بمعارضة تنفيذ القرار.", ["صربيا"]),
        ("وافقوا على تنظيم إضراب عام.", []),
        ("تعدها بلغراد تنظيما إرهابيا.", ["بلغراد"]),
        ("رفضوا توليها رئاسة المنظمة.", ["المنظمة"]),
        ("تعامل الوزير بمسؤولية كبيرة.", ["الوزير"]),
        ("خفضت الحكومة نفقات مالية كبيرة.", ["الحكومة"]),
        # the same words as parties
        ("قصفت المدفعية السودانية البلدة.", ["المدفعية السودانية"]),
        ("هددت البحرية الإيرانية السفن.", ["البحرية الإيرانية"]),
        ("قصفت دبابات البلدة.", ["دبابات"]),
        # what does not agree with a body is no part of its name
        ("دعت السفارة المواطنين البريطانيين إلى المغادرة.", ["السفارة", "المواطنين البريطانيين"]),
        ("انسحبت النيجر من مجموعة دول الساحل الخمس.", ["النيجر", "مجموعة دول الساحل الخمس"]),
        ("دعت نحو 20 دولة النيجر إلى الحوار.", ["نحو 20 دولة", "النيجر"]),
        ("دعا زعماء دول المنطقة مالي إلى الحوار.", ["زعماء دول المنطقة", "مالي"]),
        # names in quotes are of bodies, not of people and weapons
        ('هاجم المستوطنون "مقام يحيى".', ["المستوطنون"]),
        ('نشرت روسيا صواريخ "إسكندر إم".', ["روسيا"]),
        # one party in two words, two in three
        ("قالوا إن مستوطنين مسلحين هاجموا القرية.", ["مستوطنين"]),
        ("قتل مسلحون مدنيين.", ["مسلحون", "مدنيين"]),
        ("اعتقلوا شبانا فلسطينيين محتجين.", ["شبانا فلسطينيين"]),
        ("رفع الطلاب الأعلام الفلسطينية.", ["الطلاب"]),
        ("أيد التحالف بقيادة السعودية والإمارات القرار.", ["التحالف بقيادة السعودية والإمارات"]),
        ("اشتبكت قوات تابعة لحكومة الوحدة في البلدة.", ["قوات تابعة لحكومة الوحدة"]),
        ("اعتقلت الشرطة عددا من الناشطين.", ["الشرطة", "عددا من الناشطين"]),
        ("اقتحمت وحدة خاصة من الجيش السوداني المخيم.", ["الجيش السوداني"]),
        ("تسلم الجيش من السفارة الفرنسية القاعدة.", ["الجيش", "السفارة الفرنسية"]),
        ("أوقف المستوطنون حركة السير.", ["المستوطنون"]),
        ("دعوا إلى السماح بتنظيم أسعار الغاز.", []),
        ("يعزز القرار موقف السلطة الرافض للحوار.", ["السلطة"]),
        ("قررت اللجنة العليا ذلك.", ["اللجنة العليا"]),
        ("أظهرت مقاطع مصورة هجوما.", []),
        ("خطف مسلحون طالبات من البلدة.", ["مسلحون", "طالبات"]),
        ("منعت إيران المفتشين من الدخول.", ["إيران", "المفتشين"]),
        ("تكثر هناك مناطق العيون والمياه.", []),
    ],
)
def test_parties_and_what_is_only_spelled_like_them(text: str, told: list[str]) -> None:
    assert [m.name for m in mentions(text) if m.kind in ("state", "org", "group", "role", "person")] == told


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("قررت الشرطة الهولندية بعد مقتل أفغاني نشر المئات من عناصرها.", "المئات من عناصرها", "NLD", "COP"),
        ("أقر الجيش الإسرائيلي في غزة بمقتل أحد عناصره.", "عناصره", "ISR", "MIL"),
        ("أعلنت حركة الشباب مقتل عشرة من مقاتليها في غارة أميركية.", "عشرة من مقاتليها", "SOM", "REB"),
    ],
)
def test_fighters_are_of_the_body_whose_pronoun_they_carry(text: str, name: str, country: str, sector: str) -> None:
    assert [(m.country, m.sector) for m in mentions(text) if m.name == name] == [(country, sector)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("قال الكاتب المصري رشاد منصور كلمته.", [("رشاد منصور", None)]),
        ("أعدموا رجل الدين الشيعي السعودي نمر الفيصل أمس.", [("نمر الفيصل", None)]),
        ("اتهم الزعيم القبلي الليبي البارز سالم المقرحي الحكومة.", [("سالم المقرحي", "leader")]),
        ("أشاد الوزير نبيل كوربل بانضباط فريقه.", [("نبيل كوربل", "minister")]),
        ("اغتالوها أثناء عملها الصحفي في البلدة.", []),
        ("قتل الجيش الصحفي في غارة.", [("الصحفي", "journalist")]),
        ("نقلت الجريدة تصريحات سابقة لشيخ الأزهر أحمد الهاشمي.", [("أحمد الهاشمي", "religious-leader")]),
        ("هتفوا يا ليلى يا ليلى منصور.", [("ليلى", None), ("ليلى منصور", None)]),
        ("قُتلت ليلى أبوعاقلة برصاصة.", [("ليلى أبوعاقلة", None)]),
        ("اغتالوا أبو عاقلة في المخيم.", []),
        ("انتقد عادل منصور الرئيس في كلمته.", [("عادل منصور", None), ("الرئيس", "head-of-state")]),
        ("عينه الملك رئيسا للحكومة.", [("الملك", "head-of-state")]),
        ("حمّل الوزير إسرائيل كامل المسؤولية.", [("الوزير", "minister")]),
        ("انتقدته الصحف عندما كان رئيسا لاتحاد الطلاب.", []),
        ("خلص تحقيق في مقتل ليلى منصور خلص إلى ذلك.", [("ليلى منصور", None)]),
    ],
)
def test_who_is_named_and_who_only_described(text: str, people: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.office) for m in mentions(text) if m.kind in ("person", "role")] == people


def test_the_second_of_two_demonyms_describes_what_the_first_does() -> None:
    both = [(m.kind, m.country) for m in mentions("وقعت الحكومتان المغربية والسنغالية اتفاقيتين.")]
    assert both == [("thing", "MAR"), ("thing", "SEN")]
    assert ("thing", "PAK") not in [(m.kind, m.country) for m in mentions("تقدمت القوات الهندية والباكستانية.")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("منع الاحتلال طواقم الإسعاف من الوصول.", [("الاحتلال", "ISR"), ("طواقم الإسعاف", None)]),
        ("أصيب برصاص قناص الاحتلال.", [("قناص الاحتلال", "ISR")]),
        ("قضت محكمة الاحتلال بسجنه.", [("محكمة الاحتلال", "ISR")]),
        ("هدد قادة الاحتلال باجتياح البلدة.", [("قادة الاحتلال", "ISR")]),
        # what a state does, and whose a demonym says they are
        ("أدانوا الاحتلال الروسي لخاركيف.", []),
        ("قتلهم جنود الاحتلال الروسي.", [("جنود الاحتلال الروسي", "RUS")]),
    ],
)
def test_the_occupation_is_who_occupies(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.country) for m in mentions(text) if m.kind in ("state", "group", "role")] == told
