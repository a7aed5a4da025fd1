"""What every page shares: one function makes its content, shown as HTML, as JSON and, where it has tables, as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct

from waqai import __version__
from waqai.errors import BadValue, NotFound
from waqai.reasons import arabic_reason
from waqai.server.auth import csrf_token, current_user
from waqai.server.library import library
from waqai.server.pages import charts
from waqai.server.pages.words import LANGUAGES, Words, words
from waqai.server.settings import Settings
from waqai.store.asking import Asking
from waqai.store.paging import stamp

YEAR = 365 * 24 * 3600
KEPT = 200
"""So many contents of pages are kept, the latest."""
PASSING = ("table", "done", "n", "of")
"""Names in an address that say what was just done, not what is shown."""
Value = str | int | float | None


class Table(Struct, frozen=True):
    """What a chart shows, as rows; its page offers it for download.

    Attributes:
        key: its name in the page.
        columns: keys of the columns' names in the messages, under "column.".
    """

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class Ask(Struct, frozen=True):
    """What a page is asked for.

    Attributes:
        path: values in the address.
        query: what follows the question mark, each name with its values.
    """

    lang: str
    path: dict[str, str]
    query: dict[str, list[str]]

    def one(self, name: str) -> str | None:
        """The first value of a name that is not empty."""
        return next((value.strip() for value in self.query.get(name, ()) if value.strip()), None)

    def many(self, name: str) -> tuple[str, ...]:
        """Every value of a name that is not empty, each once."""
        return tuple(dict.fromkeys(value.strip() for value in self.query.get(name, ()) if value.strip()))

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number between 0 and `most`."""
        said = self.one(name)
        if said is None:
            return default
        if not (said.isascii() and said.isdigit()) or len(said) > 9:
            raise BadValue(f"{name}={said}: not a whole number")
        return min(int(said), most)


Build = Callable[[Asking, Ask], Struct]


def page(router: APIRouter, path: str, template: str, build: Build) -> None:
    """Offer a page as HTML at `path`, as JSON at `path`.json and its tables at `path`.csv?table=KEY."""

    def as_json(request: Request) -> Response:
        ask, found = _build(request, build)
        return _json(request, template, ask, found)

    def as_csv(request: Request) -> Response:
        ask, found = _build(request, build)
        return _csv(ask, found)

    def as_html(request: Request) -> Response:
        ask, found = _build(request, build)
        return render(request, template, ask.lang, m=found)

    for suffix, answer in ((".json", as_json), (".csv", as_csv), ("", as_html)):
        router.add_api_route(
            path + suffix, answer, methods=["GET", "HEAD"], include_in_schema=False, name=template + suffix
        )


def _build(request: Request, build: Build) -> tuple[Ask, Struct]:
    """The content of a page; what was built of the same library is not built again."""
    ask = ask_of(request)
    kept: dict[bytes, Struct] = request.app.state.built
    with library(request).view() as view:
        key = msgspec.json.encode([stamp(view), build.__module__, build.__name__, ask.path, ask.query])
        found = kept.get(key)
        if found is None:
            found = kept[key] = build(view, ask)
    while len(kept) > KEPT:
        kept.pop(next(iter(kept)), None)
    return ask, found


def error_page(request: Request, status: int, detail: str) -> Response:
    """An error in words; whoever has to log in first is led there and back."""
    if status == 401 and request.method == "GET":
        back = here(request) + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"{root(request)}/login?{urlencode({'next': back})}", 303)
    return render(request, "error", language(request), status=status, error=detail)


def ask_of(request: Request) -> Ask:
    """What the address asks for."""
    query: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        query.setdefault(name, []).append(value[:2000])
    return Ask(language(request), {k: str(v) for k, v in request.path_params.items()}, query)


def language(request: Request) -> str:
    """The language asked for in the address, else chosen before, else the browser's."""
    for said in (request.query_params.get("lang"), request.cookies.get("lang")):
        if said in LANGUAGES:
            return str(said)
    wanted = request.headers.get("accept-language", "ar").lower()
    return "en" if wanted.startswith("en") or "ar" not in wanted else "ar"


def root(request: Request) -> str:
    """The path under which a proxy shows the application; "" without one."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def here(request: Request) -> str:
    """The path of a page within the application."""
    return request.url.path.removeprefix(root(request)) or "/"


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates; values are escaped, and a name that is not there is an error."""
    found = Environment(
        loader=PackageLoader("waqai.server"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    found.globals["charts"] = charts
    found.globals["version"] = __version__
    found.globals["arabic_reason"] = arabic_reason
    return found


def render(request: Request, template: str, lang: str, status: int = 200, **values: Any) -> Response:
    """A page in a language; a language asked for in the address is kept for the next ones."""
    path = here(request)
    text = (
        templates()
        .get_template(f"{template}.html")
        .render(
            page=template,
            w=words(lang),
            base=root(request),
            path=path,
            query=_query(request),
            link=permalink(request, values.get("m")),
            title=titled(template, values.get("m"), words(lang)),
            user=current_user(request),
            csrf=lambda: csrf_token(request),
            status=status,
            other=next(other for other in LANGUAGES if other != lang),
            switch=f"{root(request)}{path}?{urlencode([*_query(request), ('lang', 'en' if lang == 'ar' else 'ar')])}",
            data=f"{root(request)}{path}.json{'?' + urlencode(_query(request)) if _query(request) else ''}",
            **values,
        )
    )
    answer = HTMLResponse(text, status)
    answer.headers["Content-Language"] = lang
    answer.headers["Vary"] = "Accept-Language, Cookie"
    if request.query_params.get("lang") in LANGUAGES:
        answer.set_cookie("lang", lang, max_age=YEAR, samesite="lax", path=root(request) or "/")
    return answer


def _query(request: Request) -> list[tuple[str, str]]:
    return [(name, value) for name, value in request.query_params.multi_items() if name != "lang" and value]


def permalink(request: Request, shown: object = None) -> str:
    """The address of a page, whatever the language; what the page chose by itself (`pinned`) is said in it."""
    said = [(name, value) for name, value in _query(request) if name not in PASSING]
    pinned: dict[str, str] = getattr(shown, "pinned", {})
    rest = urlencode([*said, *((name, value) for name, value in pinned.items() if name not in dict(said))])
    path = here(request).removesuffix(".json").removesuffix(".csv")
    settings: Settings = request.app.state.settings
    origin = settings.origin or f"{request.url.scheme}://{request.url.netloc}"
    return f"{origin}{root(request)}{path}{'?' + rest if rest else ''}"


def titled(template: str, shown: object, w: Words) -> str:
    """What a page is called: as its content says (`heading`), else by its kind."""
    said: Callable[[Words], str] | None = getattr(shown, "heading", None)
    return said(w) if said else w.t(f"page.{template}")


def cite(lang: str, title: str, link: str) -> str:
    """The line by which a page is cited."""
    return words(lang).t("cite", title=title, version=__version__, link=link)


def _json(request: Request, template: str, ask: Ask, found: Struct) -> Response:
    link = permalink(request, found)
    title = titled(template, found, words(ask.lang))
    body = {"page": template, "permalink": link, "citation": cite(ask.lang, title, link), "content": found}
    return Response(msgspec.json.encode(body), media_type="application/json")


def _csv(ask: Ask, found: Struct) -> Response:
    tables = [value for value in (getattr(found, f) for f in found.__struct_fields__) if isinstance(value, Table)]
    wanted = ask.one("table") or (tables[0].key if tables else "")
    table = next((one for one in tables if one.key == wanted), None)
    if table is None:
        raise NotFound(f"table «{wanted}» is not on this page: it has {', '.join(one.key for one in tables) or 'none'}")
    return csv_response(table.key, table.columns, table.rows)


def csv_response(name: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Response:
    """A table as a file, in UTF-8 with the mark that spreadsheets need to see it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    head = {"Content-Disposition": f'attachment; filename="waqai-{name}.csv"'}
    return Response("\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8", headers=head)


def _cell(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
