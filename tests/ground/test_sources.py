"""Who an event is known from, over the whole report."""

import pytest

import waqai


def sources(text: str, act: str) -> list[str]:
    """The sources of the first event of an act."""
    found = [e for e in waqai.read(text, published="2025-10-17").events if e.act == act]
    return [s.text for s in found[0].sources]


def test_a_spokesman_tells_of_what_was_told_before() -> None:
    text = (
        "قتل أربعون شخصا في هجوم على سوق في مأرب أمس، بحسب مسعفين. "
        "وقال المتحدث باسم التحالف أحمد عسيري إن الهجوم لم يستهدف مدنيين."
    )
    assert sources(text, "attack") == ["مسعفين", "أحمد عسيري"]


def test_one_body_is_not_named_twice() -> None:
    text = (
        "بحثت قطر وغانا في الدوحة تعزيز التعاون، بحسب ما أعلنت وزارة الخارجية القطرية. "
        "وقالت الوزارة إن الجانبين ناقشا الملف السوداني خلال اللقاء."
    )
    assert sources(text, "meeting") == ["وزارة الخارجية القطرية"]


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        # what one decides and announces oneself is one's deed
        ("قالت حكومة مولدوفا إنها أمرت بطرد خمسة دبلوماسيين روس.", "expulsion", []),
        # a strike that an army tells of itself is its word
        ("قال الجيش الكيني إنه قصف مواقع المسلحين في لامو.", "attack", ["الجيش الكيني"]),
        # who denies a deed is known as its denier
        ("نفى المتحدث باسم الجيش السوداني نبيل عبد الله قصف المدينة.", "attack", ["نبيل عبد الله"]),
        # a denial is told by who reports it, not by whom it answers
        ("قالت كينيا إن مالي قصفت قرية، وهو ما نفته باماكو.", "refusal", []),
        # «ذات المصدر» is the source named before
        (
            "قال مصدر كيني إن الوفد وصل. ووفقا لنفس المصدر فإن الجيش قصف معسكرا.",
            "attack",
            ["مصدر كيني"],
        ),
        # the subject behind «ذلك»
        ("وأكد ذلك للصحفيين مصدر كيني، قائلا إن الجيش قصف معسكرا.", "attack", ["مصدر كيني"]),
        # set between commas before the verb: of what comes after it
        ("وعلى هامش الزيارة، كما أفاد مصدر كيني، سيفتتح الوزير الكيني قنصلية في جوبا.", "opening", ["مصدر كيني"]),
        # the office of who speaks, by its own words
        ("واستنكر الرئيس الكيني وليام روتو، بحسب مكتبه الإعلامي، قصف القرية.", "condemnation", ["مكتبه الإعلامي"]),
        # a plural subject before its verb
        ("غير أن شيوخا محليين قالوا إن الجيش الكيني قصف معسكرا.", "attack", ["شيوخا محليين"]),
        # a minister who is called like an agency
        (
            "قال وزير الأمن البوركيني محمدو سانا إن الوضع هادئ. وأوضح سانا أن الشرطة أوقفت ثلاثة صحفيين.",
            "arrest",
            ["محمدو سانا"],
        ),
        # a paper called by an everyday word
        ("علمت الأخبار من مصادر أمنية أن الدرك الموريتاني أوقف ثلاثة مهربين.", "arrest", ["مصادر أمنية"]),
        # what somebody asks for before he speaks is no part of his name
        ("قال مسؤول غاني شريطة عدم كشف اسمه إن الجيش قصف معسكرا.", "attack", ["مسؤول غاني"]),
        # set off by a comma, the noun is what the sentence tells
        (
            "وأودت المواجهات بين الجيش ومسلحين، التي بدأت أمس، بحياة 55 شخصا، بحسب مركز طب الطوارئ.",
            "clash",
            ["مركز طب الطوارئ"],
        ),
        # a spokesman is known as who says what his state refuses, a minister refuses himself
        (
            "أعلن المتحدث باسم منظمة الطاقة الذرية الإيرانية بهروز كمالوندي أن طهران ترفض منح التأشيرات.",
            "refusal",
            ["بهروز كمالوندي"],
        ),
        ("قال وزير الخارجية الكيني موساليا مودافادي إن بلاده ترفض منح التأشيرات.", "refusal", []),
        ("أكد وزير الخارجية الكيني موساليا مودافادي أن كينيا تدعم السودان.", "statement-of-support", []),
        # a body tells what its president said
        ("قال الكرملين إن الرئيس فلاديمير بوتين حذر كينيا من التدخل.", "warning", ["الكرملين"]),
        # what is known before is not told by who speaks after it
        ("قال المتحدث باسم الشرطة الكينية إن السوق أغلق عقب هجوم شنه مسلحون على لامو.", "attack", []),
        (
            "عاد الهدوء إلى نيالا بعد اشتباكات بين مجموعات مسلحة خلفت قتيلا، وفقا لما أفاد به مراسل القناة.",
            "clash",
            ["مراسل القناة"],
        ),
        # whose deed the noun is, and who announces it
        ("أعلنت وزارة الدفاع التشادية استسلام الجنود الكاميرونيين.", "other", ["وزارة الدفاع التشادية"]),
        ("تبادلا القصف قبل أن يسري وقف لإطلاق النار أعلنه الرئيس الكيني وليام روتو.", "ceasefire", ["وليام روتو"]),
        # a relative clause of what is to come is news
        ("قال المبعوث الكيني إن السودان سيحضر القمة التي ستعقد في نيروبي.", "meeting", ["المبعوث الكيني"]),
        # who arrests and announces it is the one who tells of it
        ("وكانت الشرطة النيجيرية قد أعلنت أمس توقيف عشرة مسلحين.", "arrest", ["الشرطة النيجيرية"]),
    ],
)
def test_a_source_is_who_tells_what_others_do(text: str, act: str, expected: list[str]) -> None:
    assert sources(text, act) == expected


BEFORE = [
    ("وقالت الوزيرة إن السودان وإثيوبيا وقعا اتفاقا.", "أمينة محمد"),
    ("وقالت الوزيرة الكينية إن السودان وإثيوبيا وقعا اتفاقا.", "أمينة محمد"),
    ("وقالت الوزارة إن السودان وإثيوبيا وقعا اتفاقا.", "وزارة الخارجية الكينية"),
    ("وأضافت المنظمة أن السودان وإثيوبيا وقعا اتفاقا.", "هيومن رايتس ووتش"),
    ("وأوضح روتو أن السودان وإثيوبيا وقعا اتفاقا.", "وليام روتو"),
    ("وذكرت الصحيفة أن السودان وإثيوبيا وقعا اتفاقا.", 'صحيفة "ستاندرد"'),
    ("وقال فخامته إن السودان وإثيوبيا وقعا اتفاقا.", "وليام روتو"),
]


@pytest.mark.parametrize(("text", "source"), BEFORE)
def test_a_source_that_points_back_has_its_name(text: str, source: str) -> None:
    """«الوزيرة», «الوزارة», «المنظمة», «فخامته»: who was named before."""
    before = (
        'ذكرت صحيفة "ستاندرد" أن الوضع صعب. '
        'ذكرت "هيومن رايتس ووتش" أن الوضع صعب. قال الرئيس الكيني وليام روتو إن الوضع هادئ. '
        "ذكرت وزارة الخارجية الكينية أن الوزيرة غادرت. "
        "استقبلت وزيرة الخارجية الكينية أمينة محمد نظيرها السوداني محيي الدين سالم. "
    )
    assert sources(before + text, "signing") == [source]


def test_one_outlet_under_two_names_is_one_source() -> None:
    text = "أفادت سانا بأن طائرات قصفت درعا. وقالت وكالة الأنباء السورية (سانا) إن القصف أسفر عن مقتل ثلاثة أشخاص."
    assert sources(text, "attack") == ["سانا"]


def test_who_announces_a_surrender_does_not_surrender() -> None:
    """The genitive of the noun is who does it, whatever subject its verb has."""
    text = "أعلنت وزارة الدفاع التشادية استسلام جميع الجنود الكاميرونيين."
    (event,) = waqai.Reader(use_model=False, least=0).read(text).events
    assert [a.name for a in event.actors] == ["الجنود الكاميرونيين"]


def test_who_tells_of_a_killed_protester_did_not_kill() -> None:
    """«إن متظاهرا قتل»: the noun behind إن is the verb's subject, not who spoke before it."""
    (event,) = waqai.read("وقالت اللجنة الطبية إن متظاهرا قتل برصاص قوات الأمن في نيامي.").events
    assert [[a.name for a in side] for side in (event.actors, event.recipients)] == [["قوات الأمن"], ["متظاهرا"]]


def test_what_a_paper_publishes_is_no_deed() -> None:
    """«ما نشرته المجلة» deploys nothing."""
    text = "بحسب ما نشرته مجلة محلية، سحبت كينيا كتيبتين من جوبا."
    assert "deployment" not in [e.act for e in waqai.read(text, published="2025-10-17").events]


def test_a_spokesman_of_the_body_that_spoke_is_no_second_source() -> None:
    """«المتحدث باسم الوزارة» after «وزارة الدفاع الكينية»."""
    text = "قصف الجيش الكيني معسكرا، كما أعلنت وزارة الدفاع الكينية. وقال المتحدث باسم الوزارة إن القصف دمره."
    assert sources(text, "attack") == ["وزارة الدفاع الكينية"]


@pytest.mark.parametrize(
    ("text", "act", "actor"),
    [
        (
            "وبحسب ما قاله المتحدث باسم الشرطة الكينية للأناضول، ضبط الجيش الكيني شاحنة أسلحة.",
            "seizure-of-control",
            "الجيش الكيني",
        ),
        ("ووفق ما كشفت عنه وزارة الدفاع الغانية، قصف الجيش الكيني معسكرا.", "attack", "الجيش الكيني"),
    ],
)
def test_by_whom_one_knows_is_no_doer(text: str, act: str, actor: str) -> None:
    """The subject of «بحسب ما قاله» does not do what the sentence tells."""
    found = [e for e in waqai.read(text, published="2025-10-17").events if e.act == act]
    assert [a.name for a in found[0].actors] == [actor]
