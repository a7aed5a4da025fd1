"""A library of many reports, made at the level of records from a seed: linking scored, rate, size, query times.

python benchmarks/library.py 5000      # B³ of linking, copies
python benchmarks/library.py 100000    # rate, size, memory, query times too
python benchmarks/library.py 100000 desk.db   # keeps it there, for benchmarks/serve.py
"""

import datetime
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.model import Entity, Event, Evidence, Interval, Participant, Place, Record, Tenure, Topic
from waqai.pipeline.acquire.build import Given, build_document
from waqai.reader import Result
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.text.search import query_terms

STATES = ["SYR", "TUR", "JOR", "EGY", "SAU", "QAT", "IRQ", "IRN", "LBN", "USA", "RUS", "FRA"]
FIRST = ["أسعد", "هاكان", "أيمن", "بدر", "فيصل", "محمد", "فؤاد", "عباس", "يوسف", "مارك", "سيرغي", "جان"]
LAST = [
    "الشيباني",
    "فيدان",
    "الصفدي",
    "عبدالعاطي",
    "فرحان",
    "عبدالرحمن",
    "حسين",
    "عراقجي",
    "رجي",
    "روبيو",
    "لافروف",
    "بارو",
]
OFFICES = {"foreign-minister": "وزير الخارجية", "defence-minister": "وزير الدفاع", "interior-minister": "وزير الداخلية"}
OUTLETS = ["سانا", "الأناضول", "بترا", "رويترز", "الجزيرة", "العربية", "الوطن", "النهار", "الشرق", "فرانس"]
TOPICS = [
    "الحدود",
    "اللاجئين",
    "المياه",
    "الكهرباء",
    "التجارة",
    "غزة",
    "النفط",
    "الموانئ",
    "الجفاف",
    "الطيران",
    "السجناء",
    "المخدرات",
    "الجمارك",
    "الإعمار",
    "الألغام",
    "الزراعة",
]
CITIES = [("دمشق", "SYR", 170654), ("أنقرة", "TUR", 323786), ("عمان", "JOR", 250441), ("الدوحة", "QAT", 290030)]
WORDS = [
    "وأكد",
    "الجانبان",
    "أهمية",
    "مواصلة",
    "التشاور",
    "وشدد",
    "الوزير",
    "على",
    "ضرورة",
    "تنفيذ",
    "ما",
    "اتفق",
    "عليه",
    "سابقا",
    "بين",
    "الحكومتين",
    "وأشار",
    "البيان",
    "إلى",
    "جولة",
    "جديدة",
    "من",
    "اللقاءات",
    "الفنية",
    "قريبا",
    "ورحب",
    "الوفد",
    "بالخطوات",
    "الأخيرة",
    "مؤكدا",
    "استعداد",
    "بلاده",
    "لتقديم",
    "العون",
    "اللازم",
]


class Maker:
    """Makes reports with the linking known."""

    def __init__(self, seed: int, total: int) -> None:
        self.random = random.Random(seed)
        self.total = total
        self.days = max(60, total // 40)
        self.people = [
            (f"{FIRST[(s + 5 * o) % 12]} {LAST[(s + 3 * o) % 12]}", state, office)
            for s, state in enumerate(STATES)
            for o, office in enumerate(OFFICES)
        ]

    def reports(self):
        made = 0
        while made < self.total:
            for gold, record in self.story(made):
                yield gold, record
                made += 1

    def story(self, n: int):
        r = self.random
        a, b = r.sample(self.people, 2)
        while a[1] == b[1]:
            b = r.choice(self.people)
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=n * self.days // self.total)
        act = r.choice(["call", "meeting", "meeting", "talks"])
        topics, city = r.sample(TOPICS, 3), r.choice(CITIES)
        yield from self.told(f"{n}", a, b, day, act, topics, city, r.choice([1, 1, 1, 2, 3, 5]))
        kind = r.random()
        other = r.sample([t for t in TOPICS if t not in topics], 3)
        if kind < 0.08:  # hard: the same two the next day
            yield from self.told(f"{n}next", a, b, day + datetime.timedelta(1), act, other, city, r.choice([1, 2]))
        elif kind < 0.14 and act == "call":  # hard: a second call that day
            yield from self.told(f"{n}again", a, b, day, act, other, city, r.choice([1, 2]), again=True)
        elif kind < 0.22:  # planned before, held now
            yield from self.told(f"{n}plan", a, b, day, act, topics, city, r.choice([1, 2]), early=5)

    def told(self, gold, a, b, day, act, topics, city, times, again=False, early=0):
        r = self.random
        outlets = r.sample(OUTLETS, min(times, len(OUTLETS)))
        text = ""
        for k, outlet in enumerate(outlets):
            copied = k > 0 and r.random() < 0.3
            late = 0 if early else r.choice([0, 0, 1])
            if not copied:
                chosen = r.sample(topics, 2)
                names = [p[0] if r.random() < 0.85 else f"{OFFICES[p[2]]}" for p in (a, b)]
                verb = {"call": "اتصال هاتفي", "meeting": "اجتماع", "talks": "محادثات"}[act] + (" ثان" if again else "")
                body = " ".join(r.choices(WORDS, k=90))
                text = f"بحث {names[0]} مع {names[1]} في {verb} {' و'.join(chosen)} يوم {day.isoformat()}. {body}"
                facts = self.event(gold, a, b, names, day, act, chosen, city, text, early)
            published = (day + datetime.timedelta(late - early)).isoformat()
            doc = build_document(text + (f" ({outlet})" if copied else ""), Given(published=published, outlet=outlet))
            people = {p.entity: p for p in facts.actors}
            entities = tuple(
                Entity(id=e, kind=e.split(":")[0], name=p.name, country=p.country) for e, p in people.items()
            )
            tenures = tuple(
                Tenure(person=e, name=p.name, office=p.office, country=p.country, seen=published)
                for e, p in people.items()
                if e.startswith("person")
            )
            yield (gold, copied), Record(document=doc, events=(facts,), entities=entities, tenures=tenures)

    def event(self, gold, a, b, names, day, act, topics, city, text, early):
        r = self.random
        actors = tuple(
            Participant(
                entity=f"{'person' if name == p[0] else 'role'}:{name}:{p[1]}",
                name=name,
                country=p[1],
                office=p[2],
                sector="GOV",
            )
            for name, p in zip(names, (a, b), strict=True)
        )
        fine = r.random() < 0.92
        start = day if fine else day.replace(day=1)
        end = day if fine else (start + datetime.timedelta(27))
        when = Interval(start=start.isoformat(), end=end.isoformat(), granularity="day" if fine else "month")
        place = Place(name=city[0], country=city[1], geonames=city[2]) if act != "call" and r.random() < 0.7 else None
        return Event(
            id=f"{gold}-{r.random()}",
            type="AGREE" if early else "CONSULT",
            act=act,
            status="planned" if early else "happened",
            when=when,
            where=place,
            actors=actors,
            topics=tuple(Topic(t, (0, 1)) for t in topics),
            evidence=(Evidence(0, text.index(".") + 1),),
            confidence=0.9,
        )


def b_cubed(gold: dict, found: dict) -> tuple[float, float, float]:
    """B³ precision, recall, F1 of clusters."""
    by_gold, by_found = defaultdict(set), defaultdict(set)
    for item in gold:
        by_gold[gold[item]].add(item)
        by_found[found[item]].add(item)
    both = {i: len(by_gold[gold[i]] & by_found[found[i]]) for i in gold}
    p = statistics.fmean(both[i] / len(by_found[found[i]]) for i in gold)
    r = statistics.fmean(both[i] / len(by_gold[gold[i]]) for i in gold)
    return p, r, 2 * p * r / (p + r)


def timed(calls) -> float:
    """The 95th percentile of the calls, in milliseconds."""
    times = []
    for call in calls:
        begun = time.perf_counter()
        call()
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[int(len(times) * 0.95)]


def main() -> None:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    maker, gold, copied = Maker(7, total), {}, set()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2] if len(sys.argv) > 2 else f"{folder}/library.db")
        store = open_store(str(path))

        def results():
            for n, ((event, copy), record) in enumerate(maker.reports(), 1):
                gold[n] = event
                if copy:
                    copied.add(n)
                yield Result(str(n), record)

        begun, used = time.monotonic(), time.process_time()
        summary = Summary()
        keep(store, results(), summary)
        kept, used_kept = time.monotonic(), time.process_time()
        link_pending(store)
        done, used_done = time.monotonic(), time.process_time()
        with store.view() as view:
            rows = view.connection.exec_driver_sql("SELECT document, linked FROM reports").all()
            found = dict(map(tuple, rows))
            firsts = view.firsts(list(gold))
            report(summary, gold, copied, found, firsts, view.counts())
            queries(view)
        size = sum(f.stat().st_size for f in path.parent.glob(f"{path.name}*"))
        print(f"keep {total / (kept - begun):.0f}/s  link {total / (done - kept):.0f}/s  {size / 1e6:.0f} MB on disk")
        cpu = total / (used_kept - used), total / (used_done - used_kept)
        print(f"of processor time: keep {cpu[0]:.0f}/s  link {cpu[1]:.0f}/s")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        store.close()


def report(summary, gold, copied, found, firsts, counts) -> None:
    """Say how linking did."""
    if summary.duplicate:
        raise SystemExit(f"{summary.duplicate} duplicates: the numbering of the gold is off")
    p, r, f = b_cubed(gold, found)
    many = sum(1 for n in __import__("collections").Counter(gold.values()).values() if n > 1)
    print(f"{len(gold)} reports, {len(set(gold.values()))} events ({many} of many reports)")
    print(f"B³ P {p:.4f} R {r:.4f} F1 {f:.4f}")
    missed, wrong = copied - set(firsts), set(firsts) - copied
    print(f"copies {len(copied)}: missed {len(missed)}, falsely called copies {len(wrong)}; events {counts['events']}")


def queries(view) -> None:
    """Say how long questions take."""
    r = random.Random(1)
    words = [r.choice(TOPICS) + " " + r.choice(LAST) for _ in range(200)]
    pairs = [tuple(r.sample(STATES, 2)) for _ in range(200)]
    people = [e.id for e in view.entities(["person"], limit=36)]
    search = timed(lambda w=w: view.search(query_terms(w), Filter(), 20) for w in words)
    page = timed(lambda s=s: view.events(Filter(states=s), 50, newest=True) for s in pairs)
    summary = timed(lambda s=s: view.pair_summary(*s, today="2025-01-01") for s in pairs[:40])
    met = timed(lambda p=p: view.contacts(p) for p in people)
    print(f"p95: search {search:.1f} ms, pair page {page:.1f} ms, pair summary {summary:.1f} ms, contacts {met:.1f} ms")


if __name__ == "__main__":
    main()
