"""The library of a request: a view of it at one moment, given back before the answer is sent."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from waqai.store.asking import Asking
from waqai.store.database import Database


def library(request: Request) -> Database:
    """The library that the application shows."""
    store: Database = request.app.state.store
    return store


def open_view(request: Request) -> Iterator[Asking]:
    """A view of the library at one moment."""
    with library(request).view() as view:
        yield view


# Given back when the function returns, not when the answer is sent: a slow reader holds no connection.
LibraryView = Annotated[Asking, Depends(open_view, scope="function")]
