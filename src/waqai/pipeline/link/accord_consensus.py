"""One agreement from its accounts and events: title, parties, stages over time, and where accounts disagree."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from waqai.model.accord import AccordReport, Clause, LinkedAccord, Stage
from waqai.model.library import Linked
from waqai.pipeline.ground.accords.known import rank
from waqai.pipeline.link.names import near_names
from waqai.text.fold import fold_word

STAGE_OF = {"signing": "signed", "ratification": "ratified", "accession": "acceded"}
DONE = ("happened", "ongoing")
FINE = ("day", "time")


def consensus_accord(
    id_: str, reports: Sequence[AccordReport], events: Sequence[Linked], firsts: Mapping[int, int]
) -> LinkedAccord:
    """The agreement that accounts tell.

    Args:
        id_: its public id.
        reports: its accounts in order of arrival, at least one.
        events: the events about it.
        firsts: document → the first printing of its text, for copies.
    """
    own = {r.document: r for r in reports}
    origins = {r.id: own.get(firsts.get(r.document, r.document), r).origin for r in reports}
    titles = tuple(dict.fromkeys(r.title for r in reports if r.title))
    words = {r.title: len(r.words) for r in reports}
    stages = _stages(reports, events, origins)
    done = [stage for stage in stages if stage.status in DONE]
    signed = next((stage.day for stage in done if stage.stage == "signed"), None)
    return LinkedAccord(
        id=id_,
        kind=next((r.kind for r in reports if r.kind != "agreement"), reports[0].kind),
        title=max(titles, key=lambda t: (words[t], -titles.index(t)), default=None),
        titles=titles,
        parties=tuple(dict.fromkeys(p for r in reports for p in r.parties)),
        signatories=_people(name for r in reports for name in r.signatories),
        stage=max((s.stage for s in done), key=rank, default="negotiated"),
        stages=stages,
        signed=signed,
        place=next((r.place for r in reports if r.place), None),
        aims=_once(c for r in reports for c in r.aims),
        provisions=_once(c for r in reports for c in r.provisions),
        amounts=_once(c for r in reports for c in r.amounts),
        origins=tuple(dict.fromkeys(origins.values())),
        documents=tuple(sorted(own)),
        sources=len(set(origins.values())),
        events=tuple(event.id for event in events),
        disagreements=_disagreements(reports, origins),
    )


def _stages(reports: Sequence[AccordReport], events: Sequence[Linked], origins: Mapping[str, str]) -> tuple[Stage, ...]:
    """Each stage once: when it was reached, since when it is told, by whom, and the event it is."""
    told: dict[tuple[str, str], list[tuple[str | None, str | None, str | None, tuple[str, ...]]]] = {}
    for event in events:
        if stage := STAGE_OF.get(event.act):
            status = "happened" if event.status in DONE else event.status
            day = event.start if event.granularity in FINE else None
            told.setdefault((stage, status), []).append((day, None, event.id, event.origins))
    for r in reports:
        told.setdefault((r.stage, "happened"), []).append((_day(r), r.published, None, (origins[r.id],)))
        if r.signed and r.stage != "signed":
            told.setdefault(("signed", "happened"), []).append((r.signed, r.published, None, (origins[r.id],)))
    found = [
        Stage(
            stage=stage,
            status=status,
            day=_most(day for day, *_ in of if day),
            told=min((published for _, published, *_ in of if published), default=None),
            event=next((event for *_, event, _ in of if event), None),
            origins=tuple(dict.fromkeys(o for *_, who in of for o in who)),
        )
        for (stage, status), of in told.items()
    ]
    return tuple(sorted(found, key=lambda s: (s.day or s.told or "9", rank(s.stage), s.status)))


def _day(report: AccordReport) -> str | None:
    return report.signed if report.stage == "signed" else None


def _most(values: Iterable[str]) -> str | None:
    said = list(values)
    return max(said, key=lambda v: (said.count(v), -said.index(v)), default=None)


def _people(names: Iterable[str]) -> tuple[str, ...]:
    out: list[str] = []
    for name in names:
        if not any(near_names(name, known) for known in out):
            out.append(name)
    return tuple(out)


def _once(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Clauses of which none says only what another does, the fuller one kept."""
    out: list[tuple[set[str], Clause]] = []
    for clause in clauses:
        words = set(fold_word(clause.text).split())
        if any(words <= known for known, _ in out):
            continue
        out = [(known, kept) for known, kept in out if not known <= words]
        out.append((words, clause))
    return tuple(clause for _, clause in out)


def _disagreements(
    reports: Sequence[AccordReport], origins: Mapping[str, str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Field → value → who says so, where there is more than one value."""
    fields: dict[str, Callable[[AccordReport], str | None]] = {"signed": lambda r: r.signed, "place": lambda r: r.place}
    out = {}
    for field, value in fields.items():
        said: dict[str, dict[str, None]] = {}
        for report in reports:
            if found := value(report):
                said.setdefault(found, {})[origins[report.id]] = None
        if len(said) > 1:
            out[field] = {v: tuple(who) for v, who in said.items()}
    return out
