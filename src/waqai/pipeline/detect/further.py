"""Further offices of one person: «رئيس مجلس الوزراء وزير الخارجية», «عضو مجلس الدولة ووزير الخارجية»."""

from collections.abc import Callable

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.heads import DIPLOMATS, SENT, Title, head
from waqai.pipeline.detect.scan import Scan

# Words before a name that are as often a style as an office: «مساعد وزير الخارجية السفير خليفة الهاجري».
STYLES = frozenset(("ambassador", "judge", "adviser", "member-of-parliament", "minister", "lawyer", "leader"))
# What a head of state also is: «الرئيس القائد الأعلى للقوات المسلحة».
RULERS_TOO = frozenset(("military-commander", "head-of-government", "party-leader", "secretary-general"))
# A deputy premier or a minister of state is known by his ministry.
BELOW_MINISTRY = frozenset(("deputy-head-of-government", "deputy-deputy-head-of-government", "state-minister"))
# Who has further offices named after his state: «ولي العهد السعودي نائب رئيس الوزراء».
SEVERAL = frozenset(("crown-prince", "deputy-head-of-government", "envoy", "member", "deputy-head-of-state"))

# What one of several diplomats also is: «سفير جيبوتي عميد السلك الدبلوماسي».
ALSO = frozenset(("dean-of-diplomatic-corps",))


def adjacent_office(s: Scan, t: Title, m: Match) -> Title | None:
    """A second office right after the first: one person's, unless it opens a title of its own («السفير الصيني»)."""
    second = head(s, m.i)
    if second is None or second.number != "s" or second.counterpart or s.word(t.i - 2) == "نيابه":
        return None  # «تسلم الرسالة نيابة عن ولي العهد نائب وزير الخارجية»
    if second.bare and second.definite:
        if t.offices == ("mission-head",) and second.offices == ("ambassador",):
            t = replace(t, offices=second.offices)
        named = s.name_end(s.after_honorifics(second.k)) > s.after_honorifics(second.k)
        style = second.offices[0] in STYLES and not s.best(second.k, "nisba", "state")
        return replace(t, k=second.k) if named and style and not (t.bare and t.definite and not t.country) else None
    if second.offices[0] in ALSO:
        return replace(t, k=second.k)
    if (t.bare and t.offices[0] == "minister") or _of_another(t, second):
        return None
    if t.country and (second.country not in (None, t.country) or t.offices[0] not in SEVERAL):
        return None
    if t.offices[0] == "head-of-state" and (second.minister or (t.bare and second.offices[0] not in RULERS_TOO)):
        return None
    return join(t, second)


def _of_another(t: Title, second: Title) -> bool:
    """«أقال رئيس الوزراء رئيس جهاز الأمن», «استقبل وزير الخارجية سفير جيبوتي»: the second office is another's."""
    what = second.offices[0]
    if t.offices[0] == "head-of-government" and not t.prefix:
        return bool(second.prefix) or not (second.minister or what in RULERS_TOO or what == "crown-prince")
    return t.minister and what in DIPLOMATS and second.construct


def joined_office(s: Scan, t: Title, m: Match | None, rest: Callable[[Scan, Title], Title]) -> Title | None:
    """«عضو مجلس الدولة ووزير الخارجية الصيني وانغ يي»: one person, two offices, if a name follows.

    A state before the second office would make it another person's.
    """
    if m is None or m.conj != "و" or m.kind not in ("office", "minister", "modifier"):
        return None
    if t.number != "s" or t.counterpart or (t.country and t.offices[0] not in SENT):
        return None
    second = head(s, m.i)
    if second is None or second.number != "s" or second.counterpart:
        return None
    second = rest(s, second)
    if s.after_honorifics(second.k) == s.name_end(s.after_honorifics(second.k)):
        return None
    return join(t, second)


def join(t: Title, second: Title) -> Title:
    """One title of two offices; a deputy premier is known by his ministry."""
    offices = t.offices + tuple(second.prefix + o for o in second.offices)
    prefix = t.prefix
    if second.minister and (prefix + t.offices[0]) in BELOW_MINISTRY:
        offices = (*(second.prefix + o for o in second.offices), prefix + t.offices[0], *t.offices[1:])
        prefix = ""
    return replace(
        t,
        k=second.k,
        offices=offices,
        prefix=prefix,
        country=t.country or second.country,
        body=t.body or second.body,
        definite=t.definite or second.definite,
        minister=t.minister or second.minister,
        bare=False,
    )
