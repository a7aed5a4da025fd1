"""Agreements across documents: which accounts are of one, and what they say together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from waqai.model.accord import AccordReport, Clause
from waqai.model.library import Judgement
from waqai.model.record import Agreement, Provision, Record
from waqai.pipeline.link.assign import AUTHOR
from waqai.pipeline.link.blocks import days_between
from waqai.pipeline.link.features import accord_id, content_words, origin_of
from waqai.pipeline.link.score import Scored
from waqai.text.fold import fold_word

WEIGHTS = {
    "start": -1.0,
    "same parties": 1.0,
    "parties shared": 0.4,
    "same kind": 0.5,
    "other kind": -1.0,
    "same title": 2.0,
    "titles touch": 0.5,
    "other title": -3.0,
    "signed the same day": 2.0,
    "signed other days": -3.0,
    "told within days": 1.0,
    "told far apart": -1.0,
}
SAME, UNSURE = 1.0, 0.0
SHARED = 0.5
NEAR_DAYS, FAR_DAYS = 3, 60
# «اتفاق» is said of any of these; what they are called does not tell them apart.
ANY = frozenset(["agreement"])
KINDS = frozenset(
    word[:5]
    for word in fold_word(
        "اتفاقية اتفاق معاهدة مذكرة تفاهم بروتوكول إعلان ميثاق عقد خطاب نوايا مشترك مشتركة ثنائي ثنائية رسمي مبادئ"
        " أميركية أمريكية إطار إطارية"
    ).split()
)
PREFIX = 4


def accord_reports_of(record: Record, number: int, key: str) -> list[AccordReport]:
    """The agreements of a document.

    Args:
        record: what the reader saw.
        number: number of the document in the library.
        key: its key.
    """
    return [_account(agreement, record, number, key) for agreement in record.agreements]


def _account(agreement: Agreement, record: Record, number: int, key: str) -> AccordReport:
    document = record.document
    told = next((e for e in record.events if e.agreement == agreement.id), None)
    origin = origin_of(told, document, number)
    return AccordReport(
        id=accord_id(key, agreement.id),
        document=number,
        agreement=agreement.id,
        kind=agreement.kind,
        title=agreement.title,
        words=_title_words(agreement),
        parties=agreement.parties,
        signatories=agreement.signatories,
        stage=agreement.stage,
        signed=agreement.signed[:10] if agreement.signed else None,
        place=agreement.place,
        aims=_clauses(agreement.aims, number),
        provisions=_clauses(agreement.provisions, number),
        amounts=_clauses(agreement.amounts, number),
        published=document.published[:10] if document.published else None,
        origin=origin,
        evidence=tuple((e.start, e.end) for e in agreement.evidence),
    )


def _clauses(parts: Sequence[Provision], number: int) -> tuple[Clause, ...]:
    return tuple(Clause(part.text, number, part.span) for part in parts)


def _title_words(agreement: Agreement) -> tuple[str, ...]:
    """What the title says besides what it is and whose: «التركية السورية» tells none of the two's from another."""
    names = tuple(name for code in agreement.parties if (name := _state_start(code)))
    words = content_words(agreement.title or "")
    return tuple(w for w in words if w not in KINDS and not (names and w.startswith(names)))


@lru_cache(maxsize=512)
def _state_start(code: str) -> str:
    """The letters that a state's name and the adjective made of it begin with; "" where there is no such state."""
    from waqai.lexicon import load

    name = next((state.name for state in load().tables.states if state.iso == code), "")
    return fold_word(name).removeprefix("ال")[:PREFIX]


def accord_keys(report: AccordReport) -> list[str]:
    """Blocks under which an account is found and looks for others: each two parties, or the one there is."""
    parties = sorted(set(report.parties))
    return [f"{a}|{b}" for a, b in combinations(parties, 2)] or [f"{party}|" for party in parties]


def score_accords(a: AccordReport, b: AccordReport) -> Scored:
    """Compare two accounts."""
    reasons = ["start", *_whose(a, b), *_which(a, b), *_when(a, b)]
    total = sum(WEIGHTS[reason] for reason in reasons)
    return Scored(round(total, 3), tuple(reason for reason in reasons if reason != "start"))


def _whose(a: AccordReport, b: AccordReport) -> Iterator[str]:
    one, other = set(a.parties), set(b.parties)
    if one & other:
        yield "same parties" if one == other else "parties shared"


def _which(a: AccordReport, b: AccordReport) -> Iterator[str]:
    if a.kind == b.kind:
        yield "same kind"
    elif not {a.kind, b.kind} & ANY:
        yield "other kind"
    one, other = set(a.words), set(b.words)
    if one and other:
        common = len(one & other)
        yield (
            "same title"
            if common / min(len(one), len(other)) > SHARED or one == other
            else ("titles touch" if common else "other title")
        )


def _when(a: AccordReport, b: AccordReport) -> Iterator[str]:
    if a.signed and b.signed:
        yield "signed the same day" if a.signed == b.signed else "signed other days"
        return
    apart = days_between(a.published, b.published)
    for report, other in ((a, b), (b, a)):
        if report.signed:
            apart = days_between(report.signed, other.published)
    if apart is not None:
        if apart <= NEAR_DAYS:
            yield "told within days"
        elif apart > FAR_DAYS and not (a.words and b.words):
            yield "told far apart"


def assign_accord(
    report: AccordReport,
    near: Sequence[str],
    known: Mapping[str, Sequence[AccordReport]],
    verdicts: Mapping[tuple[str, str], str],
) -> tuple[str, list[Judgement]]:
    """Find the agreement of an account.

    Args:
        report: the account.
        near: candidates among the agreements.
        known: agreement → its accounts.
        verdicts: (account, account) in order → what a person judged.

    Returns:
        The agreement's id (the account's own where it is a new one), and the judgements worth keeping.
    """
    judged = []
    for agreement in near:
        others = known[agreement]
        said = {verdicts.get((min(report.id, o.id), max(report.id, o.id))) for o in others}
        if "same" in said:
            return agreement, []
        if "different" in said or any(o.document == report.document for o in others):
            continue
        best, nearest = max(((score_accords(report, o), o) for o in others), key=lambda pair: pair[0].total)
        judged.append((best, agreement, nearest))
    judged.sort(key=lambda item: (-item[0].total, item[1]))
    if not judged or judged[0][0].total < UNSURE:
        return report.id, []
    best, agreement, nearest = judged[0]
    same = best.total >= SAME
    judgement = Judgement(
        kind="agreement", left=report.id, right=nearest.id, verdict="same" if same else "unsure",
        score=round(best.chance, 3), reasons=best.reasons, author=AUTHOR,
    )  # fmt: skip
    return (agreement if same else report.id), [judgement]
