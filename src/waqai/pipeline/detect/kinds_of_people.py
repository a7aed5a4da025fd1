"""Nouns of groups that say of what kind or people other men are, and that are no party of their own."""

from waqai.lexicon import Match
from waqai.pipeline.detect.group_names import OF_POWER
from waqai.pipeline.detect.names import QUOTES
from waqai.pipeline.detect.scan import Scan

PEOPLE_ENDINGS = ("ون", "ين")


def describes(s: Scan, m: Match) -> bool:
    """«هجوم مسلح», «حزب معارض»: an adjective of the noun right before it; in «مقتل مسلح» it is none.

    Args:
        s: the sentence.
        m: the noun of the group.
    """
    if m.conj == "و" and _second_adjective(s, m):
        return True
    if m.info.startswith("pl") and not m.conj and not m.prep and _same_people(s, m):
        return True
    if m.conj or m.prep or m.j - m.i > 1 or not s.section(m.i, "people_adjectives"):
        return False
    k = m.i - 1
    before = s.word(k)
    if before in QUOTES and m.article:
        return True
    if not before.isalpha() or s.article(k) != s.article(m.i) or s.best(k, "state", "seat", "org", "place", "official"):
        return False
    if any(
        s.section(k, name) for name in ("prepositions", "subordinators", "past_markers", "number_words", "relatives")
    ):
        return False
    event = s.best(k, "noun", "phrase")
    if event is not None and s.lexicon.tables.triggers[int(event.ref)].idafa == "obj":
        return False
    return event is not None or s.best(k, "verb", "light", "report", "general") is None


def _same_people(s: Scan, m: Match) -> bool:
    """«مستوطنين مسلحين»: who are at once the one and the other; «قتل مسلحون مدنيين» are two parties."""
    demonym = s.best(m.i - 1, "nisba")
    # «شبان فلسطينيين محتجين».
    at = m.i - 2 if demonym and demonym.info.startswith("p") and not demonym.conj else m.i - 1
    first, word = s.best(at, "group"), s.word(m.i)
    ending = next((e for e in ("ون", "ين") if word.endswith(e)), None)
    if first is not None and first.j == m.i and s.section(m.i, "peoples_as_adjectives"):
        # «متمردون أكراد», «المقاتلين الدروز»: their people, and nobody beside them.
        return first.info.startswith("pl") and s.article(m.i - 1) == s.article(m.i)
    alike = ending is not None and s.word(m.i - 1).endswith(ending) and s.article(m.i - 1) == s.article(m.i)
    return first is not None and first.info.startswith("pl") and first.j == at + 1 and alike


def _second_adjective(s: Scan, m: Match) -> bool:
    """«تدابير مالية ودبلوماسية»: the second of two adjectives that agree, with no state of its own."""
    k = m.i
    alike = s.word(k)[1:].endswith("يه") and s.word(k - 1).endswith("يه") and s.article(k - 1) == m.article
    return alike and m.j == k + 1 and not s.best(m.j, "nisba")


def beside_people(s: Scan, m: Match, k: int) -> bool:
    """«اتهم المتمردون | الجيش», «هاجم المسلحون | القوات»: behind men in the plural no adjective is a force or a power.

    Args:
        s: the sentence.
        m: the noun of the group, with ال.
        k: a word after it.
    """
    body = s.best(k, "group") if s.word(m.j - 1).endswith(PEOPLE_ENDINGS) else None
    return body is not None and str(body.ref) in OF_POWER and not s.word(k).endswith(PEOPLE_ENDINGS)
