"""What can go wrong, in one line each: what, which value, what to do next."""


class WaqaiError(Exception):
    """Any error a user can do something about; its text is one line."""


class UnreadableDocument(WaqaiError):
    """A document that cannot be read: empty, binary, without text, malformed."""


class BadValue(WaqaiError):
    """An argument with a value that cannot be."""
