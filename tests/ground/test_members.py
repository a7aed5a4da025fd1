"""Those who belong to a group that acts, who come along, and whom words of one gender point to."""

import pytest

import waqai


def actors(text: str, kind: str) -> set[tuple[str, str | None]]:
    events = waqai.read(text, published="2025-10-17").events
    return {(p.name, p.country) for e in events if e.type == kind for p in e.actors}


MEMBERS = [
    (
        "استقبل الرئيس اللبناني جوزاف عون وفدا من الكونغرس الأميركي ضم السيناتور داريل كوفمان والنائب جون هاربر.",
        "CONSULT",
        {("داريل كوفمان", "USA"), ("جون هاربر", "USA")},
    ),
    ("أدانت ست دول، بينها كينيا وغانا، القصف الروسي لكييف.", "ACCUSE", {("كينيا", "KEN"), ("غانا", "GHA")}),
    ("انتقدت الأحزاب الكبرى، ومن بينها حزب العدالة، قرار الرئيس التونسي.", "ACCUSE", {("حزب", "TUN")}),
    (
        "استقبل الرئيس الكيني ويليام روتو المبعوثة السويدية أنيكا لارسون، ترافقها سفيرة السويد كارولين فيسيل.",
        "CONSULT",
        {("كارولين فيسيل", "SWE")},
    ),
    (
        "التقى رئيس الوزراء القطري وزيرة خارجية كينيا غريس وانجيرو، التي تزور البلاد. وحضر المقابلة السفير سالم بوزيد.",
        "CONSULT",
        {("سالم بوزيد", "QAT")},
    ),
    ("أيد رئيس الوزراء البلجيكي مظاهرات حاشدة خرجت في بروكسل تضامنا مع عمان.", "PROTEST", {("محتجون", "BEL")}),
]


@pytest.mark.parametrize(("text", "kind", "who"), MEMBERS)
def test_members_and_companions_take_part(text: str, kind: str, who: set[tuple[str, str | None]]) -> None:
    assert who <= actors(text, kind)


def test_members_are_not_those_who_are_accused() -> None:
    text = "انتقدت الأحزاب الكبرى، ومن بينها حزب العدالة، قرار الرئيس التونسي."
    (event,) = [e for e in waqai.read(text, published="2025-10-17").events if e.type == "ACCUSE"]
    assert not event.recipients


GENDERS = [
    (
        "استقبل وزير الخارجية القطري سلطان الهاجري السفيرة البرازيلية ماريا سوزا. وأشادت بدور الدوحة في الوساطة.",
        "SUPPORT",
        "ماريا سوزا",
    ),
    (
        "التقت وزيرة الخارجية الليبية نجلاء بوزيد وزير الخارجية الكيني لي أومبوكو أمس. واتهمت الوزيرة تونس بالكذب.",
        "ACCUSE",
        "نجلاء بوزيد",
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), GENDERS)
def test_feminine_words_are_of_a_woman(text: str, kind: str, who: str) -> None:
    assert {name for name, _ in actors(text, kind)} == {who}


COUNTRIES = [
    (
        "استقبل الرئيس الكيني جون أوديرو المبعوثة السويدية أنيكا لارسون، ترافقها السفيرة كارولين فيسيل.",
        "كارولين فيسيل",
        "SWE",
    ),
    (
        "تظاهر مئات من أنصار الرئيس النيجري المخلوع محمد بازوم في باريس.",
        "مئات من أنصار الرئيس النيجري المخلوع محمد بازوم",
        "NER",
    ),
    ("أعلنت الخارجية الأرمينية أن نائب الوزير أرمين سركيسيان سيزور أنقرة.", "أرمين سركيسيان", "ARM"),
    ("وقعت وزارة الداخلية البحرينية ونظيرتها الأذربيجانية مذكرة تفاهم.", "نظيرتها الأذربيجانية", "AZE"),
    ("رحبت ثلاث دول، هي مصر والأردن والعراق، بالاتفاق في سوريا.", "العراق", "IRQ"),
    ("التقى الوزير سفيري فرنسا وإيطاليا لوك مهراج وجانلوكا ريتزيني في تونس.", "لوك مهراج", "FRA"),
    ("التقى الوزير سفيري فرنسا وإيطاليا لوك مهراج وجانلوكا ريتزيني في تونس.", "جانلوكا ريتزيني", "ITA"),
    ("اقتحمت الشرطة في كيتو السفارة المكسيكية، ما دفع مكسيكو إلى قطع علاقاتها مع الإكوادور.", "المكسيك", "MEX"),
]


@pytest.mark.parametrize(("text", "who", "country"), COUNTRIES)
def test_of_which_state_they_are(text: str, who: str, country: str) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert (who, country) in {(p.name, p.country) for e in events for p in e.actors}


def test_the_police_of_a_town_abroad_are_not_the_agency_s_own() -> None:
    text = "وقالت أذربيجان إنها ترفض التدخل. وفي يريفان، أوقفت الشرطة معارضا بارزا."
    record = waqai.read(text, published="2025-07-11", outlet="أذرتاج")
    assert [p.country for e in record.events if e.type == "COERCE" for p in e.actors] == ["ARM"]


def test_a_family_s_name_that_comes_first_is_a_short_form() -> None:
    text = "التقى وزير الخارجية الصيني وانغ لي نظيره الكيني في نيروبي. وقال وانغ إن الصين ترفض العقوبات."
    (event,) = [e for e in waqai.read(text, published="2025-10-17").events if e.type == "REJECT"]
    assert [p.name for p in event.actors] == ["وانغ لي"]


def test_the_king_is_no_president() -> None:
    text = "هنأ صاحب الجلالة الملك محمد السادس الرئيس السنغالي ماكي سال. وأشاد جلالة الملك بجهود السنغال."
    (event,) = [e for e in waqai.read(text, published="2022-10-17").events if e.act == "statement-of-support"]
    assert [p.name for p in event.actors] == ["محمد السادس"]
