"""Both sides of a truce that one declares and the other accepts: «هدنة أعلنتها الحكومة وقبلتها الحركة»."""

from msgspec.structs import replace

from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame

# How far behind the truce it is accepted.
REACH = 14
PEOPLE = frozenset(["state", "org", "group", "person", "role"])
TAKEN_UP = frozenset(["عليها", "عليه", "بها", "به"])


def accepted(clause: Clause, frame: Frame, told: set[int]) -> Frame:
    """The frame of a truce with those who accept it beside those who declare it.

    Args:
        clause: the sentence.
        frame: the truce.
        told: positions of heads that tell nothing of their own; the verb of accepting is added.
    """
    accepting, words = clause.lexicon.grammar["accepting_words"], clause.words
    for k in range(frame.head.j, min(len(words) - 1, frame.head.j + REACH)):
        if words[k] not in accepting and words[k][1:] not in accepting:
            continue
        taken = words[k + 1] in TAKEN_UP
        m = clause.at.get(k + 1 + taken)
        if (taken or words[k].endswith("ه") or words[k].endswith("ها")) and m is not None and m.kind in PEOPLE:
            told.add(k)
            return replace(frame, actors=(*frame.actors, *(x for x in (m,) if x not in frame.actors)))
    return frame
