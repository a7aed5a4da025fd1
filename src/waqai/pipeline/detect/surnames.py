"""Second pass: people named before, met again under a part of their name («لاريجاني», «الأمير خالد»), and towns."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.scan import Scan
from waqai.text.fold import fold_word

PARTICLES = tuple(conj + prep for conj in ("", "و", "ف") for prep in ("", "ب", "ل", "ك"))
GLUE_BEFORE = frozenset(["بن", "ابن", "ابو", "ابي", "ال", "عبد", "دي", "فون", "فان", "بو", "دو"])
# Where the family's name comes first: «وانغ يي», «كيم هي سانغ».
FAMILY_FIRST = frozenset(["CHN", "KOR", "PRK", "TWN"])
# Those of no office are called by their first names.
PRIVATE = frozenset([None, "MED", "CVL", "EDU"])
# «أن أوستن», «السيد أوستن»: no town stands behind these.
BEFORE_ACTORS = frozenset(["ان", "بان", "وان", "السيد"])
SHORTEST = 3
LONGEST = 4


class Forms(dict[str, Mention]):
    """Short forms, with the words they begin with, and these as they are written behind particles."""

    def __init__(self, forms: dict[str, Mention]) -> None:
        super().__init__(forms)
        self.firsts = {form.partition(" ")[0] for form in forms}
        self.spelled = {letters + form for letters in PARTICLES for form in self.firsts}
        self.spelled |= {conj + "لل" + form[2:] for conj in ("", "و", "ف") for form in self.firsts if form[:2] == "ال"}


def short_forms(mentions: list[Mention], lexicon: Lexicon) -> Forms:
    """Forms under which a person named in full may come again: the last word, or the last two after glue."""
    forms: dict[str, Mention] = {}
    firsts = _shared_firsts(mentions)
    for m in mentions:
        if m.kind != "person":
            if town := _unlisted_town(m, lexicon):
                forms.setdefault(town, m)
            continue
        words = fold_word(m.name).split()
        if len(words) < 2:
            if len(words) == 1 and words[0] not in lexicon.common:
                forms.setdefault(words[0], m)
            continue
        if len(words) <= LONGEST:
            forms.setdefault(" ".join(words), m)
        last = " ".join(words[-2:]) if words[-2] in GLUE_BEFORE else words[-1]
        for form in {last, last.removeprefix("ال")} if last.startswith("ال") else {last}:
            if len(form) >= SHORTEST and (form not in lexicon.common or form.startswith("ال")):
                forms.setdefault(form, m)
        alone = words[0] not in lexicon.names or (m.sector in PRIVATE and words[0] not in firsts)
        alone = (alone and len(words[0]) > SHORTEST) or (m.country in FAMILY_FIRST and len(words[0]) >= SHORTEST)
        if words[0] not in lexicon.common and alone:
            # «قالت عائلة مهسا»
            forms.setdefault(words[0], m)
    return Forms(forms)


def _shared_firsts(mentions: list[Mention]) -> frozenset[str]:
    """First names of two or more of the people named: alone they tell nobody."""
    of: dict[str, str] = {}
    for m in mentions:
        words = fold_word(m.name).split() if m.kind == "person" else []
        if len(words) > 1:
            of[words[0]] = words[-1] if of.get(words[0], words[-1]) == words[-1] else ""
    return frozenset(first for first, last in of.items() if not last)


def _unlisted_town(m: Mention, lexicon: Lexicon) -> str | None:
    """«مدينة سيفيرودونيتسك»: what is once called a town is the town again («هجوم على سيفيرودونيتسك»)."""
    words = fold_word(m.name).split() if m.rule == "named place" and m.ref is None else []
    sited = bool(words) and words[0].removeprefix("ال") in lexicon.grammar["site"]
    known = any(w in lexicon.common or w in lexicon.names or len(w) <= SHORTEST for w in words)
    return " ".join(words) if words and not sited and not known else None


def find_again(s: Scan, mentions: list[Mention], forms: Forms) -> list[Mention]:
    """Add the short forms that stand outside the mentions found so far."""
    if not forms:
        return mentions
    apart = {m.i for m in mentions if _two_people(s, m, forms)}
    mentions = [m for m in mentions if m.i not in apart and not _is_surname(s, m, forms)]
    covered = {k for m in mentions for k in range(m.i, m.j)} | s.times
    added: list[Mention] = []
    for k in range(s.sentence.skip, s.size):
        if k in covered:
            continue
        hit = _form_at(s, k, forms, 1 if k in apart else LONGEST)
        if hit is None:
            continue
        known, length, conj, prep = hit
        skip = len(conj) + len(prep)
        added.append(
            Mention(
                sentence=s.index,
                i=k,
                j=k + length,
                kind=known.kind,
                name=s.phrase(k, k + length, skip),
                name_span=s.span(k, k + length, skip),
                country=known.country,
                sector=known.sector,
                prep=prep,
                conj=conj,
                definite=True,
                rule="short form" if known.kind == "person" else known.rule,
                ref=known.ref,
            )
        )
        covered.update(range(k, k + length))
    return sorted([*mentions, *added], key=lambda m: m.i) if added else mentions


def _two_people(s: Scan, m: Mention, forms: Forms) -> bool:
    """«التقى لاريجاني الأعرجي»: two known people side by side are not one name."""
    if m.rule != "name parts" or m.j - m.i != 2:
        return False
    first, second = _form_at(s, m.i, forms, 1), _form_at(s, m.i + 1, forms)
    return first is not None and second is not None and first[0] is not second[0]


def _is_surname(s: Scan, m: Mention, forms: Forms) -> bool:
    """«واجتمع السوداني إلى لاريجاني»: a demonym that is a known surname, and describes no noun before it."""
    if m.rule == "gazetteer" and m.j - m.i == 1 and not m.prep and m.i and s.word(m.i - 1) in BEFORE_ACTORS:
        return _form_at(s, m.i, forms) is not None  # «أكد أن أوستن رحب»
    if m.rule != "demonym" or m.number != "s" or m.j - m.i != 1 or _form_at(s, m.i, forms) is None:
        return False
    before = s.word(m.i - 1)
    verb = any(x.kind in ("verb", "light", "report", "general") for x in s.matches[m.i - 1]) if m.i else True
    return (
        not m.i
        or verb
        or bool(m.conj or m.prep)
        or not before.isalpha()
        or before in s.lexicon.grammar["prepositions"]
        or s.best(m.i - 1, "honorific") is not None
    )


def _form_at(s: Scan, k: int, forms: Forms, longest: int = LONGEST) -> tuple[Mention, int, str, str] | None:
    word = s.words[k]
    if word not in forms.spelled or not word.isalpha():
        return None
    for conj in ("", "و", "ف"):
        if conj and not word.startswith(conj):
            continue
        rest = word[len(conj) :]
        for prep in ("", "ب", "ل", "ك"):
            if prep and not rest.startswith(prep):
                continue
            stem = "ال" + rest[2:] if prep == "ل" and rest.startswith("لل") else rest[len(prep) :]
            for n in range(longest, 0, -1) if stem in forms.firsts else ():
                form = " ".join((stem, *s.words[k + 1 : k + n]))
                if k + n <= s.size and form in forms:
                    return forms[form], n, conj, prep
    return None


def roles_with_short_names(mentions: list[Mention]) -> list[Mention]:
    """«الوزير بارو», «الرئيس سعيد»: a role and the short form right after it are one mention."""
    out: list[Mention] = []
    for m in mentions:
        if (
            out
            and m.rule == "short form"
            and out[-1].kind == "role"
            and out[-1].rule != "voice"
            and out[-1].j == m.i
            and not m.prep
            and not m.conj
        ):
            role = out.pop()
            out.append(replace(role, kind="person", j=m.j, name=m.name, name_span=m.name_span, rule="title"))
        else:
            out.append(m)
    return out
