"""Reading agreements of a library, on any backend."""

from collections.abc import Sequence

from sqlalchemy import func, select

from waqai.model.accord import AccordReport, LinkedAccord
from waqai.store import tables as t
from waqai.store.counting import Counting
from waqai.store.rows import DECODE_ACCORD, DECODE_ACCORD_REPORT, chunks


class Accords(Counting):
    """Reads through one connection."""

    def agreements(
        self,
        parties: Sequence[str] = (),
        *,
        stages: Sequence[str] = (),
        kinds: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        limit: int | None = None,
    ) -> list[LinkedAccord]:
        """Agreements that all of `parties` are parties of, the one told of last first.

        Args:
            parties: alpha-3 codes of states, names of bodies.
            stages: the latest stage is one of these.
            kinds: "treaty", "memorandum" …
            ids: only these.
            limit: at most so many.
        """
        a, p = t.agreements.c, t.agreement_parties.c
        query = select(a.data).order_by(func.coalesce(a.last, "").desc(), a.id)
        for party in parties:
            query = query.where(a.id.in_(select(p.agreement).where(p.party == party)))
        for column, values in ((a.stage, stages), (a.kind, kinds)):
            if values:
                query = query.where(column.in_(values))
        if ids is not None:
            query = query.where(a.id.in_(ids))
        return [DECODE_ACCORD(row.data) for row in self._all(query if limit is None else query.limit(limit))]

    def agreement(self, id_: str) -> LinkedAccord | None:
        """The agreement with a public id, or with the id of any document's account of it."""
        now = self.agreements_of([id_]).get(id_)
        found = self.agreements(ids=[now]) if now else []
        return found[0] if found else None

    def agreements_of(self, seen: Sequence[str]) -> dict[str, str]:
        """Account of an agreement → the agreement it belongs to now."""
        out: dict[str, str] = {}
        s = t.seen_agreements.c
        for part in chunks(sorted(set(seen))):
            out.update((row.id, row.agreement) for row in self._all(select(s.id, s.agreement).where(s.id.in_(part))))
        return out

    def accord_reports(self, agreements: Sequence[str]) -> dict[str, list[AccordReport]]:
        """Current accounts of agreements, in order of arrival."""
        out: dict[str, list[AccordReport]] = {id_: [] for id_ in agreements}
        s = t.seen_agreements.c
        for part in chunks(list(out)):
            query = select(s.agreement, s.data).where(s.agreement.in_(part), s.current).order_by(s.document, s.id)
            for row in self._all(query):
                out[row.agreement].append(DECODE_ACCORD_REPORT(row.data))
        return out

    def accord_reports_of_documents(self, numbers: Sequence[int]) -> dict[int, list[tuple[AccordReport, str]]]:
        """Accounts of agreements, also those no longer told, each with its agreement."""
        out: dict[int, list[tuple[AccordReport, str]]] = {}
        s = t.seen_agreements.c
        for part in chunks(numbers):
            query = select(s.document, s.agreement, s.data).where(s.document.in_(part)).order_by(s.document, s.id)
            for row in self._all(query):
                out.setdefault(row.document, []).append((DECODE_ACCORD_REPORT(row.data), row.agreement))
        return out
