"""Where and when what is told beside other things was: visits in front, provisions, marches, relative clauses."""

import pytest

import waqai

FRIDAY = "2025-10-17"


def told(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Place, its state and the first day of each event by its act; of several with one act the last."""
    return {
        e.act: (
            e.where.name if e.where else None,
            e.where.country if e.where else None,
            e.when.start if e.when else None,
        )
        for e in waqai.read(text, published=FRIDAY).events
    }


TOLD = [
    # a visit in front of the verb is of the verb's subject, and what he does is done there
    ("في ختام زيارة إلى لوساكا استمرت يومين، وقّع وزير الدفاع الكيني اتفاقا مع نظيره الزامبي.", "signing",
     ("لوساكا", "ZMB", None)),
    ("وخلال زيارته إلى لوساكا الأحد، التقى وزير الدفاع الكيني نظيره الزامبي.", "visit",
     ("لوساكا", "ZMB", "2025-10-12")),
    # who struck, behind what was struck and where
    ("قتل تسعة جنود في هجوم على معسكر في ولاية بورنو شنه مسلحون الأحد.", "attack", ("بورنو", "NGA", "2025-10-12")),
    # what an agreement provides for is elsewhere
    ("أقر البرلمان الغاني اتفاقية تنص على تدريب الضباط في نيروبي.", "ratification", (None, None, None)),
    # of squares of one name the one in the town that is told
    ("احتشد الآلاف في ميدان التحرير وسط صنعاء رفضا للغارات الأمريكية.", "protest",
     ("ميدان التحرير وسط صنعاء", "YEM", None)),
    ("احتشد الآلاف في ميدان التحرير وسط صنعاء تنديدا بالغارات الأمريكية.", "strike", (None, None, None)),
    # leaving after talks that lasted
    ("غادر الوفد الكيني لوساكا بعد يومين من المفاوضات مع مسؤولين زامبيين.", "talks", ("لوساكا", "ZMB", None)),
    # whose a prison is that no list holds
    ("أفرجت السلطات الكينية عن 40 سجينا سياسيا من سجن كاميتي.", "release", ("سجن كاميتي", "KEN", None)),
    # a capital behind a title is no name
    ("يزور الرئيس التركي بغداد الأسبوع المقبل.", "visit", ("بغداد", "IRQ", "2025-10-20")),
    # the bank of a river is no part of Palestine
    ("قصفت القوات الروسية مواقع على الضفة الشرقية لنهر دنيبرو.", "attack", ("نهر دنيبرو", "UKR", None)),
    # what befalls a place needs nobody named
    ("رُفعت حالة الطوارئ في إقليم أمهرة.", "other", ("أمهرة", "ETH", None)),
    # the day of the verb that leads there
    ("التقى الرئيس الكيني نظيره الغاني الأحد، وفي اليوم التالي توجه إلى لوساكا حيث أجرى محادثات مع الرئيس الزامبي.",
     "talks", ("لوساكا", "ZMB", "2025-10-13")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "answer"), TOLD)
def test_what_stands_beside_others_has_its_own_place_and_day(
    text: str, act: str, answer: tuple[str | None, str | None, str | None]
) -> None:
    assert told(text)[act] == answer


def test_until_when_something_is_extended_is_not_when_it_was_decided() -> None:
    (event,) = waqai.read("وافق مجلس الأمن يوم الأحد على تمديد مهمة البعثة حتى أكتوبر 2027.", published=FRIDAY).events
    assert event.when is not None
    assert (event.when.start, event.when.end) == ("2025-10-12", "2025-10-12")


STORIES = [
    # a fight that a town was taken after, and the town pointed back to
    ("استعاد الجيش الكونغولي بلدة كيبومبا بعد معارك مع متمردين.", "clash", ("كيبومبا", "COD", None)),
    ("استعاد الجيش الكونغولي بلدة كيبومبا أمس. وكان المتمردون قد سيطروا على البلدة الأسبوع الماضي.",
     "seizure-of-control", ("كيبومبا", "COD", "2025-10-06")),
    # what has a place that no list holds was not where the deed before was
    ("قصفت الطائرات الإسرائيلية بلدة عيتا الشعب. ثم استهدفت مسيرة إسرائيلية دراجة على طريق برج قلاويه.", "attack",
     (None, None, None)),
    # a day of its own rather than that of the dateline, and no day of a prayer
    ("نيامي 17 أكتوبر 2025 (أ ف ب) - قتل ستة جنود في كمين نصبه مسلحون الأربعاء قرب تيرا.", "attack",
     (None, None, "2025-10-15")),
    # whom one goes to see, a town in front of its verb, a town that suffers, one that is taken
    ("يزور الرئيس الكيني الأحد لوساكا للقاء نظيره الزامبي.", "meeting", ("لوساكا", "ZMB", "2025-10-19")),
    ("وكانت العاصمة بيشكيك احتضنت الشهر الماضي قمة منظمة الدول التركية.", "summit", ("بيشكيك", "KGZ", "2025-09-01")),
    ("حمّل السودان الإمارات المسؤولية عن هجمات تعرضت لها مدينة بورتسودان في 4 مايو.", "attack",
     ("بورتسودان", "SDN", "2025-05-04")),
    ("وقبل ثلاثة أيام، هاجم مسلحون قرية في بورنو بعد صلاة الجمعة.", "attack", ("بورنو", "NGA", "2025-10-14")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "answer"), STORIES)
def test_a_story_goes_on_where_and_when_it_says(
    text: str, act: str, answer: tuple[str | None, str | None, str | None]
) -> None:
    assert told(text)[act] == answer


TOWNS = [
    ("هاجم مسلحون قاعدة للجيش في غورما راروس.", "غورما راروس", "MLI"),
    ("تظاهر المئات في كيسومو.", "كيسومو", "KEN"),
    ("قتل جنديان في هجوم على حاجز في نزيريكوري.", "نزيريكوري", "GIN"),
    ("فرقت الشرطة محتجين في لاداخ.", "لاداخ", "IND"),
    ("اعتقلت الشرطة ثلاثة ناشطين في باتومي.", "باتومي", "GEO"),
    ("اندلعت اشتباكات بين الجيش ومسلحين في كوليكان بولاية سينالوا.", "سينالوا", "MEX"),
    ("سيطر مسلحون على بلدة في إقليم هيران.", "هيران", "SOM"),
]


@pytest.mark.parametrize(("text", "name", "country"), TOWNS)
def test_provinces_and_second_towns_of_all_parts_of_the_world_lie_in_their_state(
    text: str, name: str, country: str
) -> None:
    events = waqai.read(text, published=FRIDAY).events
    assert [(e.where.name, e.where.country) for e in events[:1] if e.where is not None] == [(name, country)]


def test_an_ordinary_word_spelled_like_a_small_town_is_none() -> None:
    text = "أكد الرئيس الكيني موقف بلاده في إطار القانون، وتحدث عن جوهر القضية وعن لامو."
    assert all(e.where is None for e in waqai.read(text, published=FRIDAY).events)
