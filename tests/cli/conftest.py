"""The real command line in a process of its own, and a record built by hand."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from waqai.model import (
    Agreement,
    Document,
    Entity,
    Event,
    Evidence,
    Interval,
    Link,
    Participant,
    Place,
    Provision,
    Record,
    Source,
    Tenure,
    Topic,
    Trace,
)

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = "زار الوزير هاكان فيدان دمشق الأحد الماضي، بحسب مصادر. ووقعت تركيا وسوريا اتفاقية تعاون."


@pytest.fixture
def waqai(tmp_path: Path) -> Run:
    """Run `waqai ARGS` in an empty folder; `stdin` is text or bytes."""

    def run(
        *args: str, stdin: str | bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        command = [sys.executable, "-m", "waqai", *args]
        done = subprocess.run(command, input=data, capture_output=True, cwd=tmp_path, env=env, check=False)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


@pytest.fixture
def record() -> Record:
    """A visit and a signing, with everything a card can show."""
    minister = Participant(
        entity="p1",
        name="هاكان فيدان",
        country="TUR",
        sector="GOV",
        office="foreign-minister",
        text="الوزير هاكان فيدان",
        span=span("الوزير هاكان فيدان"),
    )
    syria = Participant(entity="s2", name="سوريا", country="SYR", sector="GOV", inferred=True, because="the host")
    visit = Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        act="visit",
        contexts=("diplomatic", "military"),
        when=Interval(
            start="2025-10-12", end="2025-10-12", granularity="day", text="الأحد الماضي", span=span("الأحد الماضي")
        ),
        where=Place(name="دمشق", country="SYR", span=span("دمشق")),
        actors=(minister,),
        recipients=(syria,),
        topics=(Topic("التعاون", span("تعاون")),),
        sources=(Source(text="مصادر", kind="unnamed-official", country="TUR", via=("o1",), span=span("مصادر")),),
        links=(Link("prepares", "e2"),),
        evidence=(Evidence(0, 53),),
        confidence=0.9,
        trace=(
            Trace(field="type", rule="consult.yaml:visit", because="«زار» tells a visit", span=span("زار")),
            Trace(field="when", rule="weekday_last", because="the Sunday before Friday 2025-10-17"),
            Trace(field="actors[0].office", rule="portfolios.tsv:foreign", span=span("الوزير")),
        ),
    )
    signing = Event(id="e2", type="SUPPORT", act="signing", status="planned", agreement="a1", confidence=0.5)
    agreement = Agreement(
        id="a1",
        kind="agreement",
        title="اتفاقية تعاون",
        parties=("TUR", "SYR"),
        aims=(Provision("دعم الأمن", (0, 3)),),
        provisions=(Provision("تبادل الخبرات", (0, 3)),),
    )
    return Record(
        document=Document(id="d1", text=TEXT, published="2025-10-17", title="عنوان", outlet="سانا", language="ar"),
        entities=(
            Entity(
                id="p1",
                kind="person",
                name="هاكان فيدان",
                latin="Hakan Fidan",
                country="TUR",
                mentions=(span("هاكان فيدان"),),
            ),
            Entity(id="s2", kind="state", name="سوريا", country="SYR", mentions=(span("سوريا"),)),
            Entity(id="o1", kind="organisation", name="وكالة سانا", country="SYR"),
        ),
        tenures=(
            Tenure(
                person="p1",
                name="هاكان فيدان",
                office="foreign-minister",
                country="TUR",
                seen="2025-10-17",
                text="الوزير",
            ),
        ),
        events=(visit, signing),
        agreements=(agreement,),
    )
