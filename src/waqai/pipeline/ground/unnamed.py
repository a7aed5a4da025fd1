"""Who did it where the words name nobody: a crowd that protests in a place is of that place's state."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved


def settle_crowds(drafts: list[Draft], registry: Registry) -> None:
    """«شهدت الخرطوم مسيرة», «احتجاجات في مدريد»: the protesters of the state where it was.

    Args:
        drafts: the events of the document, with their places; `actors` of protests by nobody named are changed.
        registry: the document's parties.
    """
    name = next(iter(registry.lexicon.grammar["unnamed_crowd"]))
    for draft in drafts:
        where = draft.where
        if draft.type != "PROTEST" or draft.actors or where is None or where.country not in registry.lexicon.states:
            continue
        crowd = Mention(
            sentence=0, i=0, j=0, kind="group", name=name, country=where.country, sector="CVL", rule="crowd"
        )
        draft.actors = [Resolved(registry.body(crowd), True, f"a crowd in {where.name}, which names nobody")]
