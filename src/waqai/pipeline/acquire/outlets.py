"""Which outlet a web address belongs to."""

from urllib.parse import urlsplit


def outlet_of_host(url: str | None) -> str | None:
    """The Arabic name of the outlet whose site `url` is on, by `resources/actors/outlets.tsv`.

    Args:
        url: address of a page, or `None`.
    """
    host = _host(url)
    if not host:
        return None
    from waqai.lexicon import load

    for outlet in load().tables.outlets:
        if any(host == known or host.endswith("." + known) for known in outlet.hosts):
            return outlet.name
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
