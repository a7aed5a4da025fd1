"""Words that go on a title and that no list holds: what a portfolio or a post is further about."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.heads import SENT, Title, office
from waqai.pipeline.detect.scan import Scan

# «المتحدث السابق باسم الحركة».
VOICED = frozenset(("باسم", "بلسان"))
TOWARDS = frozenset(("لشرق", "لغرب", "لشمال", "لجنوب", "لمنطقه", "لاقليم"))


def free_words(s: Scan, t: Title) -> Title | None:
    """Words that go on a title which says more of its own: «المدير العام للدفاع والأمن», «لشرق المتوسط»."""
    word = s.word(t.k)
    if word in VOICED and t.offices[0] == "spokesperson":
        return replace(t, k=t.k + 1, bare=False, construct=True)
    if word in TOWARDS and (region := s.best(t.k + 1, "place")) and not region.prep:
        return replace(t, k=region.j)
    own = s.article(t.k) and (t.k > t.i + 2 or t.construct) and word not in s.lexicon.names
    # «أشاد الأمين العام للأمم المتحدة بالاتفاق»: behind its body nothing with ب belongs to a title
    if not (own or word.startswith(("لل", "وال")) or (word.startswith("بال") and not t.body)):
        return None
    if s.best(t.k, "nisba", "office", "minister", "state", "honorific"):
        return None
    return replace(t, k=t.k + 1, construct=False)


def full(s: Scan, t: Title, m: Match, local: bool) -> bool:
    """«دعا القائم بالأعمال الفرنسي», «والي كسلا», «وزير الداخلية»: whether a title is over before a body or group.

    Args:
        s: the sentence.
        t: the title as far as it is read.
        m: the body or group behind it.
        local: the office is held in a place, which closes its title.
    """
    if t.country is not None and m.kind == "group" and m.ref == "CVL":
        return True  # «اعتذر الرئيس الكوري لأسر الضحايا»: people are no body of an office
    if m.prep or t.vague:
        return not m.prep
    if t.country is None:
        return t.minister and m.kind == "group" and s.article(t.k - 1) and s.article(t.k)
    nisba = s.best(t.k - 1, "nisba")
    return (not t.construct and (t.definite or local)) or (nisba is not None and nisba.article)


def relative_adjective(s: Scan, k: int) -> bool:
    """«القبلي», «العسكري», «البارز»: an adjective of a title or honour, and no name."""
    word = s.word(k)
    return s.section(k, "title_adjectives") or (
        s.article(k) and word.endswith(("ي", "يه")) and word not in s.lexicon.names and not s.best(k, "nisba")
    )


def described(s: Scan, t: Title) -> Title | None:
    """«الزعيم القبلي الليبي سالم المقرحي»: an adjective between an office with ال and whose it is or the name."""
    if not (t.bare and t.definite) or t.country or not relative_adjective(s, t.k):
        return None
    after = t.k + 1
    nisba = s.best(after, "nisba")
    whose = nisba is not None and nisba.article and not nisba.conj and not nisba.prep
    return replace(t, k=after) if whose or s.name_end(after) > after + 1 else None


def named_site(s: Scan, k: int) -> int:
    """«مدير مستشفى رمبام ميكي هالبرتال»: where the name of a site that a title is of ends; `k` where it has none."""
    named = s.section(k - 1, "site") and s.word(k).isalpha() and not s.article(k) and not s.matches[k]
    return k + 1 if named and s.word(k) not in s.names.stop else k


def more_portfolio(s: Scan, k: int) -> int | None:
    """«والتعاون الإقليمي» after «وزير الخارجية»: where a portfolio that no list has in full ends."""
    if not s.word(k).startswith("وال"):
        return None
    m = s.best(k, "portfolio")
    end = m.j if m and m.conj else k + 1 if s.word(k)[1:] in s.lexicon.common else k
    while end > k and s.article(end) and s.word(end) not in s.lexicon.names and not s.best(end, "nisba", "honorific"):
        end += 1
    return end if end > k and (s.best(end, "nisba", "honorific") or s.word(end) in s.lexicon.names) else None


def dual_demonym(s: Scan, k: int) -> str | None:
    """«السوريان»: the state of a demonym in the dual."""
    word = s.word(k)
    if not (s.article(k) and word.endswith(("ان", "ين"))):
        return None
    entries = s.lexicon.phrases.get(word[2:-2], ())
    return next((str(ref) for kind, ref, _ in entries if kind == "nisba"), None)


def of_many_states(s: Scan, t: Title) -> Title | None:
    """«مسؤول أممي», «المبعوث الأوروبي الخاص»: an official of several states is of none of those named beside him."""
    if t.country or not s.section(t.k, "of_all_states") or s.article(t.k) != t.definite:
        return None
    return replace(t, k=t.k + 1, sector="IGO", vague=not t.definite, bare=False)


def beside(s: Scan, t: Title, word: str) -> Title | None:
    """«الوزير المنتدب لدى رئيس الحكومة», «المستشار الدبلوماسي لصاحب السمو رئيس الدولة»: whom the office serves."""
    if word == "لدي" and t.offices[0] == "minister-delegate" and (chief := s.best(t.k + 1, "office", "minister")):
        served = office(s, chief)
        return replace(t, k=served.k) if served else None
    style = s.best(t.k, "honorific") if t.offices[0] in SENT else None
    if style is None or style.prep != "ل":
        return None
    ruler = s.best(style.j, "office")
    return replace(t, k=ruler.j) if ruler and not ruler.prep else None
