"""Pages in Chromium: every page in both languages, by keyboard, on a phone, without script, without the network."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select
from tests.browser.conftest import PASSWORD, SHOTS
from tests.demo import find

from waqai.store import tables as t
from waqai.store.database import Database

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
# The 200 states of a list to choose from are alike, and half of the time.
LOOKED_AT = "{include: document, exclude: [['option']]}"
RULES = (
    "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], iframes: false}"
)
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
VARIANTS = {
    "ar-desk-light": ("ar", 1280, "light"),
    "en-desk-dark": ("en", 1280, "dark"),
    "ar-phone-light": ("ar", 390, "light"),
    "en-phone-dark": ("en", 390, "dark"),
}
CHECKED = ("ar-desk-light", "en-phone-dark")
"""Variants that axe looks at: both languages, both schemes, both widths."""


def pages(demo: Database) -> dict[str, str]:
    with demo.view() as view:
        organisation = view.connection.execute(select(t.entities.c.id).where(t.entities.c.kind == "org")).scalar()
        [pact] = view.agreements(("EGY", "SAU"))
    [meeting] = [e for e in find(demo, "JOR", "SYR") if e.reports == 3]
    [contested] = find(demo, contested=True)
    return {
        "today": "/today?day=2025-10-05",
        "timeline": "/timeline",
        "event": f"/event/{contested.id}",
        "event-copies": f"/event/{meeting.id}",
        "report": "/report/2",
        "pair": "/pair/TUR/SYR",
        "state": "/state/EGY",
        "person": f"/person/{next(p.entity for p in meeting.parties if p.kind == 'person')}",
        "organisation": f"/organisation/{organisation}",
        "agreement": f"/agreement/{pact.id}",
        "network": "/network",
        "map": "/map",
        "search": "/search?q=الصفدي",
        "read": "/read",
        "queue": "/review",
        "review": f"/review/{meeting.id}",
        "about": "/about",
        "login": "/login",
        "error": "/event/none",
    }


def listen(page: Page) -> list[str]:
    """What the page complains of while it is open."""
    said: list[str] = []

    def hear(message: Any) -> None:
        # A busy machine may not have a font ready in time for the first paint: the page then keeps its fallback.
        if message.type in ("error", "warning") and "preloaded using link preload" not in message.text:
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def opened(browser: Browser, site: str, lang: str, width: int, scheme: Any, **more: Any) -> BrowserContext:
    context = browser.new_context(
        locale=lang, viewport={"width": width, "height": 844}, color_scheme=scheme, has_touch=width < 500, **more
    )
    context.set_default_timeout(30_000)
    context.add_cookies([{"name": "lang", "value": lang, "url": site}])
    return context


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run({LOOKED_AT}, {RULES})")
    return [
        f"{v['id']}: {node['target']} {node['html'][:160]} {[c['message'] for c in node['any']][:1]}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_page(browser: Browser, site: str, demo: Database, variant: str) -> None:
    lang, width, scheme = VARIANTS[variant]
    context = opened(browser, site, lang, width, scheme)
    context.add_init_script(WATCH)
    page = context.new_page()
    said, wrong = listen(page), []
    (SHOTS / variant).mkdir(parents=True, exist_ok=True)
    for name, path in pages(demo).items():
        page.goto(site + path)
        page.screenshot(path=SHOTS / variant / f"{name}.png", full_page=True)
        assert page.evaluate("document.documentElement.lang") == lang
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{name}: wider than the screen")
        if (shift := page.evaluate("window.shift")) > 0.01:
            wrong.append(f"{name}: the layout shifts by {shift}")
        if variant in CHECKED:
            wrong += [f"{name}: {fault}" for fault in faults(page)]
    context.close()
    wrong += [line for line in said if "404 (Not Found)" not in line]
    assert not wrong, "\n".join(wrong)


def test_first_load_is_light_and_comes_from_here(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    script: list[int] = []
    elsewhere: list[str] = []

    def weigh(response: Any) -> None:
        if not response.url.startswith(site):
            elsewhere.append(response.url)
        if response.request.resource_type == "script":
            script.append(len(response.body()))

    page.on("response", weigh)
    for path in ("/today", "/network", "/map", "/timeline", "/review"):
        page.goto(site + path, wait_until="networkidle")
    assert not elsewhere
    assert 0 < max(script) <= sum(script[:2]) < 300_000
    fonts = page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)")
    assert "Plex" in fonts


def test_reading_works_without_script(browser: Browser, site: str, demo: Database) -> None:
    context = opened(browser, site, "ar", 1280, "light", java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/timeline")
    page.get_by_label("مع دولة").select_option("SYR")
    page.get_by_role("button", name="رشّح").click()
    assert "state=SYR" in page.url
    page.get_by_role("link", name="لقاء: أيمن الصفدي، أسعد الشيباني").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("لقاء")
    page.goto(site + "/report/2")
    page.locator(".w.l-time").first.click()
    page.wait_for_url("**/report/2#note-*")
    page.get_by_role("checkbox", name="الزمن").uncheck()
    page.goto(site + "/network")
    expect(page.locator("svg .knot").first).to_be_visible()
    context.close()


def test_layers_show_the_value_its_rule_and_its_event(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    said = listen(page)
    page.goto(site + "/report/2?lang=en")
    word = page.locator(".w.l-time").first
    card = page.locator(".card")
    word.hover()
    expect(card).to_contain_text("5 October 2025")
    expect(card).to_contain_text("time:")
    expect(card.get_by_role("link", name="Event 1")).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.locator(".w.l-people").first.focus()
    expect(card).to_be_visible()
    lit = "getComputedStyle(document.querySelector('.w.l-time')).backgroundColor"
    before = page.evaluate(lit)
    page.get_by_role("checkbox", name="Time").uncheck()
    assert page.evaluate(lit) != before
    page.mouse.move(0, 0)
    word.hover()
    expect(card).to_be_hidden()
    page.get_by_role("listitem").filter(has_text="Visit").first.hover()
    expect(page.locator(".text .told-on").first).to_be_visible()
    assert not said


def test_a_tap_shows_the_card_and_the_next_one_leads_on(browser: Browser, site: str) -> None:
    context = opened(browser, site, "ar", 390, "light", is_mobile=True)
    page = context.new_page()
    page.goto(site + "/report/2")
    word = page.locator(".w.l-time").first
    word.tap()
    expect(page.locator(".card")).to_contain_text("5 أكتوبر 2025")
    box = page.locator(".card").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert "#note-" not in page.url
    word.tap()
    page.wait_for_url("**/report/2#note-*")
    context.close()


def test_charts_can_be_read_on_a_phone(browser: Browser, site: str) -> None:
    context = opened(browser, site, "ar", 390, "light", is_mobile=True)
    page = context.new_page()
    for path, letters in (
        ("/timeline", ".tick"),
        ("/pair/JOR/SYR", ".tick"),
        ("/network", ".knot text"),
        ("/map", ".spot text"),
    ):
        page.goto(site + path)
        seen = page.locator(f"figure.chart svg:visible {letters}")
        assert seen.count() > 2
        heights = seen.evaluate_all("found => found.map((one) => one.getBoundingClientRect().height)")
        assert min(heights) >= 12, path
    context.close()


def test_dragging_over_the_bars_chooses_a_time_that_stands_in_the_address(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.goto(site + "/timeline?type=CONSULT&lang=ar")
    page.locator("svg[data-brush]").scroll_into_view_if_needed()
    first = page.locator('.bin[data-since="2025-10-05"]').bounding_box()
    last = page.locator('.bin[data-since="2025-10-09"]').bounding_box()
    assert first is not None
    assert last is not None
    assert first["x"] > last["x"], "in Arabic time runs from right to left"
    page.mouse.move(first["x"] + 2, first["y"] + 40)
    page.mouse.down()
    page.mouse.move(last["x"] + 2, last["y"] + 40, steps=4)
    with page.expect_navigation():
        page.mouse.up()
    assert "since=2025-10-05" in page.url
    assert "until=2025-10-09" in page.url
    assert "type=CONSULT" in page.url
    assert "act=" not in page.url
    days = page.locator(".days time").all_inner_texts()
    assert days
    page.reload()
    assert page.locator(".days time").all_inner_texts() == days


def test_deep_links_lead_both_ways(context: BrowserContext, site: str, demo: Database) -> None:
    page = context.new_page()
    page.goto(site + pages(demo)["event-copies"] + "?lang=en")
    page.locator(".account h3 a").first.click()
    assert page.url.endswith("/report/2")
    page.locator(".told a").first.click()
    assert "/event/" in page.url
    page.get_by_role("link", name="العربية").click()
    assert page.evaluate("document.dir") == "rtl"
    page.get_by_role("link", name="الأردن وسوريا").click()
    assert page.url.endswith("/pair/JOR/SYR")
    page.go_back()
    assert "/event/" in page.url


def test_a_dropped_file_is_read(context: BrowserContext, site: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "التقى وزير الخارجية السوري أسعد الشيباني نظيره الأردني أيمن الصفدي في دمشق اليوم الأحد.", "utf-8"
    )
    page = context.new_page()
    page.goto(site + "/read?lang=ar")
    page.get_by_label("تاريخ النشر").fill("2025-10-05")
    page.get_by_label("أو ملف").set_input_files(report)
    page.get_by_role("button", name="اقرأ", exact=True).click(timeout=90_000)
    expect(page.locator(".told")).to_contain_text("لقاء: أسعد الشيباني")
    expect(page.locator(".told")).to_contain_text("5 أكتوبر 2025")


def log_in(browser: Browser, desk: str, name: str) -> Page:
    page = opened(browser, desk, "en", 1280, "light").new_page()
    page.goto(desk + "/login?next=/review")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
    return page


def test_review_by_keyboard(browser: Browser, desk: str) -> None:
    page = log_in(browser, desk, "reem")
    said = listen(page)
    waiting = page.locator(".queue li").count()
    page.locator(".queue a").first.focus()
    press(page, "Enter")
    expect(page.locator(".badge.contested").first).to_be_visible()
    page.keyboard.press("w")
    page.keyboard.type("both sources read")
    page.keyboard.press("Escape")
    press(page, "u")
    expect(page.get_by_role("status")).to_contain_text("Noted as unsure.")
    press(page, "z")
    expect(page.get_by_role("status")).to_contain_text("Undone.")
    expect(page.locator(".history")).to_contain_text("both sources read")
    press(page, "j")
    press(page, "a")
    expect(page.get_by_role("status")).to_contain_text("Accepted.")
    page.keyboard.press("e")
    expect(page.get_by_role("combobox", name="Act", exact=True)).to_be_focused()
    page.keyboard.type("Talks")
    page.get_by_label("Office").first.fill("Defence minister")
    assert not faults(page)
    page.get_by_role("button", name="Save").focus()
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Talks")
    expect(page.locator(".history")).to_contain_text("(Defence minister, ")
    page.get_by_text("Letter keys work").click()
    before = page.url
    page.keyboard.press("r")
    page.wait_for_timeout(200)
    assert page.url == before, "letter keys are switched off"
    page.goto(desk + "/review")
    assert page.locator(".queue li").count() == waiting - 1
    assert not faults(page)
    assert not said
    page.context.close()


def press(page: Page, key: str) -> None:
    """Press a key and wait for the page it leads to; an answer that redirects aborts the navigation it began as."""
    page.evaluate("document.documentElement.dataset.left = ''")
    page.keyboard.press(key)
    page.wait_for_selector("html:not([data-left])", state="attached")
    page.wait_for_load_state("load")


def test_two_reviewers_in_conflict(browser: Browser, desk: str, demo: Database) -> None:
    address = desk + pages(demo)["review"]
    reem, omar = log_in(browser, desk, "reem"), log_in(browser, desk, "omar")
    for page in (reem, omar):
        page.goto(address)
    reem.get_by_label("Why").first.fill("the visit, not a meeting")
    reem.keyboard.press("Escape")
    press(reem, "r")
    press(omar, "a")
    expect(omar.get_by_role("heading", level=1)).to_have_text("This event changed before you decided")
    expect(omar.locator("main")).to_contain_text("the visit, not a meeting")
    expect(omar.locator("main")).to_contain_text("reem")
    assert not faults(omar)
    (SHOTS / "flow").mkdir(parents=True, exist_ok=True)
    omar.screenshot(path=SHOTS / "flow" / "conflict.png", full_page=True)
    omar.get_by_role("link", name="Look at it again").click()
    expect(omar.locator(".badge.r-rejected").first).to_be_visible()
    omar.screenshot(path=SHOTS / "flow" / "review.png", full_page=True)
    for page in (reem, omar):
        page.context.close()
