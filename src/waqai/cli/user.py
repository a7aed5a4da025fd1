"""`waqai user`: who may log in to the server of a library."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.asked import Library

if TYPE_CHECKING:
    from waqai.server.auth.accounts import Accounts

user = typer.Typer(help="Add, list, change, remove those who may log in to `waqai serve`.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="The user's name.")]
Role = Annotated[str, typer.Argument(help="reader, reviewer or admin; each may do what those before it may.")]
Stdin = Annotated[bool, typer.Option("--password-stdin", help="Take the password from standard input, not asked for.")]


@user.command()
def add(
    name: Name,
    library: Library = None,
    role: Annotated[str, typer.Option(help="reader, reviewer or admin.")] = "reader",
    password_stdin: Stdin = False,
) -> None:
    """Add a user; the password is asked for."""
    _accounts(library).add(name, _password(password_stdin), role)


@user.command("list")
def list_(library: Library = None) -> None:
    """Who may log in, in which role, since when."""
    for found in _accounts(library).all():
        sys.stdout.write(f"{found.name}\t{found.role}\t{found.made}\n")


@user.command()
def remove(name: Name, library: Library = None) -> None:
    """Remove a user; what they decided stays."""
    _accounts(library).remove(name)


@user.command()
def role(name: Name, role: Role, library: Library = None) -> None:
    """Give a user another role; they have to log in again."""
    _accounts(library).set_role(name, role)


@user.command()
def password(name: Name, library: Library = None, password_stdin: Stdin = False) -> None:
    """Give a user another password; they have to log in again, and their keys end."""
    _accounts(library).set_password(name, _password(password_stdin))


@user.command()
def key(name: Name, library: Library = None) -> None:
    """A key for a program that acts as this user (`Authorization: Bearer KEY`); it ends with the password."""
    from waqai.errors import NotFound
    from waqai.server.app import signer_of

    accounts = _accounts(library)
    found = accounts.get(name)
    if found is None:
        raise NotFound(f"user «{name}» is not there: `waqai user list` shows who is")
    sys.stdout.write(signer_of(accounts).key(found.name, found.stamp) + "\n")


@user.command()
def log(
    library: Library = None, limit: Annotated[int, typer.Option(min=1, help="At most so many lines.")] = 100
) -> None:
    """The audit log as JSON Lines, the latest first: logins and decisions, by whom, from where."""
    import msgspec

    for line in _accounts(library).notes(limit):
        sys.stdout.write(msgspec.json.encode(line).decode() + "\n")


def _accounts(library: str | None) -> "Accounts":
    from waqai.server.auth.accounts import Accounts
    from waqai.store import open_store

    return Accounts(open_store(library, must_exist=True))


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
