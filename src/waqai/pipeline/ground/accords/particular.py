"""Whether words name an agreement in particular that was concluded, and none wished for, denied or in general."""

from waqai.pipeline.ground.accords.cues import AccordCues
from waqai.pipeline.ground.accords.names import Accord

WITH_REACH = 8
ANNOUNCED = 10


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
    reached = accord.skip > 0 or words[accord.i - 1] in cues.words["agreed_on"]
    return accord.stage == "agreed" and accord.verb < accord.i and not reached
