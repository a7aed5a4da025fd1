"""Writing agreements of a library, on any backend."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import delete, insert, select, update

from waqai.model.accord import AccordReport, LinkedAccord
from waqai.store import tables as t
from waqai.store.rows import chunks
from waqai.store.writing import Writing


class AccordRows(Writing):
    """Writes through one connection, in the transaction it is in."""

    def accords_in_blocks(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """Block → the agreements of its accounts, in order of arrival."""
        out: dict[str, list[str]] = {}
        b, s = t.agreement_blocks.c, t.seen_agreements.c
        query = select(b.key, s.agreement).join_from(t.agreement_blocks, t.seen_agreements, s.id == b.seen)
        for part in chunks(keys):
            for row in self._all(query.where(b.key.in_(part), s.current).order_by(s.document, s.id)):
                out.setdefault(row.key, []).append(row.agreement)
        return out

    def put_accord_reports(
        self, reports: Sequence[tuple[AccordReport, str, bool]], keys: Mapping[str, Sequence[str]]
    ) -> None:
        """Write accounts (with agreement, and whether still told) and the blocks of each."""
        for part in chunks([report.id for report, _, _ in reports]):
            self.connection.execute(delete(t.agreement_blocks).where(t.agreement_blocks.c.seen.in_(part)))
        rows = [
            {
                "id": report.id,
                "document": report.document,
                "agreement": agreement,
                "current": current,
                "data": msgspec.json.encode(report),
            }
            for report, agreement, current in reports
        ]
        self._put(t.seen_agreements, rows)
        self._put(t.agreement_blocks, [{"key": k, "seen": id_} for id_, of in keys.items() for k in dict.fromkeys(of)])

    def move_accounts(self, ids: Sequence[str], agreement: str) -> None:
        """Give accounts to another agreement."""
        for part in chunks(ids):
            where = t.seen_agreements.c.id.in_(part)
            self.connection.execute(update(t.seen_agreements).where(where).values(agreement=agreement))

    def events_of_agreement(self, agreement: str) -> list[str]:
        """Events about an agreement."""
        e = t.events.c
        return [row.id for row in self._all(select(e.id).where(e.agreement == agreement).order_by(e.id))]

    def put_agreements(self, agreements: Sequence[LinkedAccord], gone: Iterable[str]) -> None:
        """Write agreements in place of those with their ids; drop the `gone`."""
        for part in chunks([*gone, *(a.id for a in agreements)]):
            self.connection.execute(delete(t.agreements).where(t.agreements.c.id.in_(part)))
            self.connection.execute(delete(t.agreement_parties).where(t.agreement_parties.c.agreement.in_(part)))
        rows = [
            {
                "id": a.id,
                "kind": a.kind,
                "title": a.title,
                "stage": a.stage,
                "signed": a.signed,
                "last": max((s.day or s.told or "" for s in a.stages), default="") or None,
                "sources": a.sources,
                "data": msgspec.json.encode(a, order="sorted"),
            }
            for a in agreements
        ]
        parties = [{"agreement": a.id, "party": party} for a in agreements for party in dict.fromkeys(a.parties)]
        for table, values in ((t.agreements, rows), (t.agreement_parties, parties)):
            if values:
                self.connection.execute(insert(table), values)
