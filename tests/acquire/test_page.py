"""Saved pages: main text, title, outlet, publication date."""

import pytest

from waqai.errors import UnreadableDocument
from waqai.model import Document
from waqai.pipeline.acquire import Given
from waqai.pipeline.acquire.page import read_page

FIRST = (
    "التقى وزير الخارجية التركي هاكان فيدان نظيره السوري أسعد الشيباني في أنقرة يوم الأحد الماضي، "
    "وبحثا التعاون الأمني بين البلدين."
)
SECOND = (
    "وقالت الوزارة في بيان إن الجانبين اتفقا على مواصلة التنسيق في الملفات ذات الاهتمام المشترك خلال المرحلة المقبلة."
)
ARTICLE = f"<article><h1>فيدان يلتقي الشيباني في أنقرة</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
FOOTER = "<footer><p>جميع الحقوق محفوظة © 2019 وكالة مثال</p></footer>"


def page(head: str = "", body: str = ARTICLE, given: Given | None = None) -> Document:
    nav = "<nav><a href='/'>الرئيسية</a> <a href='/s'>سياسة</a></nav>"
    html = f"<!DOCTYPE html><html lang='ar' dir='rtl'><head>{head}</head><body>{nav}{body}{FOOTER}</body></html>"
    return read_page(html.encode(), given or Given())


def test_page_gives_its_main_text_without_furniture_and_headline() -> None:
    document = page()
    assert document.text == f"{FIRST}\n{SECOND}"
    assert document.title == "فيدان يلتقي الشيباني في أنقرة"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>وكالة مثال</title><meta property='og:title' content='فيدان يلتقي الشيباني'>", "فيدان يلتقي الشيباني"),
        ("<title>فيدان يلتقي الشيباني</title>", "فيدان يلتقي الشيباني"),
        ("<title>وكالة مثال | أخبار</title>", "فيدان يلتقي الشيباني في أنقرة"),
        (
            "<meta property='og:title' content='لقاء أنقرة - وكالة مثال'>"
            "<meta property='og:site_name' content='وكالة مثال'>",
            "لقاء أنقرة",
        ),
        (
            """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "لقاء أنقرة"}</script>""",
            "لقاء أنقرة",
        ),
    ],
)
def test_page_title(head: str, title: str) -> None:
    assert page(head).title == title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta property='og:site_name' content='وكالة مثال'>", "وكالة مثال"),
        (
            """<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],
            "publisher": {"@type": "Organization", "name": "وكالة مثال"}}]}</script>""",
            "وكالة مثال",
        ),
        ("<link rel='canonical' href='https://unknown.example/a/1'>", None),
        ("<script type='application/ld+json'>{broken</script>", None),
    ],
)
def test_page_outlet(head: str, outlet: str | None) -> None:
    assert page(head).outlet == outlet


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2025-10-17T09:30:00+03:00'>",
        "<meta name='date' content='2025-10-17'>",
        "<meta itemprop='datePublished' content='2025-10-17'>",
        """<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-10-17T01:00:00Z"}</script>""",
    ],
)
def test_page_date_in_its_head(head: str) -> None:
    assert page(head).published == "2025-10-17"


@pytest.mark.parametrize(
    "line",
    [
        "<div class='date'>الجمعة 17 تشرين الأول 2025</div>",
        "<span class='post-time'>17 أكتوبر/تشرين الأول 2025 - 10:24</span>",
        "<td>الجمعة، ١٧ أكتوبر ٢٠٢٥</td>",
        "<p>تاريخ النشر: 17/10/2025</p>",
        "<time datetime='2025-10-17T10:00'>قبل يومين</time>",
    ],
)
def test_page_date_in_a_line_of_its_own(line: str) -> None:
    document = page(body=ARTICLE.replace("</h1>", f"</h1>{line}"))
    assert document.published == "2025-10-17"
    assert any("publication date 2025-10-17 found in the page's" in note for note in document.notes)


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE,
        ARTICLE + "<div>© 2025 جميع الحقوق محفوظة</div>",
        ARTICLE + "<div id='sidebar'><span class='date'>12 مايو 2024</span></div>",
        ARTICLE + "<div class='related'><p>3 يناير 2023</p></div>",
        ARTICLE.replace("</h1>", "</h1><p>وقع ذلك عام 2019</p>"),
        ARTICLE.replace("</h1>", "</h1><p class='date'>الأحد</p>"),
    ],
)
def test_page_without_a_date_has_none(body: str) -> None:
    assert page(body=body).published is None


def test_what_the_user_says_wins() -> None:
    head = "<meta property='article:published_time' content='2025-10-17'><meta property='og:site_name' content='أ'>"
    document = page(head, given=Given(published="2025-10-18", outlet="ب"))
    assert (document.published, document.outlet) == ("2025-10-18", "ب")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_page_in_the_encoding_it_declares(encoding: str) -> None:
    html = f"<html><head><meta charset={encoding}></head><body>{ARTICLE}</body></html>"
    assert read_page(html.encode(encoding), Given()).text == f"{FIRST}\n{SECOND}"


def test_page_that_declares_a_wrong_encoding() -> None:
    html = f"<html><head><meta charset='utf-8'></head><body>{ARTICLE}</body></html>"
    assert read_page(html.encode("cp1256"), Given()).text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><script>var a = 1;</script></body></html>",
        "<html><body><img src='a.png'></body></html>",
    ],
)
def test_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(UnreadableDocument, match="a page without text"):
        read_page(html.encode(), Given())
