"""What can go wrong, in one line each: what, which value, what to do next."""


class WaqaiError(Exception):
    """Any error a user can do something about; its text is one line."""


class UnreadableDocument(WaqaiError):
    """A document that cannot be read: empty, binary, without text, malformed."""


class BadValue(WaqaiError):
    """An argument with a value that cannot be."""


class LibraryError(WaqaiError):
    """A library that cannot be opened, read or written."""


class LibraryBusy(LibraryError):
    """Another program holds the library for too long."""


class LibraryTooNew(LibraryError):
    """The library was written by a newer Waqai."""


class Conflict(WaqaiError):
    """It changed since it was looked at."""


class NotFound(WaqaiError):
    """Nothing in the library has that id or name."""
