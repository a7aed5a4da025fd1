"""How many requests one address may make: a bucket each, filled at a steady rate."""

import ipaddress
import math
from collections import OrderedDict
from time import monotonic

KEPT = 10_000
"""Addresses remembered at once; the one asked for longest ago is forgotten."""


class Rates:
    """Buckets by key.

    Args:
        a_minute: requests a minute; 0 is without bound.
        at_once: requests that a full bucket allows at once.
    """

    def __init__(self, a_minute: int, at_once: int) -> None:
        self.a_second = a_minute / 60
        self.size = float(at_once)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str) -> int:
        """Take one request from a bucket: 0, or how many seconds to wait until there is one."""
        if not self.a_second:
            return 0
        now = monotonic()
        left, since = self._buckets.pop(key, (self.size, now))
        left = min(self.size, left + (now - since) * self.a_second)
        allowed = left >= 1
        self._buckets[key] = (left - allowed, now)
        if len(self._buckets) > KEPT:
            self._buckets.popitem(last=False)
        return 0 if allowed else math.ceil((1 - left) / self.a_second - 1e-6)


def client_key(address: str) -> str:
    """What an address counts as: a household has a whole /64 of IPv6."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))
