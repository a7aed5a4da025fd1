"""`waqai user`: adding, changing, removing; what is refused is one line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from waqai.cli import app
from waqai.errors import BadValue, LibraryError, NotFound
from waqai.server.auth import Accounts
from waqai.store import open_store

PASSWORD = "correct horse battery"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    path = str(tmp_path / "desk.db")
    open_store(path).close()

    def ran(*args: str, typed: str = "") -> Result:
        return CliRunner().invoke(app, ["user", *args, "--library", path], input=typed)

    return ran


def test_a_user_from_first_to_last(run: Run, tmp_path: Path) -> None:
    assert run("list").stdout == ""
    assert run("add", "سلمى", "--role", "reviewer", typed=f"{PASSWORD}\n{PASSWORD}\n").exit_code == 0
    assert run("add", "هند", "--password-stdin", typed=PASSWORD + "\n").exit_code == 0
    assert [line.split("\t")[:2] for line in run("list").stdout.splitlines()] == [
        ["سلمى", "reviewer"],
        ["هند", "reader"],
    ]
    accounts = Accounts(open_store(str(tmp_path / "desk.db")))
    assert accounts.verify("سلمى", PASSWORD)
    key = run("key", "سلمى").stdout
    run("role", "هند", "admin")
    run("password", "سلمى", "--password-stdin", typed="another long password\n")
    assert not accounts.verify("سلمى", PASSWORD)
    assert accounts.verify("سلمى", "another long password")
    assert run("key", "سلمى").stdout != key
    accounts.note("سلمى", "login", client="127.0.0.1")
    (line,) = map(json.loads, run("log").stdout.splitlines())
    assert (line["who"], line["action"], line["client"], line["done"]) == ("سلمى", "login", "127.0.0.1", True)
    run("remove", "سلمى")
    assert [user.name for user in accounts.all()] == ["هند"]


@pytest.mark.parametrize(
    ("args", "typed", "error"),
    [
        (("add", "سلمى", "--password-stdin"), "short\n", BadValue),
        (("add", "a b", "--password-stdin"), PASSWORD + "\n", BadValue),
        (("add", "سلمى", "--role", "owner", "--password-stdin"), PASSWORD + "\n", BadValue),
        (("role", "nobody", "admin"), "", NotFound),
        (("remove", "nobody"), "", NotFound),
        (("key", "nobody"), "", NotFound),
        (("password", "nobody", "--password-stdin"), PASSWORD + "\n", NotFound),
    ],
)
def test_what_is_refused_is_said(run: Run, args: tuple[str, ...], typed: str, error: type[Exception]) -> None:
    assert isinstance(run(*args, typed=typed).exception, error)


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    done = CliRunner().invoke(app, ["user", "list", "--library", str(missing)])
    assert isinstance(done.exception, LibraryError)
    assert not missing.exists()
