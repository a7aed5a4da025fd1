"""What a server is told when it starts."""

import ipaddress
from urllib.parse import urlsplit

from msgspec import Struct

from waqai.errors import BadValue

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Settings(Struct, frozen=True, kw_only=True):
    """What a server is told when it starts.

    Attributes:
        library: the library's file or address; `None` is the user's own.
        host: address to listen on.
        port: port to listen on.
        public_url: where people reach it, when a reverse proxy stands before it ("https://desk.example.org/waqai").
        open: whether reading needs no login; `None` is: only on this computer, and not behind a proxy.
        max_body: bytes that a request may carry.
        rate: requests a minute from one address; 0 is without bound, `None` is: bounded where others can reach it.
        session_hours: how long a login holds.
    """

    library: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str | None = None
    open: bool | None = None
    max_body: int = 2_000_000
    rate: int | None = None
    session_hours: int = 12

    def __post_init__(self) -> None:
        if self.public_url is not None:
            parts = urlsplit(self.public_url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise BadValue(f"--public-url «{self.public_url}» is no address: write https://host/path")

    @property
    def loopback(self) -> bool:
        """Whether only this computer can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def private(self) -> bool:
        """Whether those who reach it sit at this computer: on loopback, with no proxy that lets others in."""
        return self.loopback and self.public_url is None

    @property
    def reading_open(self) -> bool:
        """Whether reading needs no login."""
        return self.private if self.open is None else self.open

    @property
    def requests_a_minute(self) -> int:
        """How many requests a minute one address may make; 0 is without bound."""
        if self.rate is not None:
            return self.rate
        return 0 if self.private else 600

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names it answers to; empty is any. On loopback a name that leads here must not open the record."""
        if self.public_url:
            return (*LOOPBACK, urlsplit(self.public_url).hostname or "")
        return LOOPBACK if self.loopback else ()

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by HTTPS."""
        return bool(self.public_url and self.public_url.startswith("https:"))

    @property
    def origin(self) -> str | None:
        """The address that people use, without its path; `None` where no proxy stands before it."""
        parts = urlsplit(self.public_url) if self.public_url else None
        return f"{parts.scheme}://{parts.netloc}" if parts else None

    @property
    def root_path(self) -> str:
        """The path under which a proxy shows it."""
        return urlsplit(self.public_url).path.rstrip("/") if self.public_url else ""
