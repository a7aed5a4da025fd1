"""The form to log in; what it is sent to stands in `server/auth/routes.py`."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from waqai.server.auth.routes import local_path
from waqai.server.pages.frame import language, render

router = APIRouter(include_in_schema=False)


@router.get("/login")
def login(request: Request) -> Response:
    """The form, with what went wrong the last time."""
    after = local_path(request.query_params.get("next", "/"))
    error = request.query_params.get("error", "")
    return render(request, "login", language(request), after=after, error=error if error in ("wrong", "busy") else "")
