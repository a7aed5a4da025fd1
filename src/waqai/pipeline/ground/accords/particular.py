"""Whether words name an agreement in particular that was concluded, and none wished for, denied or in general."""

from waqai.lexicon import Lexicon, Match
from waqai.pipeline.detect import Found
from waqai.pipeline.ground.accords.cues import AccordCues
from waqai.pipeline.ground.accords.names import Accord

WITH_REACH = 8
ANNOUNCED = 10
NEGATED_BEFORE = 3
# «أشرف الجانبان على توقيع اتفاقيات»: who looks on as they are signed.
OVERSEES = frozenset(["اشرف", "اشرفا", "اشرفت", "واشرف", "واشرفا", "واشرفت", "اشرفوا", "واشرفوا"])
ABOUT = frozenset(["شان", "بشان", "حول", "بخصوص"])
SIGNED = frozenset(("signed", "initialled", "ratified", "acceded"))


def nameless(accord: Accord, words: list[str], cues: AccordCues) -> bool:
    """«الاتفاق» alone is no agreement in particular; «إعلان المبادئ الموقع» is."""
    after = words[accord.j] if accord.j < len(words) else ""
    told = after in cues.clauses and not accord.definite
    single = accord.head - accord.i == 1
    return accord.bare and not told and (single or (accord.definite and accord.verb < accord.i))


def lays_down(accord: Accord, words: list[str], cues: AccordCues) -> bool:
    """«اتفاق مع وجهاء المحافظة يقضي ب»: with whom it is, and what it lays down."""
    after = words[accord.j : accord.j + WITH_REACH]
    return after[:1] == ["مع"] and any(w in cues.clauses for w in after)


def beside_the_point(accord: Accord, words: list[str], cues: AccordCues) -> bool:
    """«اتفقا على إعادة تقييم الاتفاقات» agrees on something else; «نفى الانسحاب من المعاهدة» denies it."""
    before = words[max(0, accord.verb - ANNOUNCED) : accord.verb]
    if any(w.lstrip("و") in cues.words["denied_by"] for w in before):
        return True
    leading, k = cues.words["agreed_on"], accord.i - 1
    reached = accord.skip > 0 or words[k] in leading
    while k > accord.verb and words[k] in leading:
        k -= 1
    reached = reached and words[k] not in ABOUT  # «وافق على التباحث في شأن مشروع اتفاقية»
    return accord.stage == "agreed" and accord.verb < accord.i and not reached


def asserted(accord: Accord, found: Found, cues: AccordCues, lexicon: Lexicon) -> bool:
    """Not «دون التوصل إلى اتفاق»: the words that make the stage are no wish, and are not denied."""
    words, matches = found.sentence.words, found.matches
    if accord.verb < 0:
        return False
    before = words[max(0, accord.verb - NEGATED_BEFORE) : accord.verb]
    if before[-1:] == ["ان"] and _subjunctive(matches[accord.verb]):
        return False
    stages = {m.info == "noun" for m in matches[accord.verb] if m.kind == "stage"}
    opens = accord.verb == found.sentence.skip or words[accord.verb - 1] == "،"
    # «توصل» is a verb before it is a noun where it opens a clause.
    noun = stages == {True} or (True in stages and not opens)
    announced = any(m.kind == "says" for k in range(max(0, accord.verb - ANNOUNCED), accord.verb) for m in matches[k])
    concluding = noun and words[accord.verb - 1] == "علي" and OVERSEES.isdisjoint(words[: accord.verb])
    if concluding or beside_the_point(accord, words, cues):
        # «اتفقا على إبرام اتفاق شامل» concludes nothing yet.
        return False
    wished = noun and not accord.described and (accord.definite or (accord.stage not in SIGNED and not announced))
    return not wished and not any(w.lstrip("و") in lexicon.grammar["negations"] for w in before)


def _subjunctive(matches: list[Match]) -> bool:
    """«يأمل أن يتوصل الطرفان إلى اتفاق»: behind «أن» a verb in the present is wished for."""
    finite = [m for m in matches if m.kind == "stage" and m.info != "noun"]
    return bool(finite) and all(m.info.startswith("present") for m in finite)


def taken_up(accord: Accord, found: Found, cues: AccordCues) -> bool:
    """«ووفق نص الإعلان»: behind such words whatever it is called is the one told last."""
    before = found.sentence.words[accord.i - 1] if accord.i else ""
    return accord.definite and (cues.by(before) or before in cues.words["text_of"])
