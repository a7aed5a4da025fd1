"""What people see: cards, explanations, names; in both languages, on a terminal and in a pipe."""

import io
import re

import pytest

from waqai.cli.cards import Row, event_rows, interval_text, place_pieces, record_rows
from waqai.cli.explanation import explanation_rows
from waqai.cli.messages import Messages
from waqai.cli.people import people_rows
from waqai.cli.terminal import Terminal
from waqai.errors import BadValue
from waqai.model import Document, Event, Interval, Place, Record, Source
from waqai.ontology import load_ontology


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(rows: list[Row], stream: io.StringIO | None = None, color: bool | None = None) -> str:
    stream = stream or io.StringIO()
    Terminal(stream, color).write(rows)
    return stream.getvalue()


ENGLISH = """\
عنوان
report.txt · published 2025-10-17 · سانا

  1 visit · happened · 90%
    type     CONSULT · visit · diplomatic, military
    who      Hakan Fidan, foreign minister, Turkey — هاكان فيدان
    host     Syria (inferred) — سوريا
    when     2025-10-12 — «الأحد الماضي»
    where    Damascus, Syria — دمشق
    about    التعاون
    says     unnamed official, Turkey — مصادر via وكالة سانا
    links    prepares event 2

  2 signing · planned · 50%
    type     SUPPORT
    when     unknown
    accord   agreement — اتفاقية تعاون
    parties  Turkey, Syria
    aims     · دعم الأمن
    terms    · تبادل الخبرات
"""
ARABIC = """\
عنوان
report.txt · نُشر في 2025-10-17 · سانا

  1 زيارة · وقع · 90%
    النوع    تشاور · زيارة · دبلوماسي، عسكري
    الأطراف  هاكان فيدان — وزير الخارجية، تركيا
    المضيف   سوريا (مستنتج)
    متى      2025-10-12 — «الأحد الماضي»
    أين      دمشق (سوريا)
    حول      التعاون
    بحسب     مصادر (مسؤول لم يُسمّ، تركيا) عبر وكالة سانا
    صلة      تمهيد للحدث 2

  2 توقيع · مقرر · 50%
    النوع    دعم
    متى      غير معلوم
    الاتفاق  اتفاق — اتفاقية تعاون
    الموقعون تركيا، سوريا
    أهدافه   · دعم الأمن
    بنوده    · تبادل الخبرات
"""


@pytest.mark.parametrize(("language", "expected"), [("en", ENGLISH), ("ar", ARABIC)])
def test_cards_in_a_pipe(record: Record, language: str, expected: str) -> None:
    assert shown(list(record_rows(record, "report.txt", Messages(language)))) == expected


def test_cards_on_a_terminal_isolate_the_words_of_the_report(record: Record) -> None:
    output = shown(list(record_rows(record, "report.txt", Messages("en"))), Screen(), color=False)
    assert "foreign minister, Turkey — \u2068هاكان فيدان\u2069" in output
    assert output.count("\u2068") == output.count("\u2069")
    assert re.sub("[\u2068\u2069]", "", output) == ENGLISH


def test_long_words_are_wrapped_under_their_column_on_a_terminal(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    output = shown(list(record_rows(record, "report.txt", Messages("en"))), Screen(), color=False)
    assert "    says     unnamed official, Turkey —\n             \u2068مصادر" in output


def test_colors_only_where_asked_or_on_a_terminal(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(record_rows(record, "report.txt", Messages("en")))
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in shown(rows, Screen())
    assert "\x1b[" in shown(rows, color=True)
    assert "\x1b[" not in shown(rows)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown(rows, Screen())


def test_a_record_without_events_says_so() -> None:
    rows = list(record_rows(Record(document=Document(id="d", text="نص", language="ar")), "a.txt", Messages("en")))
    assert shown(rows) == "a.txt · no publication date\nno events\n"


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(start="2025-10-17", end="2025-10-17", granularity="day"), "2025-10-17"),
        (Interval(start="2025-09-01", end="2025-09-30", granularity="month"), "2025-09"),
        (Interval(start="2025-01-01", end="2025-12-31", granularity="year"), "2025"),
        (Interval(start="2025-10-06", end="2025-10-12", granularity="week"), "2025-10-06 to 2025-10-12"),
        (Interval(start="2025-10-06", end=None, granularity="day"), "2025-10-06 to …"),
        (Interval(start="2025-10-17", end="2025-10-17", granularity="day", approx=True), "about 2025-10-17"),
    ],
)
def test_days_are_shown_as_precisely_as_the_words_are(interval: Interval, text: str) -> None:
    assert interval_text(interval, Messages("en")) == text


@pytest.mark.parametrize(
    ("code", "english", "arabic"),
    [
        ("foreign-minister", "foreign minister", "وزير الخارجية"),
        ("deputy-foreign-minister", "deputy foreign minister", "نائب وزير الخارجية"),
        ("former-head-of-state", "former head of state", "رئيس الدولة السابق"),
        ("water-minister", "water minister", "وزير المياه"),
        ("deputy-health-minister", "deputy health minister", "نائب وزير الصحة"),
        ("former-king", "former king", "الملك السابق"),
        ("space-minister", "space minister", "وزير (space)"),
    ],
)
def test_offices_as_people_say_them(code: str, english: str, arabic: str) -> None:
    assert Messages("en").office(code) == english
    assert Messages("ar").office(code) == arabic


TABLE = {"status": "STATUSES"}


@pytest.mark.parametrize("kind", ["act", "type", "mode", "context", "status", "sector", "office", "kind"])
def test_no_code_is_shown_for_an_arabic_word(kind: str) -> None:
    messages = Messages("ar")
    for code in load_ontology().labels[kind]:
        if kind == "mode":
            shown = messages.mode(*code.split("-", 1))
        else:
            shown = (
                messages.office(code) if kind == "office" else messages.word(TABLE.get(kind, f"{kind.upper()}S"), code)
            )
        assert not re.search("[a-z]", shown), f"{kind} {code} is «{shown}»"


def test_modes_as_people_say_them() -> None:
    assert Messages("en").mode("PROTEST", "hunger") == "hunger strike"
    assert Messages("ar").mode("ASSAULT", "drone") == "طائرة مسيرة"
    assert Messages("en").mode("ASSAULT", "very-new") == "very new"


def test_arabic_counts_nothing_without_a_number() -> None:
    assert Messages("ar").counted("conflict", 0) == "لا أحداث نزاع"


def test_a_body_that_says_so_has_its_english_name() -> None:
    source = Source(text="وزارة الدفاع التركية", kind="organisation", country="TUR")
    event = Event(id="e", type="CONSULT", act="talks", status="happened", sources=(source,))
    rows = list(event_rows(Record(document=Document(id="d", text="نص", language="ar")), event, 1, Messages("en")))
    assert "says     Defence ministry, Turkey — وزارة الدفاع التركية" in shown(rows)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadValue, match="choose en or ar"):
        Messages("fr")


def test_explanation_gives_words_rule_and_reason(record: Record) -> None:
    output = shown(list(explanation_rows(record, 1, Messages("en"))))
    assert (
        "type: CONSULT\n    words    0–3 «زار»\n    rule     consult.yaml:visit\n    why      «زار» tells a visit\n"
        in output
    )
    assert "    why      the Sunday before Friday 2025-10-17\n" in output
    assert (
        "actors[0].office: foreign-minister\n    words    4–10 «الوزير»\n    rule     portfolios.tsv:foreign\n"
        in output
    )
    assert "recipients[0]: سوريا · SYR · GOV\n    why      the host\n" in output
    assert output.endswith("مصادر.»\n")


def test_people_with_their_offices(record: Record) -> None:
    output = shown(list(people_rows(record, Messages("en"))))
    assert "person   Turkey, Hakan Fidan — هاكان فيدان" in output
    assert "foreign minister, Turkey, seen 2025-10-17 — هاكان فيدان «الوزير»" in output


def test_a_state_where_something_was_done_is_not_called_by_a_city_of_another() -> None:
    oman = Place(name="عمان", country="OMN", text="مسقط", span=(0, 4), inferred=True)
    jordan = Place(name="عمان", country="JOR", text="عمان", span=(0, 4))
    told = ["".join(piece.text for piece in place_pieces(place, Messages("en"))) for place in (oman, jordan)]
    assert told == ["Oman (inferred) — عمان", "Amman, Jordan — عمان"]
