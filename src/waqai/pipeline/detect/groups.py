"""Groups: «قوات الأمن العراقية», «فصائل سورية», «حركة \"إم 23\"»."""

from msgspec.structs import replace

from waqai.lexicon import Match
from waqai.pipeline.detect.bare import described
from waqai.pipeline.detect.group_names import OF_POWER, in_quotes, name_end, task_end
from waqai.pipeline.detect.heads import ARMED
from waqai.pipeline.detect.kinds_of_people import beside_people, describes
from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.no_party import force_itself, head_word, marches, means_no_party, sound
from waqai.pipeline.detect.phrases import country_of, mention_of, ministry, organisation
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.sent_by import words_between

GROUP_WORDS = 3
# «انتهت ولايته»: a term of office, no province.
TERM = ("ولايته", "ولايتها", "ولايتهم")
NAMED_AGAIN = frozenset(["NGO", "LAB", "IGO", "REB", "PTY", "OPP", "CRM", "JUD"])
ONE_PERSON = "sg people"
# Kinds of groups that are Israel's unless a demonym says otherwise.
OF_ISRAEL = ("settlers", "occupation")
# «طالب الوفد | السلطات»: no adjectives of a body before them.
POWERS = frozenset(("السلطات", "الحكومه", "الجيش", "الشرطه"))
THAT, MEN = frozenset(("ان", "بان")), frozenset(("قاده", "قضاه", "ولاه", "دعاه", "افارقه"))
ENDS_GROUP = frozenset(("verb", "light", "general", "attribution", "office", "minister"))


def group_at(s: Scan, m: Match) -> Mention | None:
    """«قوات الأمن العراقية», «فصائل سورية», «الجيش السوداني», «متظاهرون»; «مسيرة احتجاجية» is no drone."""
    beside = s.word(m.i) == "جانب" and s.word(m.i - 1) == "الي"  # «وقوفها إلى جانب الصومال»
    if beside or marches(s, m) or describes(s, m) or _of_another(s, m):
        return None
    if force_itself(s, m) or _foreign_occupation(s, m) or (m.pronoun and s.word(m.i).startswith(TERM)):
        return None
    if m.info == ONE_PERSON and m.article:
        # «السجين السياسي فلان»: a title, or somebody named before.
        return described(s, m)
    number = "p" if m.info.startswith("pl") else "s"
    definite = m.article or s.word(m.i)[len(m.conj) + len(m.prep) :].startswith("ال")
    if (quoted := in_quotes(s, m, number, definite)) is not None:
        return quoted
    j = _of_force(s, m, _named(s, m, definite))
    j, country = _owned(s, m, j, definite)
    j = task_end(s, m, j, definite)
    if country is None:
        j, country = _of_occupiers(s, m, j)
    if not definite and means_no_party(s, m, j, country):
        return None
    led = words_between(s, j)
    sent = led and m.info.endswith(("diplomatic", "delegation"))
    construct = j == m.i + 1 and not sound(s, m)  # «منظمات حقوقية | إدارة السجن»
    if (
        (number == "p" or sent or (led and not definite and str(m.ref) in ARMED))
        and (led or (country is None and not definite and construct))
        and (body := _body_at(s, j + led))
    ):
        if body.kind == "org":
            return replace(body, i=m.i, prep=m.prep, conj=m.conj)
        j, country = body.j, body.country
    j = next((k + 1 for k in (j, j + 1) if s.section(k, "enemy_words")), 0) or j
    if s.word(j) == "بقياده" and (leader := s.best(j + 1, "state", "nisba")) and not leader.prep:
        j, country = leader.j, country or str(leader.ref)
    # «الحركة», «المحكمة», «الوزارة»: one named before; what «السلطات» and «القوات» are, their state tells.
    again = str(m.ref) in NAMED_AGAIN or m.info.endswith("ministry")
    known = j > m.j or m.article or (definite and again)
    return mention_of(s, m, "group", j, country=country, sector=str(m.ref), number=number, definite=known, rule="group")


def _named(s: Scan, m: Match, definite: bool) -> int:
    """The end of a body's name: «تنسيقية لجان», «محكمة أمن الدولة»."""
    of = s.best(m.j, "group") if not definite and s.section(m.i, "bodies_of") else None
    if of is not None and of.info.startswith("pl") and not (of.prep or of.conj or of.article or m.pronoun):
        return of.j
    institution = head_word(s, m) in s.lexicon.grammar["institution_words"]
    return _genitives(s, m, definite) if institution else name_end(s, m, definite)


def _of_force(s: Scan, m: Match, j: int) -> int:
    """«ضابط شرطة»: where somebody's word ends with the force he is of."""
    force = s.best(j, "group") if m.info == ONE_PERSON else None
    bare = force is not None and not (force.article or force.conj or force.prep or s.article(j))
    return force.j if bare and force and str(force.ref) in OF_POWER and force.info != ONE_PERSON else j


def _of_another(s: Scan, m: Match) -> bool:
    """«قال الجيش إن جنوده قتلوا»: what they do the army does; «الحملة التي قادتها الرياض»: a verb, and no leaders."""
    forces = str(m.ref) in ARMED and s.word(m.i - 1) in THAT
    return m.pronoun != "" and (forces or s.section(m.i - 1, "relatives") or s.feminine(m))


def _body_at(s: Scan, k: int) -> Mention | None:
    """«مسلحون من حركة الشباب», «ممثلون عن الحكومة»: the body whose people they are is the party."""
    m = s.best(k, "org", "ministry", "group")
    if m is not None and m.kind == "group":
        # «وزارة» alone is a group as well.
        m = s.best(k, "ministry") or m
    if (m is None or m.kind == "group") and s.best(k, "office", "minister"):  # «وفد من رؤساء دول الجماعة الاقتصادية»
        m = next((of for n in range(k + 1, k + 4) if (of := s.best(n, "org"))), None)
    if m is None or m.prep or m.conj:
        return None
    if m.kind == "ministry":
        return ministry(s, m)
    if m.kind == "group":
        return group_at(s, m) if m.ref in OF_POWER and m.info.startswith("sg") and m.info != ONE_PERSON else None
    return organisation(s, m, m.j, country_of(s, m))


def _of_occupiers(s: Scan, m: Match, j: int) -> tuple[int, str | None]:
    """«قناص الاحتلال», «محكمة الاحتلال», «مستوطنون»: Israel's as a rule; «قوات الاحتلال الروسي» says otherwise."""
    if s.section(j, "occupiers"):
        of = s.best(j + 1, "nisba")
        return (of.j, str(of.ref)) if of and of.article and not of.conj else (j + 1, "ISR")
    return j, "ISR" if m.info.endswith(OF_ISRAEL) or s.section(j - 1, "occupiers") else None


def _foreign_occupation(s: Scan, m: Match) -> bool:
    """«الاحتلال الروسي لكييف» is what a state does; «الاحتلال» alone is who does it."""
    return s.section(m.i, "occupiers") and m.j == m.i + 1 and s.best(m.j, "nisba") is not None


def _owned(s: Scan, m: Match, start: int, definite: bool) -> tuple[int, str | None]:
    """The adjectives and the owner after a group's noun: where they end, and the owner's state."""
    if start == m.j > m.i + 1 and s.section(m.j - 1, "belonging_words"):
        return _belonging(s, m.j - 1, start)  # «القوات الموالية للحكومة اليمنية»
    for k in range(start, min(start + GROUP_WORDS + 1, s.size)):
        if _of_many_states(s, m, k, start, definite):
            return k + 1, None
        nisba = s.best(k, "nisba") if definite else None
        owner = nisba if nisba and nisba.article else s.best(k, "nisba", "state", "place", "org", "seat")
        own = owner is not None and not (owner.prep or owner.conj or (owner.kind == "place" and _drone(s, k - 1)))
        if (owner and not own) or _other_case(s, m, k) or (owner and _described(s, m, k, owner)):
            break
        if owner and owner.kind == "nisba" and definite and (not _agrees(s, m, k) or _of_another_noun(s, m, k)):
            break
        if owner and (owner.kind == "nisba" or (not definite and k in (m.j, start) and not sound(s, m))):
            return owner.j, country_of(s, owner)
        if owner and definite and owner.kind in ("state", "seat"):
            break
        if s.section(k, "belonging_words"):
            return _belonging(s, k, start)
        if (
            k in s.times
            or not s.word(k).isalpha()
            or _other_body(s, k)
            or (definite and (s.section(k, "mission_nouns") or s.word(k) in POWERS or beside_people(s, m, k)))
            or not _adjective(s, definite, k)
            or (definite and not _agrees(s, m, k))
        ):
            break
        if any(x.kind in ENDS_GROUP or x.prep for x in s.matches[k]):
            break
    return start, None


def _drone(s: Scan, k: int) -> bool:
    """«استهدفت مسيرة مطار أربيل»: a drone is no town's."""
    return s.section(k, "weapon_drone")


def _of_many_states(s: Scan, m: Match, k: int, start: int, definite: bool) -> bool:
    """«وفد أممي», «لجنة خبراء أوروبية»: of no one state; in «مسلحون قافلة أممية» that is another's."""
    near = k == start or not (definite or s.word(m.j - 1).endswith(("ون", "ين")))
    return (
        near
        and _agrees(s, m, k)
        and s.section(k, "of_all_states")
        and s.article(k) == definite
        and not s.best(k + 1, "nisba")
    )


def _other_body(s: Scan, k: int) -> bool:
    """«نقابة الأطباء والحكومة»: a power joined by و is no part of a body's name."""
    joined = s.best(k, "group") if s.word(k).startswith("وال") else None
    return joined is not None and str(joined.ref) in OF_POWER


def _described(s: Scan, m: Match, k: int, owner: Match) -> bool:
    """«لجنة أممية | إسرائيل»: behind its adjective a noun has no state of its own for an owner."""
    last = s.word(m.j - 1)
    adjective = m.j > m.i + 1 and last.endswith(("يه", "ي")) and not last.startswith("ال")
    return k == m.j and adjective and owner.kind in ("state", "seat", "place")


def _other_case(s: Scan, m: Match, k: int) -> bool:
    """«خطف مسلحون | مهندسين هنديين»: in another case than the group's noun it is another party."""
    return s.word(m.i).endswith("ون") and s.word(k).endswith("ين") and not s.word(k).startswith("ال")


def _of_another_noun(s: Scan, m: Match, k: int) -> bool:
    """«الطلاب | الأعلام الفلسطينية»: a demonym that agrees with the noun between, and not with the group."""
    between = k > m.j and not s.word(k - 1).endswith("ه")
    return between and m.info.startswith("pl") and s.word(k).endswith("ه")


def _agrees(s: Scan, m: Match, k: int) -> bool:
    """«السفارة | المواطنين», «السلطات | الحداد»: what does not agree with one body opens a phrase of its own."""
    feminine = s.word(m.i).endswith(("ه", "ات")) and m.j == m.i + 1 and head_word(s, m) not in MEN
    if (m.info.startswith("pl") or m.j > m.i + 1) and not feminine:
        return True
    if feminine:
        return s.word(k).endswith(("ه", "ا")) or s.section(k, "feminine_elatives")
    return not s.word(k).endswith(("ين", "ون"))


def _belonging(s: Scan, k: int, start: int) -> tuple[int, str | None]:
    """«التابعة للجيش السوداني»."""
    owner = s.best(k + 1, "org", "group", "state", "nisba", "seat")
    if owner is None or owner.prep != "ل":
        return start, None
    end = owner.j + (owner.kind == "group" and s.article(owner.j) and not s.best(owner.j, "nisba"))
    nisba = s.best(end, "nisba")
    if nisba and nisba.article:
        return nisba.j, str(nisba.ref)
    return end, None if owner.kind == "group" else country_of(s, owner)


def _genitives(s: Scan, m: Match, definite: bool) -> int:
    """The end of the genitives that go on an institution's name; after ال only adjectives do."""
    end = k = m.j
    while end < min(k + 4, s.size) and end not in s.times:
        word = s.word(end)
        verb = any(
            x.kind in ("verb", "light", "report", "general", "office", "minister", "honorific") for x in s.matches[end]
        )
        owner = s.best(end, "nisba", "state", "place", "org", "seat")
        if (
            not word.isalpha()
            or _other_body(s, end)
            or (verb and not s.article(end))
            or (definite and (s.best(end, "office", "minister") or not _agrees(s, m, end)))
            or s.best(end, "honorific")
            or owner
            or word in s.lexicon.grammar["relatives"]
            or not (
                s.article(end)
                or word.startswith("وال")
                or (
                    not definite
                    and word in s.lexicon.names
                    and word not in s.lexicon.common
                    and word not in s.names.stop
                )
                or (end == k and word in ("مكافحه", "حمايه", "دعم", "شوون"))
            )
        ):
            break
        end += 1
    return end


def _adjective(s: Scan, definite: bool, k: int) -> bool:
    """Words allowed between a group's head and its demonym agree with it in having ال or not."""
    word, grammar = s.word(k), s.lexicon.grammar
    if word in grammar["prepositions"] or word in grammar["subordinators"] or word in grammar["land_words"]:
        return False
    if definite:
        return word.startswith("ال")
    return not word.startswith("ال") and word.endswith(("ون", "ين", "ات", "يه", "ه", "يون", "يين", "ار", "اء"))
