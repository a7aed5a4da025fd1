"""What somebody will do on a journey that was announced: «يبدأ الملك غدا جولة ... وفي هانوي، يعقد جلالته مباحثات»."""

from waqai.pipeline.extract import Frame
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.list_ends import joined_to
from waqai.pipeline.ground.people import Registry, Resolved

# How many sentences behind the journey its stations stand.
STATIONS = 4
TOLD = frozenset(["happened", "ongoing"])
TELLING = frozenset(["verb", "light"])


def goes_on_journey(new: Draft, drafts: list[Draft], registry: Registry) -> bool:
    """Whether a contact told in the present is a station of a journey to come: of who will travel, not in the past.

    Args:
        new: what a sentence tells.
        drafts: what the sentences before it tell.
        registry: the document's parties.
    """
    if new.type != "CONSULT" or new.status not in TOLD or new.when is not None or not drafts:
        return False
    n = new.sentences[0]
    travellers = {
        r.party.key
        for d in drafts
        if d.type == "AGREE" and d.act == "visit" and d.status == "planned" and n - d.sentences[0] <= STATIONS
        for r in d.actors
    }
    if not travellers & new.party_keys():
        return False
    head, matches = new.frames[0].head, registry.found[n].matches
    verbs = (m for k in range(head.i, -1, -1) for m in matches[k] if m.kind in TELLING)
    verb = next(verbs, None)
    return head.tense != "past" and verb is not None and verb.info.startswith("present")


def further(frame: Frame, registry: Registry, told: list[Resolved]) -> list[Resolved]:
    """«جولة تشمل اليابان وفيتنام»: the other states that a journey leads to, joined to the first by و.

    Args:
        frame: the journey.
        registry: the document's parties.
        told: the parties it has already.
    """
    out = list[Resolved]()
    for m in joined_to(frame.dest, registry.found[frame.sentence], "state") if frame.dest is not None else []:
        r = registry.resolved(m)
        if r is not None and r.party not in [x.party for x in (*told, *out)]:
            out.append(r)
    return out
