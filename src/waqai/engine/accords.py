"""Linking agreements: accounts of a batch of documents join those that are known; what they say is written anew."""

from collections.abc import Iterable, Mapping

from waqai.model.accord import AccordReport
from waqai.model.library import Kept
from waqai.model.record import Record
from waqai.pipeline.link.accord_consensus import consensus_accord
from waqai.pipeline.link.accords import accord_keys, accord_reports_of, assign_accord
from waqai.store.base import Filter
from waqai.store.linking import Linking


def link_accords(writer: Linking, records: Mapping[int, Record], kept: Mapping[int, Kept]) -> set[str]:
    """Give the accounts of documents to agreements; the agreements touched.

    Args:
        writer: the library.
        records: what was read, by number of the document.
        kept: the documents.
    """
    reports = [r for n, record in records.items() for r in accord_reports_of(record, n, kept[n].key)]
    old = {
        r.id: (r, agreement) for of in writer.accord_reports_of_documents(list(kept)).values() for r, agreement in of
    }
    if not reports and not old:
        return set()
    keys = {report.id: accord_keys(report) for report in reports}
    blocks = writer.accords_in_blocks(sorted({k for of in keys.values() for k in of}))
    known = writer.accord_reports(sorted({a for of in blocks.values() for a in of}))
    known = {a: [r for r in of if r.id not in old] for a, of in known.items()}
    verdicts = {
        (min(j.left, j.right), max(j.left, j.right)): j.verdict
        for j in writer.judgements(people_only=True)
        if j.kind == "agreement"
    }
    home, judgements = {}, []
    for report in reports:
        near = list(dict.fromkeys(a for k in keys[report.id] for a in blocks.get(k, ()) if known.get(a)))
        home[report.id], judged = assign_accord(report, near, known, verdicts)
        known.setdefault(home[report.id], []).append(report)
        for k in keys[report.id]:
            blocks.setdefault(k, []).append(home[report.id])
        judgements += judged
    writer.withdraw_machine_judgements(sorted(old))
    rows: list[tuple[AccordReport, str, bool]] = [(report, home[report.id], True) for report in reports]
    rows += [(report, agreement, False) for id_, (report, agreement) in old.items() if id_ not in home]
    writer.put_accord_reports(rows, keys)
    writer.put_judgements(judgements)
    return {*home.values(), *(agreement for _, agreement in old.values())}


def derive_accords(writer: Linking, agreements: Iterable[str]) -> None:
    """Write agreements anew from their accounts and their events."""
    reports = writer.accord_reports(sorted(set(agreements)))
    firsts = writer.firsts(sorted({r.document for of in reports.values() for r in of}))
    out = [
        consensus_accord(id_, of, writer.events(Filter(agreements=(id_,))), firsts) for id_, of in reports.items() if of
    ]
    writer.put_agreements(out, [id_ for id_, of in reports.items() if not of])
