"""Who says so: sources with their kind, what they came through, and how far they reach."""

from pathlib import Path

import pytest
import yaml

from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.extract.frame import Attribution

RESOURCE = Path(__file__).parents[2] / "resources" / "ar" / "attribution.yaml"
TOLD_ELSEWHERE = {"relay", "ask", "feel", "tell", "promise"}


def attributions(text: str) -> list[list[Attribution]]:
    """The attributions of each sentence."""
    document = Document(id="t", text=text, published="2025-10-20")
    return [list(said) for said in extract(detect(analyze(document))).attributions]


def covered(text: str, a: Attribution) -> str:
    """The words a source of a one-sentence text reaches, folded."""
    words = analyze(Document(id="t", text=text)).sentences[0].words
    return " ".join(words[a.scope[0] : a.scope[1]])


ONE = [
    # text, source, kind, via
    ("قال وزير الخارجية التركي هاكان فيدان إن بلاده ستسحب قواتها.", "هاكان فيدان", "named-person", ()),
    ("أعلنت وزارة الدفاع التركية عن لقاء جمع الوزيرين في دمشق.", "وزارة الدفاع التركية", "organisation", ()),
    (
        'ونقلت وكالة "إنترفاكس" عن نائب وزير الخارجية الروسي سيرغي ريابكوف قوله إن موسكو سترسل وفدا.',
        "سيرغي ريابكوف",
        "named-person",
        ('وكالة "إنترفاكس"',),
    ),
    (
        "اجتمع الوزيران في عمان، بحسب ما نقلته وكالة الأناضول عن مصادر دبلوماسية تركية.",
        "مصادر دبلوماسية تركية",
        "unnamed-official",
        ("وكالة الأناضول",),
    ),
    ("قتل ثلاثة أشخاص في الغارة، على ما أفادت الشرطة.", "الشرطة", "organisation", ()),
    ("ونفى مصدر كيني رفيع تقديم نيروبي أي مقترح.", "مصدر كيني رفيع", "unnamed-official", ()),
    ("حذر مصدر مطلع من أن القوات الكينية قصفت القرية.", "مصدر مطلع", "unnamed-official", ()),
    ('توعد الوزير الكيني غانا بـ"رد موجع"، قائلا إن القصف لن يتوقف.', "الوزير الكيني", "unnamed-official", ()),
    ("أنكر الجيش الكيني قصف القرية، مبررا نشر قواته.", "الجيش الكيني", "organisation", ()),
    ("وزير الدفاع الكيني: قواتنا قتلت عشرين مسلحا.", "وزير الدفاع الكيني", "unnamed-official", ()),
    ("وصلت القافلة، حسبما ذكر التلفزيون الرسمي.", "التلفزيون الرسمي", "outlet", ()),
    ("ووفقا للأمم المتحدة، فر أكثر من مليون شخص.", "الأمم المتحدة", "organisation", ()),
    ("وقال شهود عيان إن قوات الدعم السريع قصفت السوق.", "شهود عيان", "reporter", ()),
    (
        "وأفاد مصدر أمني عراقي، فضل عدم ذكر اسمه، لوكالة الأناضول بأن طائرة قصفت موقعا.",
        "مصدر أمني عراقي",
        "unnamed-official",
        ("وكالة الأناضول",),
    ),
    (
        'وقالت مصادر ميدانية لـ"القدس العربي" إن الاحتلال قصف الخيام.',
        "مصادر ميدانية",
        "unnamed-official",
        ("القدس العربي",),
    ),
    ("قال دبلوماسيان أوروبيان إن الاجتماع سيعقد في جنيف.", "دبلوماسيان أوروبيان", "unnamed-official", ()),
    (
        'قال الجيش السوداني، في بيان نشره على صفحته بموقع "فيسبوك"، إنه استعاد المدينة.',
        "الجيش السوداني",
        "organisation",
        ("فيسبوك",),
    ),
    (
        "وذكر بيان مشترك نشرته وكالة الأنباء السعودية أن التوقيع جرى اليوم.",
        "بيان مشترك",
        "document",
        ("وكالة الأنباء السعودية",),
    ),
    (
        "بحث الوزيران الملف السوري، حسب بيان لوزارة الخارجية القطرية.",
        "وزارة الخارجية القطرية",
        "organisation",
        ("بيان",),
    ),
    (
        "اتفق الجانبان على الهدنة، بحسب بيان نشرته وزارة الخارجية القطرية.",
        "وزارة الخارجية القطرية",
        "organisation",
        ("بيان",),
    ),
    ("أعلنت القناة 12 العبرية في وقت سابق أن الجيش قصف المدينة.", "القناة 12 العبرية", "outlet", ()),
    ("أعلنت وزارة الخارجية القطرية في الساعات الأولى أن الهدنة بدأت.", "وزارة الخارجية القطرية", "organisation", ()),
    ("ونفت الوزارة نفيا قاطعا أن يكون اللقاء عقد.", "الوزارة", "organisation", ()),
    ("أفادت الشرطة الهندية باعتقال 1500 شخص.", "الشرطة الهندية", "organisation", ()),
    ("قتل ثلاثة، بحسب مركز طب الطوارئ.", "مركز طب الطوارئ", "organisation", ()),
    ("قتل 25 شخصا، بحسب ستة شهود قابلتهم المنظمة.", "ستة شهود", "reporter", ()),
    ("قد يفتح المعبر، على حد تعبير موظف جمركي في بيشاور.", "موظف جمركي في بيشاور", "unnamed-official", ()),
    ("كانت بغداد قد أبلغت ستوكهولم أنها ستقطع العلاقات.", "بغداد", "organisation", ()),
    ("أعلن الوزيران أن اللجنة ستجتمع في لوساكا.", "الوزيران", "named-person", ()),
    ("13:05 – مراسلنا في يريفان: المحتجون أغلقوا الساحة.", "مراسلنا في يريفان", "reporter", ()),
    (
        "نسبت وكالة تسنيم إلى مصدر عسكري قوله إن القوات قصفت القاعدة.",
        "مصدر عسكري",
        "unnamed-official",
        ("وكالة تسنيم",),
    ),
    ("قال متحدث باسم الأمم المتحدة للصحفيين إن الجيش قصف المخيم.", "متحدث باسم الأمم المتحدة", "unnamed-official", ()),
    ("وأفاد مصدر أمني عراقي للجزيرة بأن طائرات قصفت الجبل.", "مصدر أمني عراقي", "unnamed-official", ()),
    ("أعلنت القيادة المركزية (سنتكوم) أنها قصفت مواقع.", "القيادة المركزية", "organisation", ()),
    ("نفت وزارة الدفاع الكينية وصول أي شحنة، ووصفت الخبر بأنه ملفق.", "وزارة الدفاع الكينية", "organisation", ()),
    ("أعلن مصدر طبي يمني مقتل تسعة جنود في عدن.", "مصدر طبي يمني", "unnamed-official", ()),
    ("أكدت مصادر أمنية وأخرى طبية إصابة جنديين في غاو.", "مصادر أمنية وأخرى طبية", "unnamed-official", ()),
    ("قال ضابط رفيع في الشرطة إن ستين شخصا قتلوا.", "ضابط رفيع في الشرطة", "unnamed-official", ()),
    ("أفادت القناة 12 الإسرائيلية بأن نتنياهو أجرى اتصالا مع ترامب.", "القناة 12 الإسرائيلية", "outlet", ()),
    # a subject between «كان» and its verb
    ('وكانت صحيفة "ستاندرد" الكينية قد أوردت أن السفير طرد.', 'صحيفة "ستاندرد" الكينية', "outlet", ()),
    ("وكان الجيش النيجيري أعلن الأحد مقتل خمسة جنود في هجوم.", "الجيش النيجيري", "organisation", ()),
    ("وكانت وكالة قنا قد نقلت عن مسؤول محلي أن القوات انسحبت.", "مسؤول محلي", "unnamed-official", ("وكالة قنا",)),
    # a name no list holds, and a phrase with «هذه» inside
    ("ونفى الدالاتي لوسائل إعلام رسمية كينية مشاركته في المفاوضات.", "الدالاتي", "organisation", ()),
    (
        "وأكد بيان مشترك لوزراء خارجية الدول الثلاث التزام تلك الدول بتعزيز التعاون.",
        "وزراء خارجية الدول الثلاث",
        "unnamed-official",
        ("بيان مشترك",),
    ),
    ("وأكد عمدة هذه المقاطعة سامي كمارا أن القوات انسحبت.", "عمدة هذه المقاطعة", "organisation", ()),
    ("قال الهادي كامل عضو مجلس السيادة ورئيس الجبهة إن ثلاثة قتلوا.", "الهادي كامل", "named-person", ()),
    # the object is no part of the phrase, a word spelled like a verb is
    ("أعلن الانفصاليون الموالون لغانا مقتل ستة.", "الانفصاليون الموالون لغانا", "unnamed-official", ()),
    ("قالت تنسيقية لجان مقاومة بحري إن ستة قتلوا.", "تنسيقية لجان مقاومة بحري", "organisation", ()),
    # an outlet that knows, and from whom
    ("وعلمت «الشروق» أن الوفد سيصل غدا.", "الشروق", "outlet", ()),
    ('وعلمت "الشروق" من مصادر مطلعة أن الجيش قصف نيالا.', "مصادر مطلعة", "unnamed-official", ("الشروق",)),
    ("وأفاد مراسل القناة بازدياد حدة القصف في نيالا.", "مراسل القناة", "reporter", ()),
    ("أفاد مراسل القناة الـ11 الكينية بمقتل ضابط في لامو.", "مراسل القناة الـ11 الكينية", "reporter", ()),
    # who is told is not who says so
    ("أكد الوزير الكيني للمبعوث الأممي أن القوات انسحبت.", "الوزير الكيني", "unnamed-official", ()),
    ("وقال لرويترز مسؤول كيني إن القوات انسحبت.", "مسؤول كيني", "unnamed-official", ()),
    ("قالت منظمة العفو الدولية في تقرير إن الجيش قصف نيالا.", "منظمة العفو الدولية", "organisation", ("تقرير",)),
]


@pytest.mark.parametrize(("text", "source", "kind", "via"), ONE, ids=[row[1] for row in ONE])
def test_attribution_names_source_kind_and_channel(text: str, source: str, kind: str, via: tuple[str, ...]) -> None:
    """Each wording gives one source without its cue, its kind, and what it came through."""
    (found,) = attributions(text)[0]
    assert (found.text, found.kind, found.via) == (source, kind, via)
    assert text[slice(*found.span)].replace("\n", " ").endswith(found.text.split()[-1])


def test_an_object_ends_the_phrase_of_its_source() -> None:
    """«نشر الجيش بيانا», «موقع أكسيوس نقلا عن»: the words behind a source are no part of its name."""
    assert {a.text for a in attributions("نشر الجيش بيانا قال فيه إن الطائرات قصفت المدينة.")[0]} == {"الجيش"}
    found = attributions("كشف موقع أكسيوس نقلا عن مسؤولين إسرائيليين أن الجيش قصف دمشق.")[0]
    assert {(a.text, a.via) for a in found} == {("مسؤولين إسرائيليين", ("موقع أكسيوس",)), ("مسؤولين إسرائيليين", ())}
    found = attributions("ونقل مراسل القناة بنيروبي أمس -نقلا عن مسؤول حكومي- أن القوات انسحبت.")[0]
    assert {(a.text, a.via) for a in found} == {("مسؤول حكومي", ("مراسل القناة بنيروبي",)), ("مسؤول حكومي", ())}


REACH = [
    # text, the words the source reaches
    ("قال الوزير السوري أسعد الشيباني إن دمشق وقعت الاتفاق، فيما نفت باريس ذلك.", "ان دمشق وقعت الاتفاق ،"),
    ("أضربوا عن الطعام، فيما أبعدت السلطات الأسير، حسب ما أفادت الشرطة.", "ابعدت السلطات الاسير ،"),
    ("وبحسب وزارة الصحة في غزة، قتل ثلاثة أشخاص.", "، قتل ثلاثه اشخاص"),
    ("قال الوزير الكيني إن بلاده وقعت الاتفاق، في حين أبلغ السفير الغاني الصحفيين رأيه.", "ان بلاده وقعت الاتفاق ،"),
    ("قال الوزير الكيني إن بلاده وقعت الاتفاق، أما السفير الغاني فاتهم بلاده.", "ان بلاده وقعت الاتفاق ،"),
    ("أعلنت الشرطة مقتل ثلاثة أشخاص في هجوم، ودعت السكان إلى الهدوء.", "مقتل ثلاثه اشخاص في هجوم ،"),
    ("قال الوزير الكيني إن بلاده وقعت الاتفاق، في خطوة تأتي بعد لقاء.", "ان بلاده وقعت الاتفاق ،"),
    ("قال الوزير الكيني إن بلاده وقعت الاتفاق، في وقت طالبت فيه غانا بوساطة.", "ان بلاده وقعت الاتفاق ،"),
    ("قال الوزير الكيني إن بلاده وقعت الاتفاق في وقت سابق.", "ان بلاده وقعت الاتفاق في وقت سابق"),
    # a quotation too long to be a name, and one that is a name
    ('وقال وزير الدفاع الكيني سويبان تويا -في بيان- "سحبنا قواتنا من هناك أمس".', 'سحبنا قواتنا من هناك امس "'),
    ('ذكرت الوزارة، في بيان عبر منصة "إن سوسيال"، أن القوات انسحبت.', "ان القوات انسحبت"),
    ("أعلن الديوان الملكي تقييد اتصالاته، إذ أكد الملك أن أخاه غادر.", "تقييد اتصالاته ، اذ اكد الملك ان اخاه غادر"),
    ("رأى الوزير الكيني أن بلاده فازت، وفي تلك الأثناء فرضت غانا عقوبات.", "ان بلاده فازت ،"),
    ('قال الوزير الكيني: "سحبنا قواتنا من كيسمايو"، وقتل ثلاثة جنود أمس.', '" سحبنا قواتنا من كيسمايو'),
]


@pytest.mark.parametrize(("text", "words"), REACH)
def test_attribution_reaches_the_words_reported(text: str, words: str) -> None:
    """A source covers its clause: to «فيما», from «فيما», or to the next joined verb."""
    assert covered(text, attributions(text)[0][0]) == words


TWO = [
    ("قال مصدر قبلي ومسؤول في السلطة المحلية إن الجماعة أطلقت الأسرى.", ["مصدر قبلي", "مسؤول في السلطة المحلية"]),
    ("قتل مئة شخص، على ما أفادت الأربعاء مصادر أمنية وأقارب للضحايا.", ["مصادر أمنية", "أقارب للضحايا"]),
    ("قال ثلاثة من سكان البلدة وسائق شاحنة إن عشرة قتلوا.", ["ثلاثة من سكان البلدة", "سائق شاحنة"]),
    # a ministry begins with و too
    ("قال مصدر في وزارة الدفاع إن القوات انسحبت.", ["مصدر في وزارة الدفاع"]),
]


@pytest.mark.parametrize(("text", "sources"), TWO)
def test_two_who_say_it_are_two_sources(text: str, sources: list[str]) -> None:
    """A noun of people who are sources, joined by «و», is a second one."""
    assert [a.text for a in attributions(text)[0]] == sources


CARRIED = [
    ("قال مسؤول كيني إن اللقاء انتهى. ووفقا للمسؤول الكيني فإن الوفد غادر.", "مسؤول كيني"),
    ("قال مراسل القناة إن الشرطة فرقت مسيرة. وذكر أن الوفد غادر.", "مراسل القناة"),
    ("قال حاكم كسلا آدم جماع إن السوق أغلق. وأعلن المسؤول المحلي أن الوفد غادر.", "آدم جماع"),
    ("قال وزير الدفاع الكيني آدم كيبا إن السوق أغلق. وأعلن المتحدث أن الوفد غادر.", "المتحدث"),
    ("قالت الخارجية المصرية إن اللقاء انتهى. وأوضحت أن الوفد غادر.", "الخارجية المصرية"),
    ("قال مصدر أمني إن اللقاء انتهى. وأضاف المصدر أن الوفد غادر.", "مصدر أمني"),
    ("قال مصدر أمني إن اللقاء انتهى. وقال المصدر ذاته إن الوفد غادر.", "مصدر أمني"),
    ("قال مصدر أمني كيني إن اللقاء انتهى. وأضاف المصدر الأمني أن الوفد غادر.", "مصدر أمني كيني"),
    ("قال مسؤول كيني إن اللقاء انتهى. وأضاف هذا المسؤول الرفيع أن الوفد غادر.", "مسؤول كيني"),
    ('وقالت الشرطة: "سحبنا قواتنا أمس. وقتل الجنود تسعة مسلحين".', "الشرطة"),
    ("قالت وزارة الدفاع التركية في بيان إن القوات انسحبت. وأضاف البيان أن العملية انتهت.", "وزارة الدفاع التركية"),
]


@pytest.mark.parametrize(("text", "source"), CARRIED)
def test_attribution_carries_the_speaker_on(text: str, source: str) -> None:
    """«وأضاف», «وأضاف المصدر», «وأضاف البيان» go on with the source of the sentence before."""
    assert [a.text for a in attributions(text)[1]] == [source]


def test_a_statement_is_its_speakers_own() -> None:
    """«قال الكرملين ...، وفق البيان» has one source."""
    said = attributions("قال الكرملين إن الرئيس غادر، وفق البيان.")[0]
    assert [a.text for a in said] == ["الكرملين", "الكرملين"]


def test_a_speaker_goes_on_with_a_noun() -> None:
    """«كما أفاد بمقتل»: no speaker stands behind the verb, and what follows is no name of one."""
    said = attributions("قال بيان للجيش إن جنودا قتلوا أمس، كما أفاد بمقتل 23 من المسلحين.")[0]
    assert [(a.text, a.way) for a in said] == [("الجيش", "said"), ("الجيش", "direct")]


def test_a_clause_that_tells_of_a_noun_names_its_source() -> None:
    """«في غارات قال مسؤولون إنها قتلت»: who says so of the noun before."""
    said = attributions("ألقت غانا باللوم على توغو في غارات جوية قال مسؤولون إنها قتلت العشرات.")[0]
    assert ("مسؤولون", "according") in [(a.text, a.way) for a in said]


SILENT = [
    "يذكر أن البلدين وقعا اتفاقية أمنية عام 2019.",
    "وقعت الدولتان الاتفاقية وفقا للقانون الدولي.",
    "اتهمت تركيا إسرائيل بالكذب، وهو ما نفته الخارجية الإسرائيلية.",
    "التقى الوزير نظيره في أنقرة.",
    "ولم يعلق الجيش على أن القوات انسحبت.",
    "أدرجت الوزارة وحدة تابعة لبوينغ، على لائحة العقوبات.",
    "إنها كذبة الانتخابات في ظل السلاح وقد تبين أن الصناديق فارغة.",
    "وعلق الرئيس التشادي نشاط البرلمان قبل أن يحله في مارس.",
    "يواصل الجيش التشادي ضرباته الجوية على المواقع، بل إنه زاد حدتها.",
    "علم الوزير الكيني أن القوات انسحبت.",
    "عاقب الناخبون الحكومة بعد الحرائق التي شهدتها أستراليا.",
    "والصور التي جمعتها تشير إلى أن الوزير الكيني غادر.",
    "تبادل الطرفان أسرى نقلتهم طائرات اللجنة الدولية.",
    "شهدت العاصمة البيروفية ليما تجمعا حاشدا أدى إلى القول إن الأزمة طويلة.",
    "كان الحارس يروي حكايات قديمة للزوار في القلعة ثم تبين أن الباب مفتوح.",
    "وأضاف معلقا «في أول مظاهرة كان العدد قليلا».",
    "كشف النقاب في أوسلو أمس أن الحكومة وقعت الاتفاق.",
    "أبلغ رئيس البرلمان هاتفيا من الرئيس بأنه سيستقيل.".replace("أبلغ", "وأُبلغ"),
]


@pytest.mark.parametrize("text", SILENT)
def test_attribution_needs_a_source(text: str) -> None:
    """Impersonal reports, laws and denials of others are nobody's word for what is told."""
    assert [a.text for a in attributions(text)[0] if a.way != "accused"] == []


def test_statement_of_own_office_is_kept_with_its_words() -> None:
    """«بيان صدر عن مكتبه» is the document, not a person."""
    (found,) = attributions("ورأى، في بيان صدر عن مكتبه، أن الوساطة مفيدة.")[0][:1]
    assert (found.text, found.kind, found.way) == ("بيان صدر عن مكتبه", "document", "office")


def test_statement_of_two_bodies_is_two_sources() -> None:
    """Joint statements name each body."""
    said = attributions("اعتقلت القوات 22 مواطنا، وفق بيان مشترك لهيئة شؤون الأسرى ونادي الأسير.")[0]
    assert [a.text for a in said] == ["هيئة شؤون الأسرى", "نادي الأسير"]


def test_statement_tells_the_sentence_before() -> None:
    """«جاء ذلك في بيان» looks back."""
    said = attributions("بحث الوزيران الملف. جاء ذلك في بيان صادر عن وزارة الخارجية القطرية.")[1]
    assert [(a.text, a.way) for a in said] == [("وزارة الخارجية القطرية", "backward")]


def entries() -> list[tuple[str, str]]:
    """Examples of the verbs of saying."""
    verbs = yaml.safe_load(RESOURCE.read_text(encoding="utf-8"))["verbs"]
    return [(v["verb"], v["example"]) for v in verbs if v["tone"] not in TOLD_ELSEWHERE and "أن" in v["example"]]


def test_examples_of_verbs_are_read() -> None:
    """Nearly every verb of the resource finds a source in its own example."""
    rows = entries()
    missed = [
        verb for verb, example in rows if not attributions("اجتمع الوزراء أمس. قال مصدر إنه غادر. " + example)[-1]
    ]
    assert len(missed) <= 0.1 * len(rows), missed


def test_joint_statement_is_kept_as_the_document() -> None:
    """«في بيان مشترك» is said by all who speak: the document is the source."""
    (found,) = attributions("وأكد القادة، في بيان مشترك صدر عقب القمة، أهمية التنسيق.")[0]
    assert (found.text, found.kind, found.way) == ("بيان مشترك", "document", "office")
