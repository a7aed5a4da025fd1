"""People named behind their number: «اثنين من القادة هما فلان وفلان», «ثلاثة ناشطين، وهم فلان وفلان وفلان»."""

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan

# How far behind those counted their names begin.
REACH = 8
# The shortest name of one of them, in words.
NAME = 2
MOST = 6
TWO = frozenset(["هما", "وهما"])


def listed(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those whom a word such as «هما» names one by one; of the state and sector they are counted in.

    Args:
        s: the sentence.
        mentions: what it names so far, in order.
    """
    naming = s.lexicon.grammar["naming_words"]
    if naming.isdisjoint(s.words):
        return mentions
    for k in range(s.sentence.skip + 1, s.size - NAME):
        if s.words[k] in naming and (many := _counted(mentions, k)) and (named := _names(s, k + 1, many)):
            stop = named[-1].j
            mentions = [m for m in mentions if m.j <= k or m.i >= stop]
            at = next((n for n, m in enumerate(mentions) if m.i >= stop), len(mentions))
            mentions = [*mentions[:at], *named, *mentions[at:]]
    return mentions


def _counted(mentions: list[Mention], k: int) -> list[Mention]:
    """Those whom the naming word at `k` stands for: several people not far before it."""
    near = [m for m in mentions if k - REACH <= m.j <= k and m.kind in ("group", "role")]
    return near if any(m.number in "pd" or m.rule == "counted" for m in near) else []


def _names(s: Scan, k: int, many: list[Mention]) -> list[Mention]:
    """The names from word `k` on, joined by و; none where they are fewer than two."""
    country = next((m.country for m in reversed(many) if m.country), None)
    sector = next((m.sector for m in reversed(many) if m.sector not in (None, "CVL")), None)
    out: list[Mention] = []
    two = s.words[k - 1] in TWO
    while len(out) < MOST and k < s.size:
        joined = bool(out)
        end = _end(s, k, joined)
        if end - k < NAME:
            break
        out.append(
            Mention(
                sentence=s.index, i=k, j=end, kind="person", name=s.phrase(k, end, int(joined)),
                name_span=s.span(k, end, int(joined)), country=country, sector=sector,
                conj="و" if joined else "", rule="listed",
            )
        )  # fmt: skip
        k = end + (s.word(end) == "،" and s.word(end + 1).startswith("و"))
        if not s.word(k).startswith("و") or (two and len(out) == NAME):
            break
    return out if len(out) > 1 else []


def _end(s: Scan, k: int, joined: bool) -> int:
    """Where the name at `k` ends, which is where the next one begins with و."""
    if joined and not (s.word(k).startswith("و") and len(s.word(k)) > 3):
        return k
    end = s.name_end_after_conjunction(k) if joined else s.name_end(k)
    another = (n for n in range(k + NAME, end) if s.word(n)[0] == "و" and s.word(n) not in s.lexicon.names)
    return next(another, end)
