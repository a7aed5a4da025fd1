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
