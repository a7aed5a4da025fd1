"""Whether a verb stands where its spelling is likelier another word, a noun or the word of a title."""

from waqai.lexicon import Lexicon, Match
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found, Mention

VERBS = ("verb", "light", "report", "general")
NOUNS = ("noun", "phrase", "participle")
# The verbal nouns of simple verbs are spelled like their past («عقد», «قصف»).
MASDAR = 3
FEMININE = ("state",)
DAMMA = "\u064f"
# The letter of a past with ا in front that has the damma of the passive: «اتُّهم», «احتُجز».
DERIVED = (2, 3)
DUAL = " dual m"
# «دعم عسكري», «تعاون أمني»: help that an adjective describes is a noun.
HELP = frozenset(["AID", "COOPERATE", "SUPPORT"])
# «تعد روسيا من أكبر ...», «يعد صديقا»: who is counted among others promises and prepares nothing.
COUNTED = frozenset(["يعد", "تعد", "ويعد", "وتعد", "يعدون", "تعدان", "يعدان"])
AMONG = frozenset(
    ["من", "احد", "احدي", "اول", "اكبر", "اهم", "ابرز", "اكثر", "ثاني", "الاول", "الاولي", "الاكبر", "الاهم", "الاكثر"]
)
BEFORE_DUAL = frozenset(["قد", "كانا", "كما", "ثم", "انهما", "بانهما", "حيث", "فيما", "اللذان", "اللذين", "هما"])
# «إقدام مستوطنين على إحراق مسجد», «استمرار تركيا في قصف القرى».
DECIDED_ON = frozenset(["علي", "في", "الي"])


def unlikely_form(found: Found, m: Match) -> bool:
    """A jussive stands only after لم, لا or ل: «نقل» elsewhere is no form of أقال.

    «إضرابات رفضا للنظام» is a noun in the accusative; «رفضا» as a dual follows its two, or opens a clause.
    """
    before = found.sentence.words[m.i - 1].lstrip("و") if m.i else ""
    if found.sentence.words[m.i] in COUNTED and _counts_among(found, m, before):
        return True
    if DUAL in m.info and not m.conj and before.isalpha() and before not in BEFORE_DUAL:
        follows = any(x.j == m.i for x in found.mentions)
        return not follows and any(x.kind == "noun" for x in found.matches[m.i])
    if m.info.startswith("present") and " f" in m.info and m.kind in VERBS and _second_of_form_two(found, m):
        return True
    return m.info.startswith("jussive") and before not in ("لم", "لا", "لما", "لن", "ان", "بان") and m.prep != "ل"


def _counts_among(found: Found, m: Match, before: str) -> bool:
    """«تعد من أكبر المنتجين», «يعد صديقا», «لم يعد أي حزب»: counted among, or no longer what it was."""
    after = next((x.j for x in found.mentions if x.i == m.j), m.j)
    following = {*found.sentence.words[m.j : m.j + 1], *found.sentence.words[after : after + 1]}
    return before == "لم" or not AMONG.isdisjoint(following) or any(len(w) > MASDAR and w[-1] == "ا" for w in following)


def _second_of_form_two(found: Found, m: Match) -> bool:
    """«وتسلّم الرئيس رسالة» is he who received; «تسلم إيران السفينة» she who hands over, her name beside the verb."""
    if not any(x.kind in VERBS and x.info.startswith("past") and x.conj == m.conj for x in found.matches[m.i]):
        return False
    following = found.sentence.words[m.j] if m.j < len(found.sentence.words) else ""
    before = found.sentence.words[m.i - 1] if m.i else ""
    beside = any(x.kind in FEMININE and m.i - 1 <= x.j - 1 and x.i <= m.j for x in found.mentions)
    return not beside and not before.endswith("ه") and not following.endswith(("ه", "ات"))


def owns_noun(found: Found, lexicon: Lexicon, k: int, candidates: list[Match]) -> bool:
    """«ورفضه الاعتداءات»: what has a pronoun and a deed with ال behind it is a noun, and no verb that a deed did.

    Nor is «طرد» one in «قرار النيجر طرد السفير».
    """
    if any(m.kind == "noun" and not m.conj for m in candidates) and decided(found, lexicon, k):
        return True
    if k + 1 >= len(found.matches) or not any(m.kind == "noun" and m.pronoun for m in candidates):
        return False
    deed = any(m.kind in NOUNS and m.article for m in found.matches[k + 1])
    return deed and not any(m.i == k + 1 for m in found.mentions)


def decided(found: Found, lexicon: Lexicon, k: int) -> tuple[Mention, ...]:
    """«بقرار النيجر طرد السفير», «قيام إسرائيل بقصف المستشفى»: whose decision or doing the noun at word `k` tells of.

    Args:
        found: the sentence.
        lexicon: the words that lead to who decides.
        k: where what is decided stands.
    """
    words, run = found.sentence.words, list[Mention]()
    end = k - (k > 0 and words[k - 1] in DECIDED_ON)
    for m in reversed(found.mentions):
        if m.j == end and not (m.prep or m.adjective) and (not run or run[0].conj == "و"):
            run.insert(0, m)
            end = m.i
    noun = words[run[0].i - 1] if run and run[0].i else ""
    decides = lexicon.grammar["deciding_nouns"]
    return tuple(run) if noun in decides or (noun[:1] in ("و", "ب", "ل") and noun[1:] in decides) else ()


def titled_words(found: Found, lexicon: Lexicon) -> frozenset[int]:
    """Adjectives and ranks of titles, and names: no word there says what a sentence is about («الرئيس المنتخب»)."""
    adjectives, words, spans = lexicon.grammar["title_adjectives"], found.sentence.words, found.sentence.spans
    people = [m for m in found.mentions if m.kind in ("person", "role")]
    return frozenset(
        k
        for m in people
        for k in range(m.i, m.j)
        if words[k] in adjectives
        or (m.name_span is not None and m.name_span[0] <= spans[k][0] < m.name_span[1])
        or any(x.kind == "honorific" for x in found.matches[k])
    )


def written_passive(found: Found, text: str, m: Match) -> bool:
    """A damma on the first letter of the stem marks the passive («عُقد», «يُستدعى»), or later in «استُهدف», «احتُجز»."""
    start, end = found.sentence.spans[m.i]
    word = text[start:end]
    if DAMMA not in word:
        return False
    skip = len(m.conj) + ("سي" in word[:4] or "ست" in word[:4] or "سن" in word[:4])
    derived = m.info.startswith("past") and word[len(m.conj) : len(m.conj) + 1] == "ا"
    letters = 0
    for k, c in enumerate(word):
        if c == DAMMA and (letters == skip + 1 or (derived and letters - len(m.conj) in DERIVED)):
            following = word[k + 1 : k + 4]
            return not (m.info.startswith(("present", "future")) and any(x in following for x in ("\u0650",)))
        letters += "\u0621" <= c <= "\u064a"
    return False


def expresses(found: Found, k: int) -> bool:
    """«عبر رئيس مجلس النواب العراقي عن ...», not «عبر الحدود»: عن follows near, or right behind who expresses it."""
    end = next((m.j for m in found.mentions if m.i == k + 1), k + 1)
    return "عن" in found.sentence.words[k + 1 : max(k + 5, end + 2)]


def described(found: Found, m: Match, trigger: Trigger | None) -> bool:
    """«دعم عسكري»: a noun with its adjective is no verb, though spelled like one; «قتل جندي» is."""
    last = found.sentence.words[m.j - 1]
    helps = trigger is not None and trigger.type in HELP
    return helps and m.j - m.i == 2 and last.endswith(("ي", "يه")) and not last.startswith("ال")
