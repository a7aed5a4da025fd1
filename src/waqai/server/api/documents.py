"""Documents: lists, search, one with its text, its record."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from waqai.errors import NotFound
from waqai.model.library import Kept
from waqai.model.record import Record
from waqai.reader import encode_record
from waqai.server.api.answers import JSON, SHARED, fresh_view, next_link, reply
from waqai.server.api.asked import BIGGEST, WORDS, Chosen, Limit, Number, Since, Trace, Until, Words
from waqai.server.api.contract import answers
from waqai.server.days import day
from waqai.server.shapes import Documents, DocumentWithEvents, summary
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.store.paging import documents_part
from waqai.text.search import query_terms

router = APIRouter(tags=["documents"])


@router.get("/documents", responses=answers(Documents))
def documents(
    request: Request,
    limit: Limit = 50,
    after: Annotated[int | None, Query(ge=0, le=BIGGEST)] = None,
    since: Since = None,
    until: Until = None,
    outlet: Annotated[Words | None, Query()] = None,
) -> Response:
    """Documents, the last that arrived first; `since` and `until` are days of publication."""
    with fresh_view(request) as view:
        first, last = day("since", since), day("until", until, last=True)
        found, ends = documents_part(view, limit, after, since=first, until=last, outlet=outlet)
        items = [summary(kept) for kept in found]
        return reply(request, Documents(items, None if ends is None else str(ends)), headers=next_link(request, ends))


@router.get("/documents/{n}", responses=answers(DocumentWithEvents))
def document(request: Request, n: Number) -> Response:
    """A document with its text as received and the events it tells."""
    with fresh_view(request) as view:
        kept = _kept(view, n)
        told = view.events(Filter(documents=(n,)))
        shown = DocumentWithEvents(
            document=summary(kept), text=kept.document.text, source=kept.source, added=kept.added, events=told
        )
        return reply(request, shown)


@router.get("/documents/{n}/record", responses=answers(Record))
def record(request: Request, n: Number, trace: Trace = False) -> Response:
    """The record of a document as it was last read: every value with its place in the text."""
    with fresh_view(request) as view:
        found = view.record(_kept(view, n).n)
        if found is None:
            raise NotFound(f"document {n} was never read: run `waqai library rebuild --reread`")
        return Response(
            encode_record(found, trace=trace), headers={**SHARED, "ETag": request.state.etag}, media_type=JSON
        )


@router.get("/search", responses=answers(Documents))
def search(
    request: Request,
    chosen: Chosen,
    q: Annotated[str, Query(min_length=1, max_length=200, pattern=WORDS, description="Words, in any spelling.")],
    limit: Limit = 20,
) -> Response:
    """Documents with all the words and, where asked for, an event of some kind; the newest first."""
    with fresh_view(request) as view:
        terms = query_terms(q)
        found = view.search(terms, chosen, limit) if terms else []
        return reply(request, Documents([summary(kept) for kept in found]))


def _kept(view: Asking, n: int) -> Kept:
    kept = view.documents([n]).get(n)
    if kept is None:
        raise NotFound(f"document {n} is not in the library: look for it among the documents")
    return kept
