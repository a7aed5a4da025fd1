"""«من الجانب التركي ...»: people listed after a side are of that state, when their title names none."""

from msgspec.structs import replace

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan


def sided(s: Scan, mentions: list[Mention]) -> list[Mention]:
    """Hand the state of a side («الجانب السوري», «الوفد المصري») on to the people after it."""
    country, out = None, []
    for m in mentions:
        if m.adjective and s.word(m.i - 1).lstrip("و") in s.lexicon.grammar["side_words"]:
            country = m.country
        elif m.kind == "group" and m.country and s.word(m.i).lstrip("و") in s.lexicon.grammar["side_words"]:
            country = m.country
        if country and m.kind in ("person", "role") and m.country is None and m.offices and m.body is None:
            m = replace(m, country=country)
        if m.pronoun and m.country is None and m.offices:
            m = replace(m, country=next((x.country for x in reversed(out) if x.country and x.kind in ("state", "org")), None))
        out.append(m)
    return out
