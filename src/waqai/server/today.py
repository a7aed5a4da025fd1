"""The day it is, for what is planned from now on."""

import datetime


def today() -> str:
    """Today, UTC."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()
