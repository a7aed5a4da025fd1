"""Waqai reads Arabic news reports and keeps the record of what states did with one another.

    import waqai
    record = waqai.read(text, published="2025-10-17")

Names are loaded when first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.errors import WaqaiError
    from waqai.model import Document, Event, Record
    from waqai.reader import Reader, read

__version__ = "0.1.0"
__all__ = ["Document", "Event", "Reader", "Record", "WaqaiError", "__version__", "read"]

_HOMES = {
    "Document": "waqai.model",
    "Event": "waqai.model",
    "Reader": "waqai.reader",
    "Record": "waqai.model",
    "WaqaiError": "waqai.errors",
    "read": "waqai.reader",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'waqai' has no attribute {name!r}: it offers {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
