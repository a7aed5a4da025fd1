"""On which day an event was: its own, one counted from another, or none."""

import pytest

import waqai

FRIDAY = "2025-10-17"


def days(text: str) -> dict[str, tuple[str | None, str | None] | None]:
    """First and last day of each event by its act; of several with one act the last."""
    record = waqai.read(text, published=FRIDAY)
    return {e.act: (e.when.start, e.when.end) if e.when else None for e in record.events}


def day(d: int) -> tuple[str, str]:
    return f"2025-10-{d:02}", f"2025-10-{d:02}"


OTHER_CLAUSE = [
    # the clause of «بعدما», «بينما», «فيما» has no part in the day of the one before it
    ("أمهلت بوليفيا السفير البرازيلي أمس يومين للمغادرة، بعدما رفض تقديم اعتذار.", "refusal", None),
    ("استقبل الرئيس الكيني أمس وزير خارجية غانا، فيما أدانت أوغندا قصف العاصمة.", "condemnation", None),
    ("اعتقلت الشرطة الغانية الأربعاء ثلاثة ناشطين، بينما أفرجت نيجيريا عن صحفي.", "release", None),
    # but it tells the day where the first clause tells no event
    ("صار وسط المدينة مساء أمس ساحة حرب، بعدما هاجم مسلحون مركز الشرطة في نيروبي.", "attack", day(16)),
    # a comma closes what went before, with its day
    ("بعد مقتل ثلاثة جنود في هجوم يوم الاثنين، وصل الوزير الكيني أمس إلى أكرا.", "visit", day(16)),
    ("وبعد اجتماع في 3 أكتوبر، قصفت كينيا قرية غانية.", "attack", None),
    # what is counted from a day on did not happen on it
    ("اجتمع الرئيس الكيني بنظيره الغاني، للمرة الثانية منذ مارس الماضي.", "meeting", None),
    ("زار الوزير الكيني موسكو، في أول زيارة لمسؤول كيني منذ عام 2019.", "visit", None),
    # a noun of what was before, with a verb of its own
    ("بحث وزراء خارجية الخليج أمس في الرياض آثار الهجمات التي شنتها إيران على الكويت.", "attack", None),
    ("التقى الرئيس الغاني أمس نظيره الكيني في أكرا بعد هجوم شنه مسلحون على قاعدة.", "attack", None),
    # of a relative clause, unless a comma closes it
    ("رفضت أوغندا الاعتراف بفوز الرئيس الكيني الذي أعلنته اللجنة في سبتمبر.", "refusal", None),
    ("اعتقلت الشرطة الكينية الناشط، الذي اتهم الحكومة بالفساد، أمس.", "arrest", day(16)),
    # to which day something is put off
    ("عاقبت محكمة كينية سبعة ناشطين بالسجن، وأجلت محكمة غانية القضية إلى الجمعة.", "sanction", None),
    # hours that no day is named with
    ("وفرضت كينيا حظر التجول من التاسعة مساء حتى السادسة صباحا.", "other", None),
    # a verb set between commas ends no clause
    (
        "انتزعت القوى الجديدة، وهي حركة متمردة تساند واتارا، بلدة بلوليكين من الجيش الأحد.",
        "seizure-of-control",
        day(12),
    ),
    # the year of an agreement or statement that is only named
    ("طالبت غانا كينيا بالعودة إلى الاتفاق الأمني المبرم عام 2015.", "demand", None),
    ("طالبت غانا كينيا باحترام الإعلان المشترك الصادر في أبريل 2022.", "demand", None),
    # a contact is of the day of what is signed after it
    ("وقعت غانا وكينيا أمس اتفاقية تعاون عسكري عقب لقاء رسمي جمع وزيري الدفاع.", "meeting", day(16)),
    # a year that something began or ended with, the day of a charge, of what a march is held for
    ("نفذت القوات الغانية ثلاث عمليات عسكرية بعد عام 2016 ضد المتمردين.", "attack", None),
    ("تحاصر قوات المتمردين المدينة منذ اندلاع القتال في 2015.", "other", None),
    ("اتهمت غانا أمس الخميس مسلحين كينيين بتنفيذ هجمات إرهابية استهدفت قواتها.", "attack", None),
    ('حظرت محكمة غانية جميع مظاهرات "يوم النكبة".', "other", None),
    # what somebody is called, and an insertion, end no clause
    ("اختطف مسلحون يعرفون بقطاع الطرق 46 تلميذا من مدرسة ليل السبت الأحد.", "attack", ("2025-10-11", "2025-10-12")),
    ("ودعا الرئيس الغاني، في بيان صدر في أكرا الأربعاء، إلى فتح تحقيق.", "appeal", day(15)),
    # what is announced without a day, what is threatened, what an announcement in front tells of
    (
        "ذكرت وكالة الأنباء الغانية اليوم أن الرئيس الكيني بعث ببرقية تهنئة إلى الرئيس التشادي.",
        "congratulation",
        day(17),
    ),
    ("وقال الرئيس الغاني الأربعاء إن بلاده ستشن عمليات عسكرية جديدة ضد المتمردين.", "attack", day(15)),
    ("والأربعاء، أعلنت الأمم المتحدة بدء مشاورات بين الحكومة اليمنية والحوثيين.", "talks", day(15)),
    # a clause that says when its noun was
    ("وأدانت غانا الغزو الروسي لأوكرانيا الذي بدأ في 24 سبتمبر.", "attack", ("2025-09-24", "2025-09-24")),
    ("أدان الوزير الغاني الهجوم الصاروخي على نيروبي الذي وقع الأحد الماضي.", "condemnation", None),
    # the day of who tells of a deed, of who comes back to it; a year that names something
    ("أدى هجوم روسيا العسكري على أوكرانيا إلى مجاعة، وفق بيان للأمم المتحدة اليوم.", "attack", None),
    ("عاد الصحفيون اليوم الجمعة إلى مكان مقتل المصور الغاني في نيروبي.", "attack", None),
    ("وأشاد الوزير الغاني بمحادثات أجراها مع نظيره الكيني لإحياء اتفاق 2015.", "talks", None),
    ("وأدانت غانا اعتقال كينيا ناشطين بعد إجراءات 25 سبتمبر.", "arrest", None),
    # what is announced is of that day; a verdict it speaks of is not
    ("أعلنت الحكومة الغانية أمس أنها ترفض قرار المحكمة الذي يقضي بسجن ثلاثة وزراء.", "sanction", None),
    # what is done at a ceremony, and where the main clause goes on
    ("أحرقت مجموعة من المتمردين أسلحتها في مراسم أقيمت أمس في كوماسي.", "other", day(16)),
    ("أعلنت غانا وقفا لإطلاق النار يقضي بسحب القوات، وذلك في ختام محادثات جرت في أكرا الثلاثاء.", "ceasefire", day(14)),
    # a participle is of the day of the verb it goes with
    (
        "وذكر الرئيس الغاني، في كلمة له أمس، أن الاقتراع تحول إلى استفتاء، داعيا القوى إلى إلقاء السلاح.",
        "appeal",
        day(16),
    ),
    # who signs what is signed at a ceremony
    (
        "شهد رئيسا غانا وكينيا، أمس الخميس، مراسم التوقيع على مذكرة تفاهم، وقعها وزيرا الخارجية الغاني والكيني.",
        "signing",
        day(16),
    ),
    # since when one thing lasts is not when the other was done
    ("تنشر كينيا سفنا حربية في الخليج منذ مايو، وقصفت قاربا قبالة الساحل الصومالي.", "attack", None),
]


@pytest.mark.parametrize(("text", "act", "expected"), OTHER_CLAUSE)
def test_the_day_of_one_clause_is_not_that_of_another(text: str, act: str, expected: tuple[str, str] | None) -> None:
    assert days(text)[act] == expected


COUNTED = [
    ("وصرح الوزير الغاني الثلاثاء، بعد يوم واحد من مكالمة بين رئيسي غانا وكينيا، بأنه متفائل.", "call", day(13)),
    ("علقت كينيا في 10 أكتوبر الجاري العمل بالمعاهدة، غداة هجوم مسلح على جنود في لامو.", "attack", day(9)),
    ("غادر الوفد الغاني نيروبي الخميس بعد محادثات استمرت ثلاثة أيام مع الرئيس الكيني.", "talks",
     ("2025-10-14", "2025-10-16")),
    ("يبدأ الرئيس الغاني غدا السبت زيارة إلى كينيا تستمر ثلاثة أيام.", "visit", ("2025-10-18", "2025-10-20")),
    ("بدأت القوات البحرية الكينية والغانية أمس مناورات مشتركة في المحيط الهندي، وتستمر حتى الأحد المقبل.", "exercise",
     ("2025-10-16", "2025-10-19")),
    ("سيزور الرئيس الغاني كينيا مطلع الشهر المقبل.", "visit", ("2025-11-01", "2025-11-30")),
    ("زار الرئيس الغاني كينيا نهاية الشهر الماضي.", "visit", ("2025-09-01", "2025-09-30")),
    ("قررت الحكومة الكينية حظر تنقل المركبات ليلا ابتداء من يوم الأحد المقبل.", "other", day(19)),
    ("سيزور الرئيس الغاني كينيا في النصف الثاني من الشهر المقبل.", "visit", ("2025-11-16", "2025-11-30")),
    # up to when something else lasts
    ("قصفت كينيا أمس مواقع مسلحين، بعدما ظل الجنود متحصنين في القاعدة حتى صباح السبت.", "attack", day(16)),
    ("تظاهر الآلاف في نيروبي يومي السبت والأحد احتجاجا على القانون.", "protest", ("2025-10-11", "2025-10-12")),
    ("طوقت سفن صينية الجزيرة لليوم الثاني على التوالي، الخميس.", "deployment", ("2025-10-15", "2025-10-16")),
    ("تتواصل الاحتجاجات في كينيا لليوم الرابع على التوالي الخميس.", "protest", ("2025-10-13", "2025-10-16")),
    # the end is the term that is set
    ("أمهلت كينيا في سبتمبر القوات الغانية حتى نهاية العام لمغادرة البلاد.", "demand", ("2025-09-01", "2025-09-30")),
    # «أقل من»: nobody can count from that
    ("وتأتي المناورات بعد أقل من أسبوعين من زيارة قام بها الرئيس الغاني إلى كينيا.", "visit", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "expected"), COUNTED)
def test_a_day_is_counted_from_the_one_named(text: str, act: str, expected: tuple[str, str] | None) -> None:
    assert days(text)[act] == expected


MEETING = "استقبل الرئيس الغاني جون ماهاما أمس في أكرا وزير الخارجية الكيني موساليا مودافادي. "


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("وأدان الوزير الكيني خلال اللقاء الهجوم على السفارة.", "condemnation", day(16)),
        ("من جانبه، ندد مودافادي بقصف العاصمة السودانية.", "condemnation", day(16)),
        ("من جهته، أكد مودافادي أن كينيا ستقدم مساعدات إلى غانا.", "delivery", day(16)),
        # somebody else, or long before: the report does not say when
        ("وأدانت فرنسا خلال جلسة للبرلمان قمع المعارضة في السودان.", "condemnation", None),
        ("وكان ماهاما قد أدان خلال الجلسة الهجوم على السفارة.", "condemnation", None),
    ],
)
def test_what_those_who_meet_say_then_is_of_the_day_of_the_meeting(
    text: str, act: str, expected: tuple[str, str] | None
) -> None:
    between = "وحضر اللقاء سفير كينيا. "
    assert days(MEETING + between + text)[act] == expected


def test_what_is_told_after_the_background_is_not_of_its_day() -> None:
    text = "وكانت محكمة كينية قد قضت الأربعاء بسجن سبعة ناشطين. وانتقدت فرنسا الحكم واتهمت كينيا بقمع المعارضة."
    assert days(text)["accusation"] is None


def test_what_has_happened_has_no_day_to_come() -> None:
    text = "هددت كينيا بطرد السفير الغاني إن لم تحضر بلاده جلسة يوم الأحد المقبل."
    assert days(text)["warning"] is None


CARRIED = [
    ("وكان ماهاما قد وصل إلى مومباسا في زيارة رسمية.", "visit", day(16)),
    ("وردت كينيا بعد ساعات باستدعاء سفيرها لدى تشاد.", "recall", day(16)),
    ("وقبل ساعات من اللقاء اعتقلت شرطة غانا عشرة متظاهرين.", "arrest", day(16)),
    ("وكان ماهاما قد أدان الهجوم على السفارة.", "condemnation", None),
    ("وأدان ماهاما الانقلاب في مالي قبل أيام.", "condemnation", None),
]


@pytest.mark.parametrize(("text", "act", "expected"), CARRIED)
def test_what_is_told_next_of_the_same_people_or_hours_later_is_of_that_day(
    text: str, act: str, expected: tuple[str, str] | None
) -> None:
    assert days(MEETING + text)[act] == expected


def test_violence_goes_on_from_one_sentence_to_the_next() -> None:
    text = "أحرق محتجون كينيون أمس مبنى البلدية في مومباسا. وأطلقت شرطة مكافحة الشغب الرصاص على طلاب."
    assert days(text)["attack"] == day(16)


def test_what_came_then_is_of_the_day_of_the_sentence_before() -> None:
    text = "والأربعاء، قال الرئيس الغاني إن الانتخابات ستكون نزيهة. جاء ذلك خلال لقائه وزير الخارجية الكيني."
    assert days(text)["meeting"] == day(15)


APART = [
    # a day behind «ثم» and its verb, of an inserted relative clause, of the years of a title
    ("احتجز مسلحون الرئيس الغاني الأربعاء، ثم اقتحم الجيش القصر يوم الخميس.", "attack", day(16)),
    ("قررت كينيا، بتوجيه من المجلس الذي اجتمع مساء أمس برئاسة الرئيس، استدعاء السفير الغاني.", "summoning", None),
    ("وقع الوزير الكيني ونظيره الغاني خارطة طريق للفترة 2023-2025 تشمل التدريب.", "signing", None),
    ("نددت كينيا بتصريحات الوزير الغاني، التي توعد فيها، الأحد، بضرب مطاراتها.", "condemnation", None),
    ("تنشر كينيا قوات في الصومال منذ أغسطس، ونفذت خمس ضربات على مواقع المسلحين.", "strike", None),
    ("سمّت كينيا في يناير سفيرا في أكرا، وتسلّم وزير الخارجية الغاني أوراق اعتماده في وقت لاحق.", "credentials", None),
    # how long it goes on, until when, by when
    ("قررت النقابة الكينية خوض إضراب عام لأربعة أيام ابتداء من غد السبت.", "protest", ("2025-10-18", "2025-10-21")),
    ("انطلقت المناورات الكينية الغانية أمس وتستمر حتى 25 أكتوبر.", "exercise", ("2025-10-16", "2025-10-25")),
    ("من المنتظر أن يزور الرئيس الغاني نيروبي قبل متم السنة الجارية.", "visit", ("2025-10-17", "2025-12-31")),
    ("زار الرئيس الغاني تونس الخميس الفارط.", "visit", day(16)),
    ("غادر الوزير النروجي أكرا أمس بعد زيارة دامت ثلاثة أيام.", "visit", ("2025-10-14", "2025-10-16")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "expected"), APART)
def test_a_day_has_its_own_verb_and_a_length_its_first_day(
    text: str, act: str, expected: tuple[str, str] | None
) -> None:
    assert days(text)[act] == expected
