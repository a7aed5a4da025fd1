"""Buckets of requests, with a clock of our own."""

import pytest

from waqai.server import rates
from waqai.server.rates import Rates, client_key


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    # The name in the module, never `time.monotonic` itself: a server that other tests left running sleeps by it.
    monkeypatch.setattr(rates, "monotonic", lambda: now[0])
    return now


def test_a_full_bucket_allows_so_many_at_once(clock: list[float]) -> None:
    made = Rates(60, 3)
    assert [made.wait("a") for _ in range(4)] == [0, 0, 0, 1]
    assert made.wait("b") == 0
    clock[0] += 2
    assert [made.wait("a") for _ in range(3)] == [0, 0, 1]


def test_a_slow_bucket_says_how_long_to_wait(clock: list[float]) -> None:
    made = Rates(1, 1)
    assert [made.wait("a"), made.wait("a")] == [0, 60]
    clock[0] += 59
    assert made.wait("a") == 1


def test_without_bound(clock: list[float]) -> None:
    assert clock == [0.0]
    assert not any(Rates(0, 0).wait("a") for _ in range(1_000))


def test_few_addresses_are_remembered(clock: list[float]) -> None:
    made = Rates(60, 1)
    for n in range(rates.KEPT + 50):
        made.wait(str(n))
    assert len(made._buckets) == rates.KEPT
    assert clock == [0.0]


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_addresses_that_count_as_one(address: str, key: str) -> None:
    assert client_key(address) == key
