"""One whom a report names is attacked once: also where another sentence tells that he is who was attacked."""

from waqai.pipeline.ground.draft import Draft, merge_into
from waqai.pipeline.ground.happening import same_victim


def merge_victims(drafts: list[Draft]) -> None:
    """Put together attacks that turn out to befall the same person.

    Args:
        drafts: the events of the document with their recipients settled; those told again are taken out.
    """
    told: list[Draft] = []
    for draft in list(drafts):
        same = next((d for d in told if same_victim(d, draft)), None)
        if same is None:
            told.append(draft)
        else:
            merge_into(same, draft)
            drafts.remove(draft)
