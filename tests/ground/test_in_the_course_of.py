"""What is done in the course of something told before, beside it, or in a house, has its day, place and source."""

import pytest

import waqai


def told(text: str, act: str) -> tuple[str | None, str | None, list[str]]:
    """Place, first day and sources of the last event with an act."""
    event = [e for e in waqai.read(text, published="2025-10-17").events if e.act == act][-1]
    where = event.where.name if event.where else None
    return where, event.when.start if event.when else None, [s.text for s in event.sources]


DAYS_AND_PLACES = [
    # in the course of a march, a summit, a fight
    ("تظاهر المئات أمس الخميس في ميدان الشهداء بكوماسي. وأوقفت الشرطة خلال المظاهرة 20 شخصا.", "arrest",
     "ميدان الشهداء بكوماسي", "2025-10-16"),
    ("اندلعت اشتباكات فجر اليوم بين فصيلين في مدينة كيسومو، وأغلق مسلحون خلالها الطريق.", "other",
     "كيسومو", "2025-10-17"),
    ("اختتمت في أكرا اليوم القمة الأفريقية. وخلال القمة، وقعت غانا وكينيا اتفاقا للدفاع.", "signing",
     "أكرا", "2025-10-17"),
    ("اختتمت في أكرا اليوم القمة الأفريقية. وانتقد الرئيس الكيني، في كلمته خلال الجلسة الختامية، العقوبات الغربية.",
     "condemnation", "أكرا", "2025-10-17"),
    # set side by side
    ("ألقت مسيرة كينية صباح اليوم قنبلة على بلدة غاريسا، بينما توغلت قوة صومالية في أطراف بلدة بيدوا.", "attack",
     "بيدوا", "2025-10-17"),
    # joined to a deed in a town of the region in front
    ("وفي درعا، توغلت قوة إسرائيلية أمس في بلدة كويا واعتقلت شابين.", "arrest", "كويا", "2025-10-16"),
    # handed over in a house
    ("تسلم الرئيس الغاني، بالقصر الرئاسي في أكرا أمس، رسالة خطية من نظيره الكيني.", "exchange-of-messages",
     "القصر الرئاسي في أكرا", "2025-10-16"),
    ("بعث الرئيس الغاني رسالة خطية إلى نظيره الكيني أمس بشأن الأمن في نيروبي.", "exchange-of-messages", None,
     "2025-10-16"),
    # whoever hosts it, not what it is about
    ("ستستضيف الدوحة محادثات بين أطراف النزاع في شرق الكونغو.", "talks", "الدوحة", None),
    # a goal of a visit, not where something is opened
    ("من المقرر أن يزور الوزير الكيني دمشق غدا لافتتاح محطة الضخ في عفرين.", "visit", "دمشق", "2025-10-18"),
    # «الدولة» is the Emirates in their own reports
    ("أبوظبي - وام: وصل الرئيس الغاني إلى الدولة أمس في زيارة رسمية.", "visit", "الإمارات", "2025-10-16"),
    # the night before the day of the report
    ("قصفت طائرات كينية خلال الليل مواقع المسلحين في بيدوا.", "attack", "بيدوا", "2025-10-16"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "place", "day"), DAYS_AND_PLACES)
def test_place_and_day_are_those_of_what_it_was_part_of(
    text: str, act: str, place: str | None, day: str | None
) -> None:
    assert told(text, act)[:2] == (place, day)


def test_what_a_noun_tells_behind_a_talk_was_not_on_its_day() -> None:
    text = "تلقى الوزير الغاني أمس اتصالا من نظيره الكيني."
    text += " ورحب الوزير خلال الاتصال بإعلان وقف إطلاق النار بين أوغندا ورواندا."
    assert told(text, "ceasefire")[1] is None


SOURCES = [
    ("أوقفت الشرطة الغانية أمس أربعين محتجا، حسب فرع رابطة حقوق الإنسان.", "arrest", "فرع رابطة حقوق الإنسان"),
    ("قدمت كينيا شكوى إلى مجلس الأمن ضد أوغندا، أعلنت عنها وزارة الخارجية في بيان.", "accusation", "وزارة الخارجية"),
    ("استقبل الوزير المبعوث الأممي إلى اليمن هانس غروندبرغ. وكان غروندبرغ قد أجرى في مسقط محادثات مع كبير مفاوضي جماعة"
     " الحوثي محمد عبدالسلام. وأعلن المبعوث أن الأطراف ستعقد جولة جديدة في نيروبي.", "meeting", "هانس غروندبرغ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "source"), SOURCES)
def test_a_source_is_found_behind_and_by_its_title(text: str, act: str, source: str) -> None:
    assert told(text, act)[2] == [source]


def test_who_tells_of_a_deed_during_a_march_does_not_tell_of_the_march() -> None:
    text = "تظاهر المئات أمس في كوماسي. وأوضح بيان للشرطة أن عناصرها أوقفت 20 شخصا خلال المظاهرة."
    assert told(text, "protest")[2] == []
