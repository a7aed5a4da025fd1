"""Publication dates as given."""

import pytest

from waqai.errors import BadValue
from waqai.pipeline.acquire.dates import check_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-10-17", "2025-10-17"),
        (" 2025-10-17 ", "2025-10-17"),
        ("2025-10-17T23:30:00Z", "2025-10-17"),
        ("2025-10-17T00:30:00+03:00", "2025-10-17"),
        ("2025-10-17 21:04", "2025-10-17"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_check_date_reads_iso(value: str, day: str) -> None:
    assert check_date(value) == day


@pytest.mark.parametrize("value", ["17/10/2025", "2025-10", "2025", "yesterday", "٢٠٢٥", "", "2025-1-2"])
def test_check_date_refuses_other_forms(value: str) -> None:
    with pytest.raises(BadValue, match="is not an ISO date: write it as 2025-10-17"):
        check_date(value)


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13-01", "2023-02-29T10:00", "2025-00-10"])
def test_check_date_refuses_days_that_never_were(value: str) -> None:
    with pytest.raises(BadValue, match="is not a day of the calendar"):
        check_date(value)
