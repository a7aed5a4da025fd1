"""The dateline that opens a report: its place, its day, its agency."""

import re
from itertools import islice

DATELINE_LENGTH = 70
LINE = re.compile(r"[^\s][^\n]*")
HEADLINE_LENGTH = 140
SENTENCE_ENDS = (".", "؟", "!", "؛", ":", "،")
WEEKDAY = r"اليوم|امس|غدا|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|\d+\)"
NAMED = rf"\((?!{WEEKDAY})[^)\n]{{2,25}}\)\s*"
# Behind a place and without a dash only an agency makes a dateline: «أعلنت القوات (قسد)» is a sentence.
WIRE = (
    r"\((?:رويترز|سانا|شينخوا|سونا|كونا|بترا|وفا|وام|واس|قنا|بنا|وات|واج|واع|وال|وما|ومع|سبا|ارنا|تاس|افي|يونهاب|"
    r"اسوشيتد برس|فرانس برس|الاناضول|[ء-ي](?: [ء-ي]){1,3})\)\s*"
)
DATELINE = re.compile(
    rf"^(?:{NAMED}[-–—]+|[^.،؟!\n(]{{2,40}}?(?:{NAMED}[-–—:/]+|\s?[-–—]{{1,2}}\s?(?!\d)|:\s?-|:\s)|"
    rf"[^.،؟!\n(\d]{{2,25}}?{WIRE})[-\s]*"
)
MONTH = (
    "كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|"
    "نوفمبر|ديسمبر|جانفي|فيفري|افريل|ماي|جوان|جويليه|اوت"
)
NUMBERS = r"\s*[-/]\s*\d{1,2}\s*[-/]\s*\d{2,4}م?"
# «12 مايو الماضي», «12 من مايو» stand in sentences.
DAY = rf"(?:في\s+)?\d{{1,2}}(?:{NUMBERS}|\s+(?:{MONTH})\b(?!\s+(?:ال|من))[^.؟!\n()،]{{0,25}})\s*"
# «الفاشر (السودان) 11 أكتوبر تشرين الأول (رويترز) - », «سيهانوكفيل، كمبوديا 4 أغسطس 2017 (شينخوا) »
DATED = re.compile(rf"^[^.؟!\n(\d]{{2,40}}?(?:{NAMED}(?:{DAY})?|{DAY}){NAMED}[-–—:/\s]*")
# «الرياض في 12 يونيو / واس /»
AGENCY = re.compile(r"^[^.،؟!\n/]{2,40}/\s?[^/\n]{2,25}\s?/\s*[-–—:]*\s*")
# «الوزير: لن نتفاوض», «الرئيس: سنرد»: behind the colon someone speaks.
SPOKEN = re.compile(r"[«\"“]|(?:لن|لا|نحن|ليس|يجب|لدينا|ان|س?ن\w{2,})\b")
# «وزير الدفاع الكيني: ...», «مصدر أمني: ...»: a title or body before the colon is who speaks.
TITLED = re.compile(
    r"(?:ال)?(?:وزير|وزيره|وزاره|هييه|لجنه|خارجيه|داخليه|دفاع|رياسه|حكومه|جيش|شرطه|نيابه|رييس|رييسه|نايب|متحدث|متحدثه|ناطق|مسوول|مصدر|"
    r"مصادر|مبعوث|سفير|امين|قايد|قيادي|مستشار|حركه|حزب|منظمه|مفوضيه|امم المتحده|بيان|قناه|صحيفه|اذاعه|"
    r"تلفزيون|مرصد|قوات|محكمه|بيت الابيض|كرملين|بنتاغون|اتحاد الاوروبي|شهود|سكان)\b"
)
# «قال الوزير -في بيان- "..."», «أعلن الجيش: ...»: a verb opens a sentence, not a dateline.
VERB = re.compile(
    r"و?ي?(?:قال|يقول|قول|اعلن|اكد|ذكر|افاد|صرح|كتب|اوضح|نفي|نفت|اضاف|كشف|نقل|دعا|دعت|طالب|حذر|ادان|ندد|رفض|هدد|اتهم|"
    r"قتل|اصيب|اعتقل|قصف|شن|بدا|وصل|التقي|التقت|استقبل|بحث|ناقش|عقد|وقع|وافق|شهد|تظاهر)ت?\b"
)
DATELINE_WORDS = 6
HYPHENED_WORDS = 3


def dateline_of(text: str) -> tuple[int, int]:
    """Where the dateline of a text stands: at its beginning, or below its headline.

    Args:
        text: a folded text.

    Returns:
        The offsets of «أنقرة - » or «مدريد (رويترز) – »; twice 0 where there is none.
    """
    lines = list(islice(LINE.finditer(text), 2))
    if not lines:
        return 0, 0
    first, rest = lines[0], lines[1:]
    if end := _dateline_end(first.group()):
        return first.start(), first.start() + end
    headed = len(first.group()) <= HEADLINE_LENGTH and not first.group().rstrip().endswith(SENTENCE_ENDS)
    for line in rest if headed else ():
        if end := _dateline_end(line.group()):
            return line.start(), line.start() + end
    return 0, 0


def _dateline_end(line: str) -> int:
    opening = line[:DATELINE_LENGTH]
    m = DATED.match(opening) or DATELINE.match(opening) or AGENCY.match(opening)
    if m is None or m.end() >= len(line) or VERB.match(line):
        return 0
    if m.group().rstrip()[-1] == ":" and (SPOKEN.match(line, m.end()) or TITLED.match(line)):
        return 0
    # «جان-نويل»: a hyphen without spaces is part of a name, unless only a place stands before it («دمشق-سانا»).
    inside = m.group()[-1] in "-–—" and not m.group()[-2].isspace() and not line[m.end()].isspace()
    most = HYPHENED_WORDS if inside else DATELINE_WORDS
    return 0 if len(re.findall(r"[^\W\d]+", m.group().split("(")[0])) > most else m.end()
