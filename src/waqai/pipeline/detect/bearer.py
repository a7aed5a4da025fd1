"""Who bears a title: ranks and honours, and the name that follows."""

from msgspec.structs import replace

from waqai.pipeline.detect.heads import Title
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import QUOTES
from waqai.pipeline.detect.scan import Scan

APPOSED_WORDS = 4
BODY_WORDS = 5


def _rank(s: Scan, k: int) -> str | None:
    m = s.best(k, "honorific")
    return str(m.ref) if m and m.info == "rank" else None


def _named_body(s: Scan, t: Title) -> int:
    """«زعيم حركة "أمل" نبيه بري», «حركة التحرير الوطني "فتح" دلال سلامة»: where the body's own name in quotes ends."""
    k = t.k
    close = next((j for j in range(k + 2, min(k + BODY_WORDS, s.size)) if s.word(j) in QUOTES), 0)
    if s.word(k) not in QUOTES or not close:
        return k
    org = s.best(k + 1, "org")
    again = (t.body and s.name_end(close + 1) > close + 2) or (org and org.j == close)
    return close + 1 if again or s.section(k - 1, "named_bodies") else k


def person(s: Scan, t: Title, i: int, conj_name: bool = False) -> tuple[Mention, int]:
    """The mention that a title with what follows it makes, and where it ends."""
    if (body_end := _named_body(s, t)) > t.k:
        t = replace(t, k=body_end, body=t.body or s.phrase(t.k - 1, body_end), bare=False, construct=False)
    k = s.after_honorifics(t.k)
    start, quoted = k, False
    if s.word(k) in QUOTES:
        quoted, start = True, k + 1
    elif s.word(k) in ("،", ":") and not _of_one_before(s, i, k) and _apposed_name(s, k + 1):
        start = k + 1
    start = s.after_honorifics(start)
    end = s.name_end_after_conjunction(start) if conj_name else s.name_end(start)
    if t.number != "s":
        # «سفيري فرنسا وإيطاليا لوك دوران وجانلوكا ريتزي»: of two, the second name begins with و.
        end = next((n for n in range(start + 2, end) if _second_name(s, n)), end)
    if t.vague and start == k == t.k:
        end = start
    whole = s.word(start + 1) == "كامل" and s.article(start + 2)  # «حمّل الوزير إسرائيل كامل المسؤولية»
    if s.best(start, "state") and (whole or not {s.word(start), s.word(start + 1)} <= s.lexicon.names):
        # «طالب الناطق باسم الوزارة إسرائيل بالكف»
        end = start
    if end == start + 1 and (seat := s.best(start, "seat")) is not None and seat.info != "context":
        end = start  # «يزور الرئيس التركي بغداد»
    if quoted and s.word(end) not in QUOTES:
        end = start
    stop = end + quoted if end > start else t.k
    name = s.phrase(start, end, int(conj_name)) if end > start else _role(s, t, i)
    mention = Mention(
        sentence=s.index, i=i, j=stop, kind="person" if end > start else "role", name=name,
        name_span=s.span(start, end, int(conj_name)) if end > start else None,
        offices=t.offices, prefix=t.prefix, country=t.country, host=t.host, sector=t.sector or _rank(s, t.k),
        body=t.body, pronoun=t.pronoun, prep=t.prep, conj=t.conj,
        number=t.number if end == start else "s", definite=t.definite, rule="title",
    )  # fmt: skip
    return mention, stop


def _second_name(s: Scan, k: int) -> bool:
    """Whether word `k` is another's name behind و, and no name that begins so («وائل», «وليد»)."""
    word = s.word(k)
    return word[0] == "و" and len(word) > 3 and word not in s.lexicon.names and not s.best(k, "official")


def _role(s: Scan, t: Title, i: int) -> str:
    """The words of a title without attached letters; «للرئيس» is «الرئيس»."""
    words = s.phrase(i, max(t.k, i + 1), len(t.conj) + len(t.prep))
    return "ا" + words if t.prep == "ل" and s.word(i)[len(t.conj) :].startswith("لل") else words


def _of_one_before(s: Scan, i: int, k: int) -> bool:
    """«الشيخ عبدالله، وزير الخارجية، معالي ماريا»: a title between commas is of who stands before it."""
    return s.word(i - 1) == "،" and s.word(k) == "،" and s.after_honorifics(k + 1) > k + 1


def _apposed_name(s: Scan, k: int) -> bool:
    """A name after the title's comma: of listed words, or closed by a comma of its own («، باولو رانجيل،»)."""
    names = s.lexicon.names
    if s.word(k) in names and s.word(k + 1) in names:
        return True
    titled = s.after_honorifics(k)
    end = s.name_end(titled)
    if titled > k and end > titled and s.article(k):
        return True
    inside = s.words[k:end]
    return (
        2 <= end - k <= APPOSED_WORDS
        and s.word(end) == "،"
        and not any(w in s.lexicon.common and w not in s.names.glue for w in inside)
    )
