"""Contacts between states: signings, plans to meet, hosts, delegations, promises; who, where and whether."""

import pytest

import waqai

Told = tuple[str, str, str, set[str], str | None]

CASES: list[tuple[str, Told]] = [
    # a relative clause between commas hides neither what is signed nor who signs, and no host
    (
        "وفي لشبونة، وقعت وزيرة المياه الموريتانية، التي وصلت إلى البرتغال الاثنين في زيارة تستمر ثلاثة أيام، "
        "مع نظيرها البرتغالي اتفاقية للتعاون في تحلية المياه.",
        ("SUPPORT", "signing", "happened", {"وزيرة المياه الموريتانية", "نظيرها البرتغالي"}, "لشبونة"),
    ),
    (
        "واستقبل الرئيس البلغاري، الذي يتولى منصبه منذ 2017، في صوفيا رئيس الوزراء المولدوفي.",
        ("CONSULT", "meeting", "happened", {"الرئيس البلغاري", "رئيس الوزراء المولدوفي"}, "صوفيا"),
    ),
    # what is planned to be held is told by its noun
    (
        "ومن المقرر أن تعقد قمة لقادة إيغاد في جيبوتي الشهر المقبل.",
        ("AGREE", "summit", "planned", {"قادة إيغاد"}, "جيبوتي"),
    ),
    (
        "ومن المقرر أن تستضيف الدوحة جولة محادثات جديدة بين الحكومة الكونغولية وحركة إم 23.",
        ("AGREE", "talks", "planned", {"الحكومة الكونغولية", "حركة إم 23"}, "الدوحة"),
    ),
    (
        "ومن المقرر أن يستضيف الرئيس الفنلندي غدا نظيره اللاتفي.",
        ("AGREE", "meeting", "planned", {"الرئيس الفنلندي", "نظيره اللاتفي"}, None),
    ),
    (
        "ومن المقرر أن يجتمع وزراء خارجية دول البلطيق في ريغا الاثنين المقبل.",
        ("AGREE", "meeting", "planned", {"وزراء خارجية دول البلطيق"}, "ريغا"),
    ),
    # a promise of help is no help
    (
        "ووعد وزير الدفاع الفرنسي بتقديم دعم عسكري لأرمينيا.",
        ("AGREE", "pledge", "happened", {"وزير الدفاع الفرنسي"}, None),
    ),
    # who heads his state's delegation takes part
    (
        "ترأس وزير الداخلية التونسي وفد بلاده المشارك في الدورة الثالثة لمجلس وزراء الداخلية العرب بعمّان.",
        ("CONSULT", "conference", "happened", {"وزير الداخلية التونسي"}, "عمّان"),
    ),
    # a noun with ال that only says when takes no genitive
    (
        "والتقى الملك الإسباني خلال الزيارة الرئيس شي جين بينغ.",
        ("CONSULT", "meeting", "happened", {"الملك الإسباني", "شي جين بينغ"}, None),
    ),
    (
        "استقبل الوزير الأردني وفدا من البرلمان الهولندي.",
        ("CONSULT", "meeting", "happened", {"الوزير الأردني", "وفدا من البرلمان الهولندي"}, None),
    ),
    # who hosts says where, also of what another verb tells
    (
        "احتضنت نواكشوط، السبت، اجتماعا ثلاثيا ضم وزراء دفاع موريتانيا والسنغال ومالي.",
        ("CONSULT", "meeting", "happened", {"وزراء دفاع موريتانيا", "السنغال", "مالي"}, "نواكشوط"),
    ),
    # two sides in the nominative are the subject, not who stands before
    (
        "أجرى وزير الخارجية الصيني محادثات مع نظيرته السنغافورية، اتفق الجانبان خلالها على رفع مستوى التبادل التجاري.",
        ("AGREE", "pledge", "happened", {"الصين", "سنغافورة"}, None),
    ),
    # what a part of a body does, the body does
    (
        "وافق المجلس التنفيذي لصندوق النقد الدولي على صرف شريحة جديدة لباكستان.",
        ("AGREE", "pledge", "happened", {"صندوق النقد الدولي"}, None),
    ),
    # who presides over a commission met in it; a round of talks is no tour
    (
        "ومن المنتظر أن يترأس الملك فيليب والرئيس الكونغولي أعمال اللجنة المشتركة في كينشاسا.",
        ("AGREE", "meeting", "planned", {"فيليب", "الرئيس الكونغولي"}, "كينشاسا"),
    ),
    (
        "استضافت فيينا، الثلاثاء، الجولة الخامسة من المفاوضات النووية بين إيران والترويكا الأوروبية.",
        ("CONSULT", "talks", "happened", {"إيران", "الترويكا الأوروبية"}, "فيينا"),
    ),
    # an envoy is sent to one place, and travels to another
    (
        "وصل المبعوث الأممي إلى سوريا إلى أنقرة.",
        ("CONSULT", "visit", "happened", {"المبعوث الأممي إلى سوريا"}, "أنقرة"),
    ),
    # help decided on is told once, with whom it is for
    (
        "قررت الحكومة النيوزيلندية منح جزر سليمان مساعدات بقيمة عشرة ملايين دولار.",
        ("AGREE", "delivery", "planned", {"الحكومة النيوزيلندية"}, None),
    ),
    # towns behind a tour are visited
    (
        "وصل الرئيس اليمني إلى برلين في مستهل جولة أوروبية تشمل باريس ومدريد.",
        ("CONSULT", "visit", "happened", {"الرئيس اليمني"}, "برلين"),
    ),
    (
        "أبلغ وزير الخارجية العماني نظيره الإيراني استعداد مسقط لاستضافة جولة جديدة من المحادثات.",
        ("AGREE", "pledge", "proposed", {"وزير الخارجية العماني"}, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[told[1] + "-" + str(n) for n, (_, told) in enumerate(CASES)])
def test_only_event_of_its_type(text: str, expected: Told) -> None:
    """One event of the type is told, with its act, status, sides and place."""
    kind, *_ = expected
    (event,) = [e for e in waqai.read(text, published="2025-10-17").events if e.type == kind]
    place = event.where.name if event.where else None
    assert (event.type, event.act, event.status, {p.name for p in event.actors}, place) == expected


def test_domestic_session_is_no_contact_of_states() -> None:
    """A delegation of a party heads nowhere."""
    assert not waqai.read("ترأس الوزير السابق وفد النادي إلى معسكر تدريبي.", published="2025-10-17").events


def test_promised_and_asked_for_help_is_not_told_as_given() -> None:
    """«بطلب ... من أجل تمويل»: the request is one event, the means it is for none."""
    text = "تقدمت جيبوتي بطلب رسمي إلى البنك الدولي من أجل تمويل ميناء جديد."
    assert [e.type for e in waqai.read(text, published="2025-10-17").events] == ["REQUEST"]


def test_signing_stands_in_a_text_without_political_words() -> None:
    """An official signs, whatever else a long report on power lines says."""
    text = (
        "وقع وزير الطاقة النيجري مع نظيره التوغولي، الخميس، اتفاقا للربط الكهربائي بين البلدين. "
        "وينص الاتفاق على مد خط بطول 300 كيلومتر، وبناء محطة تحويل في مدينة دوسو، على أن يبدأ العمل مطلع العام. "
        "ويبلغ عدد المشتركين في الشبكة نحو مليون أسرة، وتعمل المحطات القائمة بالديزل وتتوقف ساعات طويلة كل صيف."
    )
    (event,) = waqai.read(text, published="2025-10-17").events
    assert (event.type, event.act) == ("SUPPORT", "signing")


def test_mediators_of_planned_talks_are_no_second_event() -> None:
    """«الجانبان» afterwards are who talks, not who mediates."""
    text = (
        "قال وزير الخارجية التركي إن بلاده ستستضيف الجولة الثالثة من المحادثات بين وفدي أفغانستان وباكستان بوساطة "
        "تركية قطرية. وأوضح الوزير أن الجانبين توصلا إلى تفاهم على آلية لمراقبة الهدنة."
    )
    talks, pledge = waqai.read(text, published="2025-10-17").events
    assert {p.country for p in talks.actors} == {"AFG", "PAK", "TUR", "QAT"}
    assert {p.country for p in pledge.actors} == {"AFG", "PAK"}


def test_new_ambassador_is_of_the_state_behind_him() -> None:
    """«السفير الجديد لجمهورية التشيك بالقاهرة» is the Czech ambassador, not Egypt's."""
    text = "تسلم وزير الخارجية المصري أوراق اعتماد السفير الجديد لجمهورية التشيك بالقاهرة إيفان يوكل."
    (event,) = waqai.read(text, published="2025-10-17").events
    assert {p.country for p in event.actors} == {"EGY", "CZE"}
