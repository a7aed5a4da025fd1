"""The commands that ask a library, as a person and as a program see them."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.libraries import FIDAN, SHAIBANI, document, event, record

from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.model import Agreement
from waqai.reader import Result
from waqai.store import open_store


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = str(tmp_path / "library.db")
    store = open_store(path)
    accord = Agreement(id="x", kind="memorandum", title="مذكرة تفاهم المياه", parties=("SYR", "TUR"))
    signing = event("s", FIDAN, SHAIBANI, type_="SUPPORT", act="signing", day="2025-10-20", agreement="x")
    plan = event("p", FIDAN, SHAIBANI, type_="AGREE", act="meeting", status="planned", day="2025-12-01")
    records = [
        record(document("بحث الوزيران التعاون"), event("a", FIDAN, SHAIBANI, place="أنقرة", country="TUR")),
        record(document("اتصال بين الوزيرين", outlet="رويترز"), event("c", FIDAN, SHAIBANI)),
        record(document("وقعا مذكرة", "2025-10-20"), signing, plan, agreements=(accord,)),
    ]
    keep(store, [Result(f"{n}.txt", r) for n, r in enumerate(records)], Summary())
    link_pending(store)
    store.close()
    return path


def test_pair_sums_up(waqai: Run, library: str) -> None:
    said = waqai("pair", "TUR", "سوريا", "--library", library, "--today", "2025-11-01").stdout
    assert "Syria – Turkey · 3 events, 2025-10-17 to 2025-12-01" in said
    assert "ministers 1" in said
    assert "1 contact, last 2025-10-17 · أسعد الشيباني · هاكان فيدان" in said
    assert "signed · memorandum · 1 source · Syria, Turkey · مذكرة تفاهم المياه" in said
    assert "2025-12-01" in said[said.index("next") :]
    pair = json.loads(waqai("pair", "TUR", "SYR", "--library", library, "--json").stdout)
    assert (pair["count"]["events"], pair["levels"]) == (3, {"minister": 1})
    assert "3 أحداث" in waqai("pair", "TUR", "SYR", "--library", library, "--lang", "ar").stdout


def test_agreement_lists_and_shows_one(waqai: Run, library: str) -> None:
    listed = waqai("agreement", "TUR", "--library", library).stdout
    (line,) = listed.splitlines()
    shown = waqai("agreement", line.split()[1], "--library", library).stdout
    assert "stages   2025-10-20 signed" in shown
    assert waqai("agreement", "EGY", "--library", library).stderr == "no agreements\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), 3),
        (("--act", "call"), 1),
        (("--sources", "2"), 1),
        (("--place", "انقره"), 1),
        (("--person", "الشيبانى", "--since", "2025-10-18"), 2),
        (("--state", "تركيا", "--state", "SYR", "--until", "2025-10"), 2),
        (("--status", "planned"), 1),
        (("--contested",), 0),
    ],
)
def test_events_are_filtered(waqai: Run, library: str, options: tuple[str, ...], found: int) -> None:
    assert len(waqai("events", "--library", library, "--json", *options).stdout.splitlines()) == found


def test_search_takes_the_same_filters(waqai: Run, library: str) -> None:
    assert len(waqai("search", "الوزيرين", "--library", library).stdout.splitlines()) == 1
    nothing = waqai("search", "والوزيران", "--library", library, "--act", "signing")
    assert (nothing.stdout, nothing.stderr) == ("", "no reports\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pair", "TUR", "XXX"), "state «XXX» is not known: give its three letters (TUR) or its name"),
        (
            ("events", "--status", "maybe"),
            "--status «maybe» is not known: it is one of conditional, denied, happened, ongoing, planned, proposed",
        ),
        (("pair", "TUR", "TUR"), "TUR and TUR are one state: give two"),
        (("events", "--since", "soon"), "--since «soon» is no day: write it as 2025-10-17, 2025-10 or 2025"),
        (("events", "--person", "نابليون"), "person «نابليون» is not in the library: try one word of the name"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(waqai: Run, library: str, arguments: tuple[str, ...], said: str) -> None:
    done = waqai(*arguments, "--library", library)
    assert done.stderr == f"waqai: {said}\n"
    assert done.returncode in (1, 2)


def test_person_and_tenures(waqai: Run, library: str) -> None:
    said = waqai("person", "الشيباني", "--library", library).stdout
    assert "offices  2025-10-17 – 2025-10-20 · foreign minister, Syria" in said
    assert "met      1 contact, last 2025-10-17 · هاكان فيدان" in said
    assert "3 reports · أسعد الشيباني" in waqai("tenures", "SYR", "--library", library).stdout
    assert waqai("tenures", "SYR", "king", "--library", library).stderr == "no offices\n"
