"""Who did what befell somebody «in an operation»: «قتل جنديان في عملية نفذها مقاتلون من الكتائب»."""

from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.people import Registry, Resolved

FORCE = frozenset(["ASSAULT", "COERCE"])
OPERATIONS = frozenset(["عمليه", "العمليه", "كمين", "عمليات", "مداهمه", "حمله"])
CARRIED_OUT = frozenset(["نفذها", "نفذتها", "ينفذها", "تنفذها", "شنها", "شنتها", "نفذه", "نفذته", "نصبه", "نصبته"])
# How far behind the verb the operation stands, and how far behind it its own verb.
REACH, NEAR = 12, 4


def carried_out(frame: Frame, registry: Registry) -> list[Resolved]:
    """Those who carried out the operation in which harm was done that names no doer.

    Args:
        frame: what its clause tells of somebody's harm or arrest.
        registry: the document's parties and sentences.
    """
    if frame.trigger.type not in FORCE or not frame.recipients:
        return []
    found = registry.found[frame.sentence]
    words, start = found.sentence.words, frame.head.j
    at = next((k for k in range(start, min(len(words), start + REACH)) if words[k] in OPERATIONS), None)
    if at is None:
        return []
    verb = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k] in CARRIED_OUT), None)
    doer = next((m for m in found.mentions if verb is not None and m.i == verb + 1 and not m.prep), None)
    resolved = registry.resolved(doer) if doer is not None and doer not in frame.recipients else None
    return [resolved] if resolved is not None else []
