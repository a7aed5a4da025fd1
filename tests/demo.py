"""The library of `make demo`, for tests that show it: the real reader over the example reports."""

from pathlib import Path

from waqai.engine.linker import link_pending
from waqai.model.library import Linked
from waqai.pipeline.acquire import acquire
from waqai.reader import shared_reader
from waqai.store import open_store
from waqai.store.base import Filter
from waqai.store.database import Database
from waqai.text.search import index_text

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports.jsonl"


def build(path: Path) -> Database:
    """Read the example reports into a new library."""
    store = open_store(str(path))
    with store.writer() as writer:
        for item in acquire([str(EXAMPLES)]):
            assert item.document is not None, item.error
            number = writer.add_document(item.document, item.where, index_text(item.document.text))
            assert number is not None
            writer.add_observation(number, shared_reader().read(item.document), "0.1.0")
    link_pending(store)
    return store


def find(store: Database, *states: str, **more: object) -> list[Linked]:
    """Events with these states."""
    with store.view() as view:
        return view.events(Filter(states=states, **more))  # type: ignore[arg-type]
