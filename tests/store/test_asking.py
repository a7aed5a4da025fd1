"""What pages and programs ask of a library, the same on every backend."""

from collections import Counter

from msgspec.structs import replace
from sqlalchemy import select
from tests.libraries import FIDAN, SAFADI, SHAIBANI, document, event, person, record, state

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.engine.review import correct, undo
from waqai.model import Agreement, Event, Record
from waqai.model.record import Link
from waqai.reader import Result
from waqai.store import tables as t
from waqai.store.base import Filter
from waqai.store.conditions import event_conditions
from waqai.store.database import Database
from waqai.store.paging import events_part
from waqai.store.showing import count_events, histogram, partners, ties

TURKEY, SYRIA = state("تركيا", "TUR"), state("سوريا", "SYR")


def put(store: Database, *records: Record) -> None:
    keep(store, [Result(f"{n}:{r.document.id}", r) for n, r in enumerate(records)], Summary())
    link_pending(store)


def told(text: str, *events: Event, published: str = "2025-10-17", outlet: str = "سانا", **more: object) -> Record:
    return record(document(text, published, outlet), *events, **more)


def fill(store: Database) -> None:
    put(
        store,
        told("اتصال", event("a", FIDAN, SHAIBANI)),
        told("لقاء", event("b", FIDAN, SHAIBANI, act="meeting", day="2025-10-20", place="أنقرة", country="TUR")),
        told("إدانة", event("c", SYRIA, type_="ACCUSE", act="condemnation", recipients=(TURKEY,), day="2025-11-02")),
        told("لقاء آخر", event("d", SAFADI, SHAIBANI, act="meeting", day="2025-10-18")),
        told("موعد", event("e", FIDAN, SHAIBANI, type_="AGREE", act="visit", status="planned", day="2025-12-01")),
    )


def test_a_pair_is_summed_up(store: Database) -> None:
    fill(store)
    with store.view() as view:
        pair = view.pair_summary("TUR", "SYR", today="2025-11-03")
        assert (pair.count.a, pair.count.b, pair.count.events) == ("SYR", "TUR", 4)
        assert (pair.count.cooperation, pair.count.conflict) == (3, 1)
        assert (pair.count.first, pair.count.last) == ("2025-10-17", "2025-12-01")
        assert pair.types == {"CONSULT": 2, "ACCUSE": 1, "AGREE": 1}
        assert pair.levels == {"minister": 2}
        assert [(m.period, m.events, m.conflict) for m in pair.months] == [
            ("2025-10", 2, 0),
            ("2025-11", 1, 1),
            ("2025-12", 1, 0),
        ]
        (met,) = pair.people
        assert (met.who_name, met.name, met.events, met.last) == ("أسعد الشيباني", "هاكان فيدان", 2, "2025-10-20")
        assert [e.act for e in pair.latest] == ["meeting", "call"]
        assert [e.start for e in pair.next] == ["2025-12-01"]
        assert view.pair_summary("TUR", "SYR", today="2025-12-02").next == ()
        assert view.pair_summary("TUR", "EGY", today="2025-12-02").count.events == 0


def kinds_of_filter(store: Database) -> list[Filter]:
    with store.view() as view:
        one, other = (e.id for e in view.entities(["person"], limit=2))
    who: list[dict[str, tuple[str, ...]]] = [
        {},
        {"states": ("SYR",)},
        {"states": ("TUR", "SYR")},
        {"states": ("TUR", "SYR", "JOR")},
        {"entities": (one,)},
        {"entities": (one, other)},
        {"entities": ("nobody",)},
        {"states": ("SYR",), "entities": (other,)},
    ]
    more: list[dict[str, object]] = [
        {},
        {"since": "2025-10-18", "until": "2025-11-02"},
        {"types": ("CONSULT",)},
        {"places": ("أنقرة",), "country": "TUR"},
        {"statuses": ("planned",), "levels": ("minister",)},
        {"offices": ("foreign-minister",)},
        {"review": "rejected"},
        {"documents": (1, 2, 3)},
    ]
    return [Filter(**a, **b) for a in who for b in more]  # type: ignore[arg-type]


def test_whatever_rows_lead_the_same_events_are_found(store: Database) -> None:
    fill(store)
    put(store, told("بلا تاريخ", event("f", FIDAN, SHAIBANI, act="talks", day=None)))
    with store.view() as view:
        undated, *rest = (e.id for e in view.events(Filter(), newest=True)[::-1])
    correct(store, "reject", rest[0], "reem")
    with store.view() as view:
        for chosen in kinds_of_filter(store):
            plain = select(t.events.c.id).where(*event_conditions(chosen))
            wanted = sorted(row.id for row in view.connection.execute(plain))
            for newest in (False, True):
                found = view.events(chosen, newest=newest)
                assert sorted(e.id for e in found) == wanted, chosen
                days = [e.start for e in found if e.start]
                assert days == sorted(days, reverse=newest), chosen
                assert undated not in [e.id for e in found[:-1]], chosen
            assert count_events(view, chosen) == len(wanted)
            by_type = Counter(e.type for e in view.events(chosen))
            assert view.by_value(chosen, "type") == dict(by_type)
            assert sum(n for _, _, n in histogram(view, chosen, 7)) == len([e for e in found if e.start])
            parts, after = events_part(view, chosen, 1)
            while after:
                more, after = events_part(view, chosen, 1, after)
                parts += more
            assert [e.id for e in parts] == [e.id for e in found]


def test_what_was_rejected_is_counted_nowhere(store: Database) -> None:
    fill(store)
    with store.view() as view:
        (condemned,) = view.events(Filter(acts=("condemnation",)))
        before = view.pairs(), view.states(), ties(view, Filter(), 9), partners(view, "SYR", 9)
    number = correct(store, "reject", condemned.id, "reem")
    with store.view() as view:
        assert [(p.events, p.conflict) for p in view.pairs()] == [(3, 0), (1, 0)]
        assert [(s.country, s.events) for s in view.states()] == [("SYR", 4), ("TUR", 3), ("JOR", 1)]
        assert partners(view, "SYR", 9) == [("TUR", 3, "2025-12-01"), ("JOR", 1, "2025-10-18")]
        assert "ACCUSE" not in {type_ for _, _, type_, _ in ties(view, Filter(), 9)}
    undo(store, number, "reem")
    with store.view() as view:
        assert (view.pairs(), view.states(), ties(view, Filter(), 9), partners(view, "SYR", 9)) == before


def test_ties_are_the_same_whether_events_are_looked_at_or_not(store: Database) -> None:
    fill(store)
    put(store, told("بلا تاريخ", event("f", FIDAN, SHAIBANI, act="talks", day=None)))
    with store.view() as view:
        for chosen in (
            Filter(),
            Filter(types=("CONSULT", "ACCUSE")),
            Filter(since="2025-10-18"),
            Filter(until="2025-11-01"),
            Filter(types=("CONSULT",), since="2025-10-18", until="2025-10-18"),
        ):
            looked = ties(view, replace(chosen, sources=1), 9)
            assert looked
            assert ties(view, chosen, 9) == looked
        assert {row[:2] for row in ties(view, Filter(), 1)} == {("SYR", "TUR")}


def test_a_document_that_names_somebody_twice_is_counted_once(store: Database) -> None:
    short = person("الشيباني", "SYR", "foreign-minister")
    put(
        store,
        told("تقرير", event("a", FIDAN, SHAIBANI)),
        told("تقرير آخر", event("b", SHAIBANI, short, FIDAN, day="2025-10-18"), published="2025-10-18"),
    )
    with store.view() as view:
        (held,) = view.tenures(country="SYR")
        assert len(view.names_of(held.person)) == 2
        assert (held.reports, held.first_seen, held.last_seen) == (2, "2025-10-17", "2025-10-18")
        assert view.tenures(person=held.person) == [held]
        assert [h.country for h in view.tenures()] == ["SYR", "TUR"]
        assert [h.country for h in view.tenures(office="foreign-minister", limit=1)] == ["SYR"]
        assert view.tenures(organisations=["none"]) == []


def test_pairs_states_and_entities_are_counted(store: Database) -> None:
    fill(store)
    with store.view() as view:
        assert [(p.a, p.b, p.events) for p in view.pairs()] == [("SYR", "TUR", 4), ("JOR", "SYR", 1)]
        assert [(p.a, p.b, p.events) for p in view.pairs(since="2025-10-18", until="2025-11-01")] == [
            ("JOR", "SYR", 1),
            ("SYR", "TUR", 1),
        ]
        assert [(s.country, s.events) for s in view.states()] == [("SYR", 5), ("TUR", 4), ("JOR", 1)]
        people = view.entities(["person"])
        assert [(p.name, p.events) for p in people[:2]] == [("أسعد الشيباني", 4), ("هاكان فيدان", 3)]
        assert [p.name for p in view.entities(["person"], "JOR")] == ["أيمن الصفدي"]
        assert [p.name for p in view.entities(["person"], limit=1, offset=1)] == ["هاكان فيدان"]
        (fidan,) = view.find_entities(["فيدان"], ["person"])
        assert (fidan.events, fidan.last) == (3, "2025-12-01")
        contacts = view.contacts(people[0].id)
        assert [(c.name, c.office, c.events) for c in contacts] == [
            ("هاكان فيدان", "foreign-minister", 2),
            ("أيمن الصفدي", "foreign-minister", 1),
        ]


def test_days_and_values_are_counted(store: Database) -> None:
    fill(store)
    with store.view() as view:
        days = view.by_period(Filter(states=("TUR",), until="2025-10-31"))
        assert [(d.period, d.events) for d in days] == [("2025-10-17", 1), ("2025-10-20", 1)]
        (year,) = view.by_period(Filter(), "year")
        assert (year.period, year.events, year.cooperation, year.conflict) == ("2025", 5, 4, 1)
        assert view.by_value(Filter(), "status") == {"happened": 4, "planned": 1}


def test_what_changed_is_told_once_and_in_order(store: Database) -> None:
    fill(store)
    with store.view() as view:
        last = view.last_change()
        assert len(view.changes()) == 5
        assert view.changes(last) == []
        (call,) = view.events(Filter(acts=("call",)))
        (meeting, _) = view.events(Filter(acts=("meeting",)), newest=True)
    correct(store, "merge", meeting.id, "سلمى", value=call.id)
    with store.view() as view:
        changed = view.changes(last)
        assert {c.event for c in changed} == {call.id, meeting.id}
        assert {view.resolve(c.event) for c in changed} == {call.id}
        assert view.last_change() == changed[-1].n


def accord(id_: str, title: str, stage: str = "signed", signed: str | None = None, **more: object) -> Agreement:
    return Agreement(id=id_, kind="agreement", title=title, parties=("SYR", "TUR"), stage=stage, signed=signed, **more)  # type: ignore[arg-type]


def signing(agreement: str, **more: object) -> Event:
    return event("s", FIDAN, SHAIBANI, type_="SUPPORT", act="signing", agreement=agreement, **more)  # type: ignore[arg-type]


def test_accounts_of_an_agreement_are_one_with_its_stages(store: Database) -> None:
    title = "اتفاقية التعاون العسكري"
    put(
        store,
        told("وقعا", signing("x", day="2025-08-13"), published="2025-08-13", agreements=(accord("x", title),)),
        told(
            "صادق",
            published="2025-11-01",
            outlet="الأناضول",
            agreements=(accord("y", title + " بين البلدين", "ratified", "2025-08-13"),),
        ),
        told("أخرى", published="2025-11-02", agreements=(accord("z", "اتفاقية المياه", signed="2025-10-30"),)),
    )
    with store.view() as view:
        first, second = sorted(view.agreements(["TUR", "SYR"]), key=lambda a: a.documents)
        assert (first.documents, first.sources, first.stage, first.signed) == ((1, 2), 2, "ratified", "2025-08-13")
        assert [(s.stage, s.day, s.told) for s in first.stages] == [
            ("signed", "2025-08-13", "2025-08-13"),
            ("ratified", None, "2025-11-01"),
        ]
        assert second.documents == (3,)
        (signed,) = view.events(Filter(agreements=(first.id,)))
        assert first.events == (signed.id,) == (first.stages[0].event,)
        assert signed.agreement == first.id
        accounts = view.accord_reports([first.id])[first.id]
        assert [view.agreement(r.id) for r in accounts] == [first, first]
        assert view.agreement("nothing") is None
        assert [a.id for a in view.agreements(stages=["ratified"])] == [first.id]
        assert view.agreements(["JOR"]) == []


def test_what_was_planned_leads_to_what_was_held(store: Database) -> None:
    plan = event("p", FIDAN, SHAIBANI, type_="AGREE", act="meeting", status="planned", day="2025-10-20")
    held = event("h", FIDAN, SHAIBANI, act="meeting", day="2025-10-20", topics=("الحدود والمياه",))
    again = event("n", FIDAN, SHAIBANI, act="talks", day="2025-10-27", topics=("الحدود والمياه",))
    put(store, told("سيلتقي", plan, published="2025-10-15"))
    put(store, told("التقى", held, published="2025-10-20"), told("عاد", again, published="2025-10-27"))
    with store.view() as view:
        planned, met, later = view.events(Filter())[:1] + view.events(Filter(statuses=("happened",)))
        assert planned.links == (("results-in", met.id),)
        assert met.linked_from == (("results-in", planned.id), ("follows-up", later.id)) or met.linked_from == (
            ("follows-up", later.id),
            ("results-in", planned.id),
        )
        assert later.links == (("follows-up", met.id),)


def test_links_lead_to_where_an_event_is_now(store: Database) -> None:
    visit = event("v", FIDAN, act="visit", recipients=(SYRIA,))
    met = event("m", FIDAN, SHAIBANI, act="meeting", links=(Link("part-of", "v"),))
    put(
        store,
        told("زار والتقى", visit, met),
        told("التقى", event("o", FIDAN, SHAIBANI, act="meeting", day="2025-10-19")),
    )
    with store.view() as view:
        first, other = view.events(Filter(acts=("meeting",)))
        (visited,) = view.events(Filter(acts=("visit",)))
        assert first.links == (("part-of", visited.id),)
        assert visited.linked_from == (("part-of", first.id),)
    correct(store, "merge", other.id, "سلمى", value=first.id)
    with store.view() as view:
        (merged,) = view.events(Filter(acts=("meeting",)))
        assert merged.links == (("part-of", visited.id),)
