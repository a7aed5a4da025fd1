"""Search: people, organisations and states by name, reports by their words, in any spelling."""

import re

from msgspec import Struct

from waqai.model.library import Kept
from waqai.ontology import states_named
from waqai.server.pages.frame import Ask
from waqai.server.pages.people import Contact
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.base import Filter
from waqai.text.fold import fold_word
from waqai.text.search import query_terms

REPORTS, NAMES = 30, 8
AROUND = 90
WORD = re.compile(r"\w+")


class Hit(Struct, frozen=True, kw_only=True):
    """A report found; `before`, `found`, `after` are the words around the first match."""

    n: int
    title: str | None
    outlet: str | None
    published: str | None
    before: str
    found: str
    after: str


class SearchPage(Struct, frozen=True, kw_only=True):
    """What a search finds; `more` where there are more reports than shown."""

    words: str
    states: tuple[str, ...]
    names: tuple[Contact, ...]
    reports: tuple[Hit, ...]
    more: bool

    def heading(self, w: Words) -> str:
        """What it is called."""
        return f"{w.t('page.search')}: {self.words}" if self.words else w.t("page.search")


def search_page(view: Asking, ask: Ask) -> SearchPage:
    """The words of the address."""
    said = (ask.one("q") or "")[:200]
    terms = query_terms(said)
    if not terms:
        return SearchPage(words=said, states=(), names=(), reports=(), more=False)
    found = view.search(terms, Filter(), REPORTS + 1)
    names = view.find_entities(fold_word(said).split(), ("person", "org", "organisation", "group"), NAMES)
    return SearchPage(
        words=said,
        states=states_named(said),
        names=tuple(
            Contact(id=r.id, name=r.name, latin=r.latin, kind=r.kind, country=r.country, many=r.events, last=None)
            for r in names
        ),
        reports=tuple(_hit(kept, {form for term in terms for form in term}) for kept in found[:REPORTS]),
        more=len(found) > REPORTS,
    )


def _hit(kept: Kept, forms: set[str]) -> Hit:
    document = kept.document
    text = " ".join(document.text.split())
    match = next((m for m in WORD.finditer(text) if _is(m.group(), forms)), None)
    start, end = match.span() if match else (0, 0)
    left = max(0, start - AROUND)
    left = text.find(" ", left) + 1 if left else 0
    right = min(len(text), end + AROUND * 2)
    return Hit(
        n=kept.n,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        before=("… " if left else "") + text[left:start],
        found=text[start:end],
        after=text[end:right].rsplit(" ", 1)[0] + " …" if right < len(text) else text[end:],
    )


def _is(word: str, forms: set[str]) -> bool:
    folded = fold_word(word)
    return folded in forms or any(form for terms in query_terms(word) for form in terms if form in forms)
