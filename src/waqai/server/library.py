"""The library of a request."""

from fastapi import Request

from waqai.store.database import Database


def library(request: Request) -> Database:
    """The library that the application shows; open a view of it in the thread that uses it, and only there."""
    store: Database = request.app.state.store
    return store
