"""Words, filters, geometry: what pages are made of."""

import re
from pathlib import Path

import pytest
from tests.demo import EXAMPLES

from waqai.errors import BadValue
from waqai.pipeline.acquire import acquire
from waqai.reader import shared_reader
from waqai.reasons import arabic_reason, reasons
from waqai.server.pages.charts import NARROW, RIGHT, WIDE, ends, periods, time_bars, unit_of, world_map
from waqai.server.pages.filters import chosen
from waqai.server.pages.filters import day as read_day
from waqai.server.pages.frame import Ask, _cell
from waqai.server.pages.graph import place
from waqai.server.pages.words import messages, words
from waqai.server.pages.world import HEIGHT, project
from waqai.server.pages.world import WIDTH as MAP_WIDTH

SERVER = Path(__file__).parents[2] / "src" / "waqai" / "server"
CODE = "\n".join(p.read_text("utf-8") for p in [*SERVER.glob("templates/*.html"), *SERVER.glob("pages/*.py")])
ARABIC = re.compile(r"[\u0600-\u06ff]")


def test_messages_have_the_same_keys_and_the_same_places() -> None:
    arabic, english = messages("ar"), messages("en")
    assert list(arabic) == list(english)
    for key, text in arabic.items():
        assert set(re.findall(r"{\w+}", text)) - {"{n}"} == set(re.findall(r"{\w+}", english[key])) - {"{n}"}, key


def test_every_message_is_in_its_language() -> None:
    same = {"read.hint", "date.span", "pager.here", "percent", "comma"}
    for key, text in messages("ar").items():
        assert ARABIC.search(text) or key in same, key
    for key, text in messages("en").items():
        assert not ARABIC.search(text) or key in same, key


@pytest.mark.parametrize(
    ("kind", "name", "country", "english"),
    [
        ("place", "دمشق", "SYR", "Damascus"),
        ("place", "عمان", "JOR", "Amman"),
        ("place", "جنوب لبنان", "LBN", "South Lebanon"),
        ("place", "تركيا", "TUR", "Turkey"),
        ("place", "قصر الشعب", "SYR", "قصر الشعب"),
        ("body", "وزارة الخارجية الأردنية", "JOR", "Foreign ministry (Jordan)"),
        ("body", "وزارة الخارجية والمغتربين", "SYR", "Foreign ministry (Syria)"),
        ("body", "وزارة الدفاع", None, "Defence ministry"),
        ("body", "وزارة الخارجية في حكومة لم تعد", "LBY", "وزارة الخارجية في حكومة لم تعد"),
        ("body", "مجلس الأمن", None, "United Nations Security Council"),
        ("body", "سانا", None, "Syrian Arab News Agency"),
        ("body", "هيئة لا يعرفها أحد", "SYR", "هيئة لا يعرفها أحد"),
        ("body", None, None, ""),
    ],
)
def test_places_and_bodies_have_their_english_names(
    kind: str, name: str | None, country: str | None, english: str
) -> None:
    assert getattr(words("en"), kind)(name, country) == english
    assert getattr(words("ar"), kind)(name, country) == (name or "")


def test_who_signed_is_spelled_in_latin_letters() -> None:
    assert words("en").signatory("مرهف أبو قصرة", {"مرهف أبو قصرة": "Murhaf Abu Qasra"}) == "Murhaf Abu Qasra"
    assert words("en").signatory("هاكان فيدان", {}) == "Hakan Fidan"
    assert words("ar").signatory("هاكان فيدان", {}) == "هاكان فيدان"


@pytest.mark.parametrize(
    ("said", "arabic"),
    [
        ("named in the event's clause", "مسمّى في جملة الحدث"),
        ("read as planned from the clause", "تدل الجملة على أنه: مقرر"),
        ("foreign-minister, said of هاكان فيدان", "وزير الخارجية، قيل عن هاكان فيدان"),
        ("«الوزيران» are the parties of the event told before", "«الوزيران» هم أطراف الحدث المروي من قبل"),
        ("طهران is in Iran", "طهران تقع في إيران"),
        ("the day of publication on Wednesday 2025-10-15", "يوم النشر، الأربعاء 15 أكتوبر 2025"),
        ("last Sunday before publication on Friday 2025-10-17", "الأحد الأخير قبل النشر في الجمعة 17 أكتوبر 2025"),
        ("the last week, seen from Monday 2025-10-20", "الأسبوع الماضي، نسبةً إلى الاثنين 20 أكتوبر 2025"),
        ("mid of: the year is stated; open, from then on", "منتصفه: السنة مذكورة؛ ومن ذلك فصاعداً"),
        ("a reason of a later reader", None),
        ("طهران is in Narnia", None),
    ],
)
def test_reasons_are_said_in_arabic(said: str, arabic: str | None) -> None:
    assert arabic_reason(said) == arabic


def test_forms_of_reasons_have_the_same_places_and_none_hides_another() -> None:
    for english, arabic in reasons()["forms"].items():
        assert set(re.findall(r"{(\w+)}", arabic)) <= set(re.findall(r"{(\w+)}", english)), english
        assert ARABIC.search(arabic)
        if "{" not in english:
            assert arabic_reason(english) == arabic


def test_the_reasons_of_the_examples_are_known() -> None:
    found = set()
    for item in acquire([str(EXAMPLES)]):
        assert item.document is not None
        found |= {t.because for e in shared_reader().read(item.document).events for t in e.trace if t.because}
    unknown = sorted(reason for reason in found if arabic_reason(reason) is None)
    assert len(unknown) < len(found) / 20, unknown


def test_every_message_is_used() -> None:
    whole = set(re.findall(r'"([a-z_]+(?:\.[\w-]+)*)"', CODE))
    begun = tuple(re.findall(r'"([a-z_.]+\.)" ~', CODE) + re.findall(r'f"([a-z_.]+\.)\{', CODE))
    counted = set(re.findall(r'count\("([^"]+)"', CODE))
    for key in messages("en"):
        used = key in whole or key.startswith(begun) or key.rpartition(".")[0] in counted
        assert used, f"{key}: no page says it"


@pytest.mark.parametrize(
    ("n", "arabic"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثاً"),
        (99, "99 حدثاً"),
        (100, "100 حدثاً"),
        (103, "103 أحداث"),
        (1000, "1,000 حدثاً"),
    ],
)
def test_arabic_counts_have_their_form(n: int, arabic: str) -> None:
    assert words("ar").count("events", n) == arabic


def test_english_counts() -> None:
    assert [words("en").count("events", n) for n in (0, 1, 2, 11)] == ["no events", "1 event", "2 events", "11 events"]


@pytest.mark.parametrize(
    ("start", "end", "granularity", "english", "arabic"),
    [
        ("2025-10-17", "2025-10-17", "day", "17 October 2025", "17 أكتوبر 2025"),
        ("2025-10-17T14:30", "2025-10-17T14:30", "time", "17 October 2025", "17 أكتوبر 2025"),
        ("2025-08-01", "2025-08-31", "month", "August 2025", "أغسطس 2025"),
        ("2024-01-01", "2024-12-31", "year", "2024", "2024"),
        ("2025-10-11", "2025-10-12", "day", "11 – 12 October 2025", "11 – 12 أكتوبر 2025"),
        ("2025-09-28", "2025-10-04", "week", "28 September – 4 October 2025", "28 سبتمبر – 4 أكتوبر 2025"),
        (None, None, None, "no date", "بلا تاريخ"),
    ],
)
def test_times_are_as_precise_as_the_words(
    start: str | None, end: str | None, granularity: str | None, english: str, arabic: str
) -> None:
    assert words("en").when(start, end, granularity) == english
    assert words("ar").when(start, end, granularity) == arabic


def test_offices_with_what_stands_before_them() -> None:
    assert words("en").office("former-deputy-foreign-minister").lower() == "former deputy foreign minister"
    assert words("ar").office("deputy-foreign-minister") == "نائب وزير الخارجية"


def ask(**query: list[str]) -> Ask:
    return Ask("en", {}, query)


def test_a_month_or_a_year_is_a_whole_one() -> None:
    assert read_day("since", "2024-02") == "2024-02-01"
    assert read_day("until", "2024-02", last=True) == "2024-02-29"
    assert read_day("until", "2024", last=True) == "2024-12-31"
    for wrong in ("2024-13", "0000", "24-1-1", "2024-02-30", "٢٠٢٤"):
        with pytest.raises(BadValue):
            read_day("since", wrong)


def test_filters_take_either_case_and_drop_what_is_empty() -> None:
    found = chosen(ask(state=["tur", "", "TUR"], type=["consult"], sources=["2"], contested=["1"]))
    assert (found.states, found.types, found.sources, found.contested) == (("TUR",), ("CONSULT",), 2, True)
    assert not chosen(ask(state=[""], since=[""])).any


def test_a_cell_is_no_formula() -> None:
    assert _cell("=1+1") == "'=1+1"
    assert _cell(-3) == -3


def test_periods_are_without_gaps() -> None:
    assert periods("2024-02-28", "2024-03-01", 10) == ["2024-02-28", "2024-02-29", "2024-03-01"]
    assert periods("2023-11", "2024-02", 7) == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert ends("2024-02") == ("2024-02-01", "2024-02-29")
    assert [unit_of("2025-01-01", last) for last in ("2025-02-01", "2026-01-01", "2060-01-01")] == [10, 7, 4]


def test_bars_stand_on_the_line_and_time_runs_with_the_language() -> None:
    rows = [("2025-10-01", "CONSULT", 2), ("2025-10-01", "AID", 1), ("2025-10-03", "ASSAULT", 1)]
    english, arabic = time_bars(rows, words("en")), time_bars(rows, words("ar"))
    assert english is not None
    assert arabic is not None
    for chart in (english, arabic):
        up = [bar for bar in chart.bars if bar.quad <= 2]
        down = [bar for bar in chart.bars if bar.quad > 2]
        assert max(bar.y + bar.height for bar in up) == pytest.approx(chart.zero, abs=0.1)
        assert min(bar.y for bar in down) == pytest.approx(chart.zero, abs=0.1)
        assert all(bar.x >= 0 and bar.x + bar.width <= WIDE.width for bar in chart.bars)
        assert len(chart.bins) == 3
    first, last = english.bins[0], english.bins[-1]
    assert first[0] == RIGHT < last[0]
    assert arabic.bins[0][0] > arabic.bins[-1][0]
    assert (first[2], last[3]) == ("2025-10-01", "2025-10-03")


def test_a_chart_has_a_bound_and_nothing_gives_none() -> None:
    assert time_bars([], words("en")) is None
    chart = time_bars([("1000", "CONSULT", 1), ("2025", "CONSULT", 1)], words("en"))
    assert chart is not None
    assert len(chart.bins) == WIDE.bars


@pytest.mark.parametrize(
    ("days", "bars", "first"),
    [
        (["2025-10-01", "2025-10-20"], 20, "2025-10-01"),
        (["2025-08-01", "2025-10-20"], 3, "2025-08-01"),
        (["2020-01", "2023-12"], 48, "2020-01-01"),
        (["2020-01", "2025-10"], 6, "2020-01-01"),
        (["1900", "2025"], 48, "1978-01-01"),
    ],
)
def test_on_a_phone_periods_stand_together_until_they_fit(days: list[str], bars: int, first: str) -> None:
    rows = [(day, kind, 2.0) for day in days for kind in ("CONSULT", "ASSAULT")]
    chart = time_bars(rows, words("ar"), NARROW)
    assert chart is not None
    assert (len(chart.bins), chart.bins[0][2]) == (bars, first)
    assert all(bar.x >= 0 and bar.x + bar.width <= NARROW.width for bar in chart.bars)
    heights = [sum(bar.height for bar in chart.bars if (bar.quad <= 2) == up) for up in (True, False)]
    assert heights[0] == pytest.approx(heights[1], abs=0.1)
    gaps = [b.at - a.at for a, b in zip(chart.across[1:], chart.across, strict=False)]
    assert all(gap >= 55 for gap in gaps)


def test_map_is_the_projection_of_its_drawing() -> None:
    assert project(0, 0) == (MAP_WIDTH / 2, HEIGHT / 2)
    assert project(-180, 0)[0] == pytest.approx(0, abs=0.01)
    assert project(0, 90)[1] == pytest.approx(0, abs=0.5)
    rows = [("دمشق", "SYR", 33.5, 36.3, 9, 1), ("بيروت", "LBN", 33.9, 35.5, 1, 1), ("سيدني", "AUS", -33.9, 151.2, 1, 1)]
    drawn = world_map(rows, "levant", words("ar"))
    assert {s.shown for s in world_map(rows, "levant", words("en")).spots} == {"Damascus", "Beirut"}
    assert [spot.name for spot in drawn.spots] == ["دمشق", "بيروت"]
    assert drawn.spots[0].r > drawn.spots[1].r
    assert drawn.spots[0].x > drawn.spots[1].x


def test_network_is_placed_the_same_each_time() -> None:
    ties = {("EGY", "SAU"): 5, ("EGY", "TUR"): 1, ("IRN", "OMN"): 2}
    names = ["EGY", "SAU", "TUR", "IRN", "OMN"]
    found = place(names, ties)
    assert found == place(names, ties)
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in found.values())
    apart = {
        pair: sum((a - b) ** 2 for a, b in zip(found[pair[0]], found[pair[1]], strict=True))
        for pair in [*ties, ("SAU", "IRN")]
    }
    assert apart["EGY", "SAU"] < apart["SAU", "IRN"]
    assert place([], {}) == {}
    assert place(["EGY"], {}) == {"EGY": (0.0, 0.0)}
