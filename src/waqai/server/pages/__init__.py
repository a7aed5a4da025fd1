"""The pages: each is one function from a view of the library to what it shows, as HTML and as JSON."""

from importlib.resources import files

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from waqai.server.pages import login, read, review
from waqai.server.pages.about import about_page
from waqai.server.pages.agreement import agreement_page
from waqai.server.pages.event import event_page
from waqai.server.pages.frame import error_page, page, root
from waqai.server.pages.overview import map_page, network_page
from waqai.server.pages.pair import pair_page
from waqai.server.pages.people import organisation_page, person_page, state_page
from waqai.server.pages.report import report_page
from waqai.server.pages.search import search_page
from waqai.server.pages.timeline import timeline
from waqai.server.pages.today import today

router = APIRouter(include_in_schema=False)
page(router, "/today", "today", today)
page(router, "/timeline", "timeline", timeline)
page(router, "/event/{id}", "event", event_page)
page(router, "/report/{id}", "report", report_page)
page(router, "/pair/{a}/{b}", "pair", pair_page)
page(router, "/state/{code}", "state", state_page)
page(router, "/person/{id}", "person", person_page)
page(router, "/organisation/{id}", "organisation", organisation_page)
page(router, "/agreement/{id}", "agreement", agreement_page)
page(router, "/network", "network", network_page)
page(router, "/map", "map", map_page)
page(router, "/search", "search", search_page)
page(router, "/about", "about", about_page)
router.include_router(read.router)
router.include_router(review.router)


@router.get("/", include_in_schema=False)
def first(request: Request) -> Response:
    """What is opened in the morning."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{root(request)}/today{query}", 307)


def install(app: FastAPI) -> None:
    """What stands beside the router: static files and the login form, open to everybody, and errors as a page."""
    app.include_router(login.router)
    app.mount("/static", StaticFiles(directory=str(files("waqai.server") / "static")), "static")
    app.state.error_page = error_page
    app.state.built = {}
