"""The OpenAPI document: shapes from our records, problems everywhere the same."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from waqai.model.accord import AccordReport, LinkedAccord
from waqai.model.counts import Contact, EntityCount, PairCount, PairSummary, PeriodCount, StateCount
from waqai.model.record import Record
from waqai.server import shapes
from waqai.server.api.answers import JSON
from waqai.server.problems import PROBLEM

SHAPES = (
    *(AccordReport, LinkedAccord, Contact, EntityCount, PairCount, PairSummary, PeriodCount, StateCount, Record),
    *(shapes.Documents, shapes.DocumentWithEvents, shapes.Events, shapes.EventWithEvidence, shapes.Conflicting),
    *(shapes.Correcting, shapes.Undoing, shapes.Written, shapes.Reading, shapes.Problem, shapes.Offices),
    *(shapes.Person, shapes.Entities, shapes.States, shapes.Pairs, shapes.Contacts, shapes.Agreements),
    *(shapes.AgreementWithReports, shapes.Periods, shapes.Ledger, shapes.Stats),
)
WRONG = {
    401: "log in, or give a key",
    404: "it is not there",
    422: "a value cannot be",
    429: "too many requests",
    503: "too busy, or the library is being written to: try again",
}


def ref(shape: type) -> dict[str, Any]:
    """A reference to the schema of a shape."""
    return {"$ref": f"#/components/schemas/{shape.__name__}"}


def answers(shape: type, status: int = 200, *, changed: bool = True, **more: type) -> dict[int | str, dict[str, Any]]:
    """What a route answers.

    Args:
        shape: the shape of what is asked for.
        status: the status it comes with.
        changed: the route answers 304 where the asker has it already.
        more: problems with a shape of their own (`_409=Conflicting`).
    """
    out: dict[int | str, dict[str, Any]] = {
        code: {"description": text, "content": {PROBLEM: {"schema": ref(shapes.Problem)}}}
        for code, text in WRONG.items()
    }
    out[status] = {"description": "what was asked for", "content": {JSON: {"schema": ref(shape)}}}
    if changed:
        out[304] = {"description": "unchanged since the ETag that was given"}
    for code, kind in more.items():
        out[int(code.strip("_"))] = {"description": kind.__doc__ or "", "content": {PROBLEM: {"schema": ref(kind)}}}
    return out


def takes(shape: type) -> dict[str, Any]:
    """The body that a route takes, for `openapi_extra`."""
    return {"requestBody": {"required": True, "content": {JSON: {"schema": ref(shape)}}}}


def describe(app: FastAPI) -> None:
    """Have the application describe itself with our shapes."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(
                title=app.title, version=app.version, summary=app.summary, routes=app.routes, openapi_version="3.1.0"
            )
            components = made.setdefault("components", {})
            components["schemas"] = shapes.components(*SHAPES)
            components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
            made["security"] = [{}, {"key": []}]
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI documents
