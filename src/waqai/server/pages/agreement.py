"""Agreement: its parties, signatories, stages, aims and provisions, with the words of every document that tells it."""

from msgspec import Struct

from waqai.errors import NotFound
from waqai.model.accord import LinkedAccord
from waqai.model.record import Span
from waqai.server.pages.entries import Entry, entries
from waqai.server.pages.facts import short
from waqai.server.pages.frame import Ask
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.showing import events_by_id
from waqai.text.fold import fold_word

MOST = 100


class Telling(Struct, frozen=True, kw_only=True):
    """What one document says of the agreement."""

    document: int
    heading: str | None
    outlet: str | None
    published: str | None
    stage: str
    signed: str | None
    words: tuple[str, ...]


class AgreementPage(Struct, frozen=True, kw_only=True):
    """An agreement, its events in order of date, and every document that tells of it; `latin` of who signed."""

    agreement: LinkedAccord
    events: tuple[Entry, ...]
    told: tuple[Telling, ...]
    latin: dict[str, str]

    def heading(self, w: Words) -> str:
        """What it is called."""
        return self.agreement.title or w.kind_of_agreement(self.agreement.kind)


def agreement_page(view: Asking, ask: Ask) -> AgreementPage:
    """The agreement with an id, also that of a document's account of it."""
    found = view.agreement(ask.path["id"])
    if found is None:
        raise NotFound(f"agreement «{ask.path['id'][:60]}» is not in the library: search for its name")
    events = events_by_id(view, found.events).values()
    return AgreementPage(
        agreement=found,
        events=entries(view, sorted(events, key=lambda e: (e.start or "9999", e.id))),
        told=_told(view, found.id),
        latin=_latin(view, found.signatories),
    )


def _latin(view: Asking, names: tuple[str, ...]) -> dict[str, str]:
    """Name of who signed → in Latin letters, as the library's person of that name has it."""
    found = {name: view.find_entities(fold_word(name).split(), ("person",), 1) for name in names}
    return {name: people[0].latin for name, people in found.items() if people and people[0].latin}


def _told(view: Asking, id_: str) -> tuple[Telling, ...]:
    accounts = view.accord_reports([id_])[id_][:MOST]
    documents = view.documents([account.document for account in accounts])
    return tuple(
        Telling(
            document=account.document,
            heading=documents[account.document].document.title,
            outlet=documents[account.document].document.outlet,
            published=account.published,
            stage=account.stage,
            signed=account.signed,
            words=_words(documents[account.document].document.text, account.evidence),
        )
        for account in accounts
        if account.document in documents
    )


def _words(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(short(text, span, 400) for span in spans)
