"""Who did it where the words name nobody: protesters of the place's state, and those in power decree."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved
from waqai.pipeline.ground.standing import DECREED


def settle_crowds(drafts: list[Draft], registry: Registry) -> None:
    """«شهدت الخرطوم مسيرة», «احتجاجات في مدريد»: the protesters of the state where it was.

    Args:
        drafts: the events of the document, with their places; `actors` are changed where nobody is named.
        registry: the document's parties.
    """
    name = next(iter(registry.lexicon.grammar["unnamed_crowd"]))
    for draft in drafts:
        where = draft.where
        if draft.actors or where is None or where.country not in registry.lexicon.states:
            continue
        if draft.mode in DECREED or _arrested_there(draft):
            because = f"those in power where {where.name} is"
            draft.actors = [Resolved(registry.state(str(where.country)), True, because)]
        if draft.type != "PROTEST":
            continue
        crowd = Mention(
            sentence=0, i=0, j=0, kind="group", name=name, country=where.country, sector="CVL", rule="crowd"
        )
        draft.actors = [Resolved(registry.body(crowd), True, f"a crowd in {where.name}, which names nobody")]


def _arrested_there(draft: Draft) -> bool:
    """«اعتُقل العمدة في إسطنبول»: by the state where it was, if its own words say where, or he is of that state."""
    own = draft.frames[0].where is not None or {r.party.country for r in draft.recipients} == {
        draft.where.country if draft.where else None
    }
    return draft.type == "COERCE" and draft.mode == "arrest" and own
