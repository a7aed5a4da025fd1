"""Stage 2: a document → sentences of folded words, each tied to the text as received."""

import re

from msgspec import Struct

from waqai.model import Document
from waqai.text.fold import Folded, fold

WORD = re.compile(r"\w+|[^\w\s]")
# The end of a sentence; a full stop inside a number or an abbreviation («ت.غ», «د. كامل», «أ.د.») is not one.
STOP = re.compile(r"(?<!\b[دمان])[.!؟?](?=[\s»”\"')\]]|$)|\n+|؛(?=\s)")
DATELINE_LENGTH = 70
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
    r"(?:ال)?(?:وزير|وزيره|وزاره|خارجيه|داخليه|دفاع|رياسه|حكومه|جيش|شرطه|نيابه|رييس|رييسه|نايب|متحدث|متحدثه|ناطق|مسوول|مصدر|"
    r"مصادر|مبعوث|سفير|امين|قايد|قيادي|مستشار|حركه|حزب|منظمه|مفوضيه|امم المتحده|بيان)\b"
)
# «قال الوزير -في بيان- "..."», «أعلن الجيش: ...»: a verb opens a sentence, not a dateline.
VERB = re.compile(
    r"و?ي?(?:قال|يقول|قول|اعلن|اكد|ذكر|افاد|صرح|كتب|اوضح|نفي|نفت|اضاف|كشف|نقل|دعا|دعت|طالب|حذر|ادان|ندد|رفض|هدد|اتهم|"
    r"قتل|اصيب|اعتقل|قصف|شن|بدا|وصل|التقي|التقت|استقبل|بحث|ناقش|عقد|وقع|وافق|شهد|تظاهر)ت?\b"
)
DATELINE_WORDS = 6
HYPHENED_WORDS = 3


class Sentence(Struct, frozen=True):
    """One sentence: folded words with their offsets in the document's text.

    Attributes:
        words: folded words and punctuation marks.
        spans: half-open code-point ranges of the words in the text as received.
        start: offset of the first word; end: offset after the last.
        paragraph: running number of the paragraph.
        skip: number of leading words that are the dateline.
        ali: positions of «علي» written with its dots: the name, where «على» is the preposition.
    """

    words: list[str]
    spans: list[tuple[int, int]]
    start: int
    end: int
    paragraph: int
    skip: int = 0
    ali: frozenset[int] = frozenset()


class Analysis(Struct, frozen=True):
    """The document with its sentences."""

    document: Document
    sentences: tuple[Sentence, ...]
    dateline: tuple[int, int] | None
    folded: Folded


def analyze(document: Document) -> Analysis:
    """Split a document into sentences and words.

    Args:
        document: the document, its text as received.

    Returns:
        The sentences in order; every word carries the offsets it has in `document.text`.
    """
    folded = fold(document.text)
    text = folded.text
    dateline_end = _dateline(text)
    sentences, start, paragraph = [], 0, 0
    bounds = [(m.start(), m.end(), "\n" in m.group()) for m in STOP.finditer(text)]
    for stop, after, new_paragraph in [*bounds, (len(text), len(text), False)]:
        words, spans, skip = [], [], 0
        for m in WORD.finditer(text, start, stop):
            words.append(m.group())
            spans.append(folded.span(m.start(), m.end()))
            skip += m.end() <= dateline_end
        if words:
            skip = skip if skip < len(words) else 0
            ali = frozenset(k for k, w in enumerate(words) if w == "علي" and document.text[spans[k][1] - 1] in "يي")
            sentences.append(Sentence(words, spans, spans[0][0], spans[-1][1], paragraph, skip, ali))
        start = after
        paragraph += new_paragraph
    span = folded.span(0, dateline_end) if dateline_end else None
    return Analysis(document, tuple(sentences), span, folded)


def _dateline(text: str) -> int:
    """Folded end of an opening like «أنقرة - » or «مدريد (رويترز) – »; 0 where there is none."""
    line = text[: text.find("\n")] if "\n" in text else text
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
