"""What the tagger returns."""

from msgspec import Struct


class Timex(Struct, frozen=True, kw_only=True, gc=False):
    """One temporal expression, where it stands and what it means.

    Attributes:
        start: offset of its first code point in the text as received.
        end: offset after its last.
        text: `text[start:end]`.
        type: `DATE`, `TIME`, `DURATION` or `SET`.
        value: TIMEX3 value; parts that nothing tells are `X`.
        first: first day it denotes, ISO 8601; `None` where it is open or unknown.
        last: last day, inclusive; `None` where it is open or unknown.
        granularity: `time` `day` `week` `month` `season` `quarter` `year` `decade` `century`.
        approx: whether the text or the conversion leaves the days uncertain.
        anchor: what it was reckoned from: `dct`, `dct weekday`, `previous expression`, or `none` (it stands by
            itself or cannot be reckoned).
        rule: the grammar rule that read it.
        because: the reason for the value, in English.
        mod: TIMEX3 mod: `START` `MID` `END` `APPROX` `MORE_THAN` `LESS_THAN` `BEFORE` `AFTER`, or `None`.
        problem: what is wrong with it («31 فبراير»), or `None`.
        calendar: `hijri` where `value` is in years and months of the Islamic calendar, or was converted from it.
        zone: IANA name of the time zone the text gives, `local` for «بالتوقيت المحلي», or `None`.
        range_first: first day of the range this expression is one end of («من 3 إلى 5 مايو»), or `None`.
        range_last: last day of that range, or `None`.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    first: str | None
    last: str | None
    granularity: str
    approx: bool = False
    anchor: str | None = None
    rule: str
    because: str
    mod: str | None = None
    problem: str | None = None
    calendar: str | None = None
    zone: str | None = None
    range_first: str | None = None
    range_last: str | None = None
