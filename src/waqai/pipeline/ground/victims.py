"""One whom a report names is attacked once: the shots at him, his death and his murder are one happening."""

from waqai.pipeline.ground.draft import Draft, compatible, merge_into


def merge_victims(drafts: list[Draft]) -> None:
    """Put together attacks that befall the same person, as far as days and doers agree.

    Args:
        drafts: the events of the document with their recipients settled; those told again are taken out.
    """
    told: list[Draft] = []
    for draft in list(drafts):
        if draft.type != "ASSAULT":
            continue
        same = next((d for d in told if _victims(d) & _victims(draft) and compatible(d, draft)), None)
        if same is None:
            told.append(draft)
        else:
            merge_into(same, draft)
            drafts.remove(draft)


def _victims(draft: Draft) -> set[str]:
    """Keys of the people named as those it befell."""
    return {r.party.key for r in draft.recipients if r.party.kind == "person"}
