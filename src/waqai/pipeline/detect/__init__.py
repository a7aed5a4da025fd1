"""Stage 3: sentences → mentions of people, states, bodies, places and times, and the words that evoke events."""

from functools import lru_cache, partial

from msgspec import Struct

from waqai.lexicon import Lexicon, Match, Matcher, load
from waqai.pipeline.analyze import Analysis, Sentence
from waqai.pipeline.detect.kingdom import kingdom_is_a_state
from waqai.pipeline.detect.listed import listed
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import NameReader
from waqai.pipeline.detect.nouns import noun_at
from waqai.pipeline.detect.oman import settle
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.sides import apposed, followers, sided
from waqai.pipeline.detect.surnames import find_again, roles_with_short_names, short_forms
from waqai.pipeline.detect.tagged import tagged_end, tagged_name
from waqai.pipeline.detect.titles import titles_at
from waqai.pipeline.detect.unsure import unsure
from waqai.tagger import around
from waqai.tagger import load as load_tagger
from waqai.text.fold import fold_word
from waqai.time import Timex, tag

__all__ = ["Detected", "Found", "Mention", "TimeMention", "detect"]


class TimeMention(Struct, frozen=True, gc=False):
    """A temporal expression on the words `[i, j)` of a sentence."""

    i: int
    j: int
    timex: Timex


class Found(Struct, frozen=True, gc=False):
    """What one sentence holds."""

    sentence: Sentence
    matches: list[list[Match]]
    mentions: tuple[Mention, ...]
    times: tuple[TimeMention, ...]


class Detected(Struct, frozen=True):
    """The analysis with what was found in each sentence."""

    analysis: Analysis
    found: tuple[Found, ...]
    lexicon: Lexicon

    @property
    def opening(self) -> Found:
        """The sentence with the dateline, or the first."""
        return self.found[self.analysis.opening]


@lru_cache(maxsize=1)
def _tools() -> tuple[Lexicon, Matcher, NameReader]:
    lexicon = load()
    return lexicon, Matcher(lexicon), NameReader(lexicon)


def detect(analysis: Analysis, use_model: bool = False) -> Detected:
    """Find mentions and temporal expressions.

    Args:
        analysis: sentences of folded words.
        use_model: ask the name tagger, where it is installed, about words that the rules are unsure of.

    Returns:
        For each sentence its lexicon matches, mentions in order, and temporal expressions.
    """
    lexicon, matcher, names = _tools()
    document = analysis.document
    timexes = tag(document.text, document.published, folded=analysis.folded)
    scans = []
    all_matches = [matcher.match(sentence.words) for sentence in analysis.sentences]
    if "عمان" in analysis.folded.text:
        settle(document.text, analysis.sentences, all_matches)
    if "مملكه" in analysis.folded.text:
        kingdom_is_a_state(lexicon, fold_word(document.outlet or ""), analysis.sentences, all_matches)
    for index, (sentence, matches) in enumerate(zip(analysis.sentences, all_matches, strict=True)):
        times = _times(sentence, timexes)
        covered = frozenset(k for t in times for k in range(t.i, t.j))
        scans.append((Scan(lexicon, names, document.text, sentence, index, matches, covered), times))
    first_pass = [_mentions(scan) for scan, _ in scans]
    if use_model:
        first_pass = _tagged([scan for scan, _ in scans], first_pass)
    forms = short_forms([m for mentions in first_pass for m in mentions], lexicon)
    found = []
    for (scan, times), mentions in zip(scans, first_pass, strict=True):
        both = roles_with_short_names(find_again(scan, mentions, forms))
        found.append(
            Found(scan.sentence, scan.matches, tuple(followers(scan, apposed(scan, sided(scan, both)))), times)
        )
    return Detected(analysis, tuple(found), lexicon)


def _tagged(scans: list[Scan], first: list[list[Mention]]) -> list[list[Mention]]:
    """The mentions again, in sentences of which the name tagger was asked."""
    near = [unsure(scan, mentions) for scan, mentions in zip(scans, first, strict=True)]
    asked = [n for n, spots in enumerate(near) if spots]
    tagger = load_tagger() if asked else None
    if tagger is None:
        return first
    words = [[scans[n].text[a:b] for a, b in scans[n].sentence.spans] for n in asked]
    out = list(first)
    for n, tags in zip(asked, tagger.tag(words, [near[n] for n in asked]), strict=True):
        scan = scans[n]
        scan.tags = [""] * scan.size
        for start, end in around(near[n], scan.size):
            scan.tags[start:end] = tags[start:end]
        scan.tagged_end = partial(tagged_end, scan)
        out[n] = _mentions(scan)
    return out


def _times(sentence: Sentence, timexes: tuple[Timex, ...]) -> tuple[TimeMention, ...]:
    out = []
    for t in timexes:
        if t.start < sentence.end and t.end > sentence.start:
            inside = [k for k, (a, b) in enumerate(sentence.spans) if a < t.end and b > t.start]
            if inside:
                out.append(TimeMention(inside[0], inside[-1] + 1, t))
    return tuple(out)


def _stands_alone(s: Scan, k: int) -> bool:
    """«الزعيمان» and the like, with neither demonym nor name after them, point back."""
    return not s.best(k + 1, "nisba", "modifier", "group") and s.name_end(k + 1) == k + 1


def _mentions(s: Scan) -> list[Mention]:
    out: list[Mention] = []
    words, k = s.words, s.sentence.skip
    both_sides = s.lexicon.grammar["both_sides"]
    while k < s.size:
        if k in s.times or not words[k].isalnum():
            k += 1
            continue
        found = [] if words[k] in both_sides and _stands_alone(s, k) else titles_at(s, k)
        if found:
            out.extend(found)
            k = max(k + 1, found[-1].j)
            continue
        mention = noun_at(s, k) or tagged_name(s, k)
        if mention:
            out.append(mention)
            k = mention.j
        else:
            k += 1
    return listed(s, out)
