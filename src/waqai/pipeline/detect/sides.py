"""«من الجانب التركي ...»: people listed after a side are of that state, when their title names none."""

from msgspec.structs import replace

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan


def sided(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """Hand the state of a side («الجانب السوري», «الوفد المصري») on to the people after it."""
    country: str | None = None
    out: list[Mention] = []
    for m in mentions:
        if (m.adjective and s.word(m.i - 1).lstrip("و") in s.lexicon.grammar["side_words"]) or (
            m.kind == "group" and m.country and s.word(m.i).lstrip("و") in s.lexicon.grammar["side_words"]
        ):
            country = m.country
        if country and m.kind in ("person", "role") and m.country is None and m.offices and m.body is None:
            m = replace(m, country=country)
        if m.pronoun and m.country is None and m.offices:
            m = replace(
                m, country=next((x.country for x in reversed(out) if x.country and x.kind in ("state", "org")), None)
            )
        out.append(m)
    return out


def apposed(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """«محمد رضا آل حيدر، رئيس لجنة الأمن القومي»: a name and the title after it are one person."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        if last is not None and _apposed(s, last, m):
            out[-1] = replace(
                last,
                j=m.j,
                offices=m.offices,
                prefix=m.prefix,
                country=last.country or m.country,
                body=m.body,
                sector=last.sector or m.sector,
                host=m.host,
                rule="title",
            )
        else:
            out.append(m)
    return out


def _apposed(s: Scan, name: Mention, title: Mention) -> bool:
    if (
        name.kind != "person"
        or name.offices
        or title.kind != "role"
        or title.prep
        or title.conj
        or title.number != "s"
        or not title.offices
    ):
        return False
    if title.offices[0].endswith("+counterpart"):
        return False
    between = s.words[name.j : title.i]
    closed = title.j >= s.size or s.word(title.j) in ("،", ".", "(") or bool(title.country or title.body)
    return between == [] or (between == ["،"] and closed)
