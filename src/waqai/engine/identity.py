"""Two entities, or two agreements, that are one: a person's judgement, applied everywhere, and taken back again."""

from waqai.errors import NotFound
from waqai.model.library import Correction, Judgement
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


def merge_accords(writer: Linking, target: str, other: str, author: str, why: str) -> tuple[int, list[str], list[str]]:
    """Make two agreements one; the line's number, the events and the agreements touched.

    Args:
        writer: the library.
        target: id of one; the older of the two keeps its id.
        other: id of the other.
        author: who decides.
        why: the reason, in words.

    Raises:
        NotFound: there is no such agreement, or both are one already.
    """
    homes = writer.agreements_of([target, other])
    if len(set(homes.values())) < 2:
        raise NotFound(f"agreement «{other}» is no other agreement of the library: find its id with `waqai agreement`")
    accounts = writer.accord_reports(sorted(homes.values()))
    into, gone = sorted(accounts, key=lambda id_: (accounts[id_][0].document, id_))
    moved = [r.id for r in accounts[gone]]
    value = {"agreement": gone, "into": into, "moved": moved}
    number = writer.add_correction(Correction(action="merge", target=into, author=author, value=value, why=why))
    said = {"kind": "agreement", "verdict": "same", "score": 1.0, "reasons": (why,), "author": author}
    writer.put_judgements([Judgement(left=id_, right=accounts[into][0].id, **said) for id_ in moved], number)  # type: ignore[arg-type]
    events = writer.events_of_agreement(gone)
    writer.move_accounts(moved, into)
    return number, events, [into, gone]


def part_accords(writer: Linking, line: Correction) -> tuple[list[str], list[str]]:
    """Take a merge of agreements back; the events and the agreements touched."""
    value = line.value if isinstance(line.value, dict) else {}
    writer.withdraw_judgements(line.n)
    events = writer.events_of_agreement(value["into"])
    writer.move_accounts(value["moved"], value["agreement"])
    return events, [value["into"], value["agreement"]]


def is_accord_merge(line: Correction) -> bool:
    """Whether a line of the ledger joins agreements, not events."""
    return line.action == "merge" and isinstance(line.value, dict) and "agreement" in line.value
