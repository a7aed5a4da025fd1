"""Linking measured from text: reports in many wordings about real officials are written, read by the reader, linked.

python benchmarks/linking.py 5000      # B³ F1, independent sources, plans found held, with the gold linking known

Hard on purpose: the same two ministers on two days in a row, two calls on one day, plans and what was held, denials,
copies with a line cut off or added, outlets that cite an agency, names by office alone, and other ministers of the same
states on the same day. What the reader misses counts against linking: a report it does not find stands by itself.
"""

import csv
import datetime
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

import wordings as w
from waqai.engine.ingest import ingest
from waqai.model.library import Linked, Report
from waqai.pipeline.acquire import Acquired
from waqai.pipeline.acquire.build import Given, build_document
from waqai.pipeline.link.blocks import act_group
from waqai.store import open_store
from waqai.store.asking import Asking
from waqai.store.base import Filter

OFFICIALS = Path(__file__).parents[1] / "resources" / "actors" / "officials.tsv"
START = datetime.date(2025, 2, 1)
ONE = datetime.timedelta(days=1)
WORDINGS = {
    "call": w.CALL, "again": w.AGAIN, "meeting": w.MEETING, "signing": w.SIGNING, "plan": w.PLAN, "denial": w.DENIAL
}  # fmt: skip
GROUP = {"again": "call", "plan": "meeting", "denial": "meeting"}


class Official(Struct, frozen=True):
    """Somebody who holds an office of a state."""

    name: str
    state: str
    office: str


class Told(Struct, frozen=True):
    """A report that was written: what it is of, and from whom it has it."""

    event: str
    kind: str
    states: frozenset[str]
    origin: str
    copied: bool
    document: Acquired


class Happening(Struct, frozen=True):
    """Something that reports tell."""

    key: str
    kind: str
    a: Official
    b: Official
    day: datetime.date
    city: str
    topics: tuple[str, ...]


def officials() -> list[Official]:
    """Ministers of 2025, from the lexicon's own table."""
    with OFFICIALS.open(encoding="utf-8") as stream:
        rows = csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t")
        return [
            Official(row["name_ar"], row["country"], row["office"])
            for row in rows
            if row["country"] in w.STATES and row["office"] in w.OFFICES
            and row["valid_from"][:7] <= "2025-02" and (row["valid_to"] or "9") >= "2026"
        ]  # fmt: skip


class Writer:
    """Writes reports whose linking is known.

    Args:
        seed: the same one writes the same reports.
        total: how many reports, at least.
    """

    def __init__(self, seed: int, total: int) -> None:
        self.random = random.Random(seed)
        self.total = total
        self.people = officials()
        self.made = 0
        self.plans: dict[str, str] = {}

    def reports(self) -> Iterator[Told]:
        """All reports, in order of their stories."""
        story = 0
        while self.made < self.total:
            for told in self.story(story):
                self.made += 1
                yield told
            story += 1

    def story(self, n: int) -> Iterator[Told]:
        r = self.random
        a = r.choice(self.people)
        b = r.choice([p for p in self.people if p.state != a.state and p.office == a.office])
        day = START + datetime.timedelta(days=self.made * max(90, self.total // 20) // self.total)
        kind = r.choices(["call", "meeting", "signing"], [4, 5, 1])[0]
        city = w.STATES[r.choice([a.state, b.state, r.choice(list(w.STATES))])][3]
        topics = tuple(r.sample(w.TOPICS, 3))
        main = Happening(f"{n}", kind, a, b, day, city, topics)
        chance = r.random()
        if kind == "meeting" and chance < 0.25:
            plan = Happening(f"{n}p", "plan", a, b, day, city, topics)
            self.plans[plan.key] = main.key
            yield from self.tell(plan, r.choice([1, 1, 2]))
        yield from self.tell(main, r.choice([1, 1, 1, 2, 2, 3, 5]))
        others = tuple(r.sample([t for t in w.TOPICS if t not in topics], 3))
        if chance > 0.90:
            yield from self.tell(Happening(f"{n}n", kind, a, b, day + ONE, city, others), r.choice([1, 2]))
        elif chance > 0.80 and kind == "call":
            yield from self.tell(Happening(f"{n}a", "again", a, b, day, city, others), r.choice([1, 2]))
        elif chance > 0.75 and kind == "meeting":
            yield from self.tell(Happening(main.key, "denial", a, b, day, city, topics), 1)
        elif chance > 0.65:
            beside = [p for p in self.people if p.state == a.state and p.office != a.office]
            facing = [p for p in self.people if p.state == b.state and p.office != a.office]
            pairs = [(x, y) for x in beside for y in facing if x.office == y.office]
            if pairs:
                x, y = r.choice(pairs)
                yield from self.tell(Happening(f"{n}o", kind, x, y, day, city, others), r.choice([1, 2]))

    def tell(self, what: Happening, times: int) -> Iterator[Told]:
        r = self.random
        outlets = r.sample(w.OUTLETS, times)
        written: list[tuple[str, str, datetime.date]] = []
        for outlet in outlets:
            copied = bool(written) and r.random() < 0.3
            if copied:
                text, origin, published = r.choice(written)
                text = self.copy(text, outlet)
            else:
                published = what.day - 4 * ONE if what.kind == "plan" else what.day + r.choice([0, 0, 1]) * ONE
                text, origin = self.write(what, outlet, published)
                written.append((text, origin, published))
            where = f"{self.made}-{len(written)}-{outlet}-{what.key}"
            document = build_document(text, Given(published=published.isoformat(), outlet=outlet, id=where))
            states = frozenset((what.a.state, what.b.state))
            yield Told(what.key, what.kind, states, origin, copied, Acquired(where, document))

    def write(self, what: Happening, outlet: str, published: datetime.date) -> tuple[str, str]:
        """A report in the words of an outlet, and whom it has it from."""
        r = self.random
        a, b = (what.a, what.b) if r.random() < 0.5 or what.kind == "denial" else (what.b, what.a)
        topics = r.sample(what.topics, 2)
        cited = r.choice([x for x in w.AGENCIES if x != outlet]) if r.random() < 0.1 else None
        values = {
            "A": f"{w.OFFICES[a.office]} {w.STATES[a.state][1]}", "B": f"{w.OFFICES[b.office]} {w.STATES[b.state][1]}",
            "A2": w.STATES[a.state][1], "B2": w.STATES[b.state][1], "sa": w.STATES[a.state][0],
            "sb": w.STATES[b.state][0],
            "a": a.name if r.random() < 0.92 else "", "b": b.name if r.random() < 0.92 else "",
            "day": self.day(what.day, published), "ahead": f"{w.WEEKDAYS[what.day.weekday()]} المقبل",
            "city": what.city, "topics": " و".join(topics), "topic": what.topics[0],
            "line": f"{what.city} - {outlet} - " if r.random() < 0.5 else "",
        }  # fmt: skip
        lede = " ".join(r.choice(WORDINGS[what.kind]).format(**values).split()).replace(" ،", "،").replace(" .", ".")
        if cited:
            lede = f"{lede[:-1]}، بحسب {w.AGENCIES[cited]}."
        body = r.sample(w.BODY, r.choice([2, 3, 4]))
        return "\n".join([lede, *body]), cited or outlet

    def day(self, day: datetime.date, published: datetime.date) -> str:
        name = w.WEEKDAYS[day.weekday()]
        if day == published:
            return self.random.choice([f"اليوم {name}", name])
        return self.random.choice([f"أمس {name}", name])

    def copy(self, text: str, outlet: str) -> str:
        """The same text as another outlet prints it: its last sentence cut, or a line of its own added."""
        lines = text.split("\n")
        chance = self.random.random()
        if chance < 0.3 and len(lines) > 3:
            lines = lines[:-1]
        elif chance < 0.7:
            lines.append(f"({outlet})")
        return "\n".join(lines)


def main_report(reports: list[tuple[Report, str]], told: Told) -> tuple[Report, str] | None:
    """The report of a document that is of what was told: the first with its act and states."""
    fits = [
        (report, event)
        for report, event in reports
        if act_group(report.act) == GROUP.get(told.kind, told.kind)
        and len(told.states & {p.country for p in report.parties}) >= 1
    ]
    return min(fits, key=lambda item: item[0].position, default=None)


def b_cubed(gold: dict[int, str], found: dict[int, str]) -> tuple[float, float, float]:
    """B³ precision, recall, F1 of clusters."""
    by_gold: dict[str, set[int]] = defaultdict(set)
    by_found: dict[str, set[int]] = defaultdict(set)
    for item in gold:
        by_gold[gold[item]].add(item)
        by_found[found[item]].add(item)
    both = {i: len(by_gold[gold[i]] & by_found[found[i]]) for i in gold}
    p = statistics.fmean(both[i] / len(by_found[found[i]]) for i in gold)
    r = statistics.fmean(both[i] / len(by_gold[gold[i]]) for i in gold)
    return p, r, 2 * p * r / (p + r)


def measure(view: Asking, told: dict[int, Told], plans: dict[str, str]) -> dict[str, float]:
    """The scores of a library whose linking is known."""
    reports = view.reports_of_documents(list(told))
    found = {n: main_report(reports.get(n, []), t) for n, t in told.items()}
    gold = {n: t.event for n, t in told.items()}
    clusters = {n: item[1] if item else f"missed {n}" for n, item in found.items()}
    p, r, f = b_cubed(gold, clusters)
    seen = {n: g for n, g in gold.items() if found[n]}
    sp, sr, sf = b_cubed(seen, clusters)
    events = {e.id: e for e in view.events(Filter())}
    scores = {"reports": len(told), "events": len(set(gold.values())), "read": len(seen) / len(told)}
    scores |= {"P": p, "R": r, "F1": f, "P_read": sp, "R_read": sr, "F1_read": sf}
    sizes = Counter(gold.values())
    scores["events_of_many"] = sum(1 for n in sizes.values() if n > 1)
    copies = set(view.firsts(list(told)))
    truth = {n for n, t in told.items() if t.copied}
    scores |= {"copies": len(truth), "copies_missed": len(truth - copies), "copies_wrong": len(copies - truth)}
    return scores | _sources(told, clusters, events) | _plans(told, clusters, events, plans)


def _sources(told: dict[int, Told], clusters: dict[int, str], events: dict[str, Linked]) -> dict[str, float]:
    """Of events whose reports are all together and alone: how often the number of independent sources is right."""
    members: dict[str, set[int]] = defaultdict(set)
    gold: dict[str, set[int]] = defaultdict(set)
    for n, t in told.items():
        members[clusters[n]].add(n)
        gold[t.event].add(n)
    right = off = 0
    for event, of in members.items():
        kinds = {told[n].event for n in of}
        if event in events and len(kinds) == 1 and of == gold[next(iter(kinds))]:
            same = events[event].sources == len({told[n].origin for n in of})
            right, off = right + same, off + (not same)
    return {"sources_right": right / (right + off) if right + off else 0.0, "sources_judged": right + off}


def _plans(
    told: dict[int, Told], clusters: dict[int, str], events: dict[str, Linked], plans: dict[str, str]
) -> dict[str, float]:
    """How many plans lead to what was held, and how many of the links that are there are right."""
    of_gold: dict[str, set[str]] = defaultdict(set)
    gold_of: dict[str, set[str]] = defaultdict(set)
    for n, t in told.items():
        of_gold[t.event].add(clusters[n])
        gold_of[clusters[n]].add(t.event)
    leads = {id_: [to for rel, to in e.links if rel == "results-in"] for id_, e in events.items()}
    hit = sum(
        any(to in of_gold[held] for p in of_gold[plan] for to in leads.get(p, ())) for plan, held in plans.items()
    )
    links = [(p, to) for p, of in leads.items() if gold_of.get(p, set()) & set(plans) for to in of]
    right = sum(any(plans.get(plan) in gold_of.get(to, set()) for plan in gold_of[p]) for p, to in links)
    return {"plans": len(plans), "plans_held": hit / max(1, len(plans)), "plan_links_right": right / max(1, len(links))}


def main() -> None:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    writer = Writer(11, total)
    reports = list(writer.reports())
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(str(Path(folder) / "library.db"))
        begun = time.monotonic()
        summary = ingest(store, (t.document for t in reports))
        if summary.failed:
            raise SystemExit(f"{summary.failed} reports failed: {summary.why}")
        with store.view() as view:
            known = {kept.source: kept.n for kept in view.all_documents()}
            told = {known[t.document.where]: t for t in reports if t.document.where in known}
            scores = measure(view, told, writer.plans)
        store.close()
    print(f"{summary.added} read and linked in {time.monotonic() - begun:.0f} s, {summary.duplicate} duplicates")
    for name, value in scores.items():
        print(f"{name:18}{value:.4f}" if isinstance(value, float) else f"{name:18}{value}")


if __name__ == "__main__":
    main()
