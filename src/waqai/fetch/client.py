"""One small interface over httpx: bounded, polite, and deaf to private addresses."""

import ipaddress
import socket
import time
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx
from msgspec import Struct

from waqai.errors import WaqaiError

AGENT = "Waqai/0.1"
MAX_BYTES = 20_000_000
MAX_SECONDS = 30.0
MAX_REDIRECTS = 5
TRIES = 3
PAUSE = 1.0
MAX_PAUSE = 30.0
"""No site makes us wait longer between two requests, whatever it asks for."""


class FetchError(WaqaiError):
    """A page that cannot or must not be fetched.

    Attributes:
        code: what the server answered, 0 where it did not.
    """

    def __init__(self, said: str, code: int = 0) -> None:
        super().__init__(said)
        self.code = code


class Fetched(Struct, frozen=True):
    """What came back; `data` is empty where nothing changed since `etag` or `modified`."""

    url: str
    data: bytes
    kind: str
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class PublicOnly(httpcore.SyncBackend):
    """Connects to the address it checked, so that a name cannot mean another one a moment later.

    Args:
        allowed: hosts that may be private.
    """

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        super().__init__()
        self.allowed = frozenset(allowed)

    def connect_tcp(self, host: str, port: int, *args: Any, **options: Any) -> httpcore.NetworkStream:
        """Resolve, check every address, connect to the first."""
        try:
            found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        except OSError as error:
            raise httpcore.ConnectError(f"no address for {host}") from error
        addresses = sorted(found)
        if host not in self.allowed:
            for address in addresses:
                if not is_public(address):
                    raise FetchError(f"{host}: is a private address: allow it by name with --allow-host {host}")
        return super().connect_tcp(addresses[0], port, *args, **options)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when written inside an IPv6 one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if ip in ipaddress.ip_network("64:ff9b::/96"):
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return bool(ip.is_global and not ip.is_multicast and (inner is None or inner.is_global))


class Fetcher:
    """Fetches pages.

    Args:
        allowed: private hosts that may be fetched, by name.
        pause: seconds between two requests to one host.
        max_bytes: no page is larger.
        max_seconds: no page takes longer.
    """

    def __init__(
        self,
        allowed: Iterable[str] = (),
        pause: float = PAUSE,
        max_bytes: int = MAX_BYTES,
        max_seconds: float = MAX_SECONDS,
    ) -> None:
        self.pause, self.max_bytes, self.max_seconds = pause, max_bytes, max_seconds
        # No proxies from the environment: what is checked has to be what is connected to.
        transport = httpx.HTTPTransport(trust_env=False)
        transport._pool._network_backend = PublicOnly(allowed)
        self.client = httpx.Client(transport=transport, timeout=min(10.0, max_seconds), headers={"User-Agent": AGENT})
        self._last: dict[str, float] = {}
        self._robots: dict[str, Any] = {}
        self._pauses: dict[str, float] = {}

    def fetch(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch a page.

        Args:
            url: http or https.
            etag: what the server said of the page last time.
            modified: when it changed, as the server said.

        Raises:
            FetchError: it cannot or must not be fetched.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {k: v for k, v in conditions.items() if v}
        for _ in range(MAX_REDIRECTS + 1):
            _check_scheme(url)
            if not self._may(url):
                raise FetchError(f"{url}: the site's robots.txt does not allow it")
            found = self._try(url, headers)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(f"{url}: more than {MAX_REDIRECTS} redirects")

    def _may(self, url: str) -> bool:
        rules = self._rules(url)
        delay = rules.crawl_delay(AGENT)
        if delay:
            self._pauses[urlsplit(url).netloc] = min(float(delay), MAX_PAUSE)
        return bool(rules.can_fetch(url, AGENT))

    def _rules(self, url: str) -> Any:
        """The robots.txt of a site, asked for once: without one all is allowed, where it cannot be had nothing is."""
        from protego import Protego

        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            text, at = "", f"{site}/robots.txt"
            try:
                for _ in range(MAX_REDIRECTS + 1):
                    found = self._try(at, {})
                    if isinstance(found, Fetched):
                        text = found.data.decode("utf-8", "replace")
                        break
                    _check_scheme(found)
                    at = found
            except FetchError as error:
                if not 400 <= error.code < 500:
                    raise
            self._robots[site] = Protego.parse(text)
        return self._robots[site]

    def _try(self, url: str, headers: dict[str, str]) -> Fetched | str:
        """The page, or where it redirects to; what fails for the moment is tried again."""
        for left in reversed(range(TRIES)):
            try:
                return self._once(url, headers)
            except (httpx.TransportError, httpcore.ConnectError) as error:
                if not left:
                    raise FetchError(f"{url}: {type(error).__name__}: the server does not answer; try later") from None
            except httpx.HTTPStatusError as error:
                code = error.response.status_code
                if not left or (code < 500 and code != 429):
                    raise FetchError(f"{url}: the server answers {code}", code) from None
                time.sleep(_asked_to_wait(error.response.headers.get("retry-after"), self.pause * (TRIES - left)))
                continue
            except (httpx.InvalidURL, httpx.DecodingError, ValueError) as error:
                raise FetchError(f"{url}: {str(error).splitlines()[0]}: correct the address") from None
            time.sleep(self.pause * (TRIES - left))
        raise FetchError(f"{url}: cannot be fetched")

    def _once(self, url: str, headers: dict[str, str]) -> Fetched | str:
        host = urlsplit(url).netloc
        pause = max(self.pause, self._pauses.get(host, 0.0))
        time.sleep(max(0.0, self._last.get(host, 0.0) + pause - time.monotonic()))
        started = self._last[host] = time.monotonic()
        with self.client.stream("GET", url, headers=headers) as response:
            if response.status_code == 304:
                return Fetched(url, b"", "", unchanged=True)
            if response.next_request is not None:
                return str(response.next_request.url)
            response.raise_for_status()
            data = bytearray()
            for part in response.iter_bytes(65_536):
                data += part
                if len(data) > self.max_bytes:
                    raise FetchError(f"{url}: larger than {self.max_bytes // 1_000_000} MB")
                if time.monotonic() - started > self.max_seconds:
                    raise FetchError(f"{url}: takes longer than {self.max_seconds:.0f} s")
            said = response.headers
            return Fetched(url, bytes(data), said.get("content-type", ""), said.get("etag"), said.get("last-modified"))


def _asked_to_wait(said: str | None, pause: float) -> float:
    """Seconds to wait: as long as the server asks for, within reason."""
    try:
        return min(max(float(said or 0), pause), MAX_PAUSE)
    except ValueError:
        return pause


def _check_scheme(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        raise FetchError(f"{url}: only http and https addresses are fetched")
