"""Logging in and out. The page with the form is `GET /login`, one of the pages."""

from typing import Annotated
from urllib.parse import quote

from anyio import to_thread
from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse

from waqai.server.auth.accounts import Accounts
from waqai.server.auth.guard import check_csrf, current_user
from waqai.server.auth.sessions import KEY
from waqai.server.rates import Rates, client_key

router = APIRouter(include_in_schema=False)
Field = Annotated[str, Form(max_length=1_000)]


def local_path(target: str) -> str:
    """`target`, where it is a path of this server; else the first page."""
    fine = target.startswith("/") and not target.startswith(("//", "/\\")) and target.isprintable()
    return target if fine and "\\" not in target else "/"


def client(request: Request) -> str:
    """The address that a request comes from."""
    return request.client.host if request.client else ""


@router.post("/login", dependencies=[Depends(check_csrf)])
async def login(request: Request, name: Field = "", password: Field = "", next: Field = "/") -> RedirectResponse:
    """Begin a session, or lead back to the form."""
    accounts: Accounts = request.app.state.accounts
    root = request.scope.get("root_path", "")
    back = f"{root}/login?next={quote(local_path(next))}&error="
    logins: Rates = request.app.state.logins
    # By address, so that one cannot try many names; by name, so that many cannot try one.
    if logins.wait(f"from {client_key(client(request))}") or logins.wait(f"as {name[:64]}"):
        return RedirectResponse(back + "busy", 303)
    user = await to_thread.run_sync(accounts.verify, name, password)
    await to_thread.run_sync(accounts.note, name, "login", "", client(request), user is not None)
    if user is None:
        return RedirectResponse(back + "wrong", 303)
    request.scope[KEY].begin(user.name, user.stamp)
    return RedirectResponse(root + local_path(next), 303)


@router.post("/logout", dependencies=[Depends(check_csrf)])
def logout(request: Request) -> RedirectResponse:
    """End the session of this browser."""
    user = current_user(request)
    if user:
        request.app.state.accounts.note(user.name, "logout", "", client(request))
    request.scope[KEY].end()
    return RedirectResponse(request.scope.get("root_path", "") + "/", 303)
