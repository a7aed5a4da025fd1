"""Two entities that are one: a person's judgement, applied to names, tenures and events, and taken back again."""

from waqai.errors import NotFound
from waqai.model.library import Correction
from waqai.store.linking import Linking


def merge_entities(writer: Linking, target: str, other: str, author: str, why: str) -> tuple[int, list[str]]:
    """Make two entities one; the line's number and the events touched.

    Args:
        writer: the library.
        target: id of one, which stays.
        other: id of the other, which leads to it from now on.
        author: who decides.
        why: the reason, in words.

    Raises:
        NotFound: there is no such entity, or both are one already.
    """
    into, gone = writer.resolve_entity(target), writer.resolve_entity(other)
    if into is None or gone is None or into == gone:
        raise NotFound(f"entity «{other}» is no other entity of the library: find its id with `waqai person`")
    names = [name.observed for name in writer.names_of_entity(gone)]
    value = {"entity": gone, "into": into, "names": names}
    number = writer.add_correction(Correction(action="merge", target=into, author=author, value=value, why=why))
    touched = writer.events_of_entity(gone)
    writer.move_names(names, into)
    writer.mark_merged(gone, into)
    return number, touched


def part_entities(writer: Linking, line: Correction) -> None:
    """Take a merge back: names go where they were, and what was linked since is linked again."""
    value = line.value if isinstance(line.value, dict) else {}
    writer.await_linking(writer.documents_of_events(writer.events_of_entity(value["into"])))
    writer.move_names(value["names"], value["entity"])
    writer.mark_merged(value["entity"], None)


def is_entity_merge(line: Correction) -> bool:
    """Whether a line of the ledger joins entities, not events."""
    return line.action == "merge" and isinstance(line.value, dict) and "entity" in line.value


def ledger_merges(lines: list[Correction]) -> dict[str, str]:
    """Entity → the one that people say it is, from the whole ledger."""
    undone = {line.undoes for line in lines if line.undoes}
    out: dict[str, str] = {}
    for line in lines:
        if is_entity_merge(line) and line.n not in undone and isinstance(line.value, dict):
            gone, into = line.value["entity"], line.value["into"]
            out = {a: into if b == gone else b for a, b in out.items()} | {gone: into}
    return out
