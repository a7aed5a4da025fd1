"""What type a frame comes to, once it is known who does it: protesters protest, two armies exercise together."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.draft import UNREALISED, typed
from waqai.text.fold import fold_word

OUTLAWS = frozenset(["REB", "CRM"])
# Who stops people at a barrier by office, and not in protest.
POWER = frozenset(["MIL", "COP", "GOV"])
INTERIOR = ("الداخلية", "الدرك", "الشرطة")
PROTESTERS = ("متظاهر", "محتج", "معتصم", "مضرب")
# «أغلق مزارعون الطريق», «احتل طلاب مبنى الجامعة»: what civilians close, they obstruct.
CROWD_CLOSES = {"restrict": frozenset(["CVL", "EDU", "LAB"]), "seize": frozenset(["CVL", "EDU", "LAB"])}
SETTLERS = "مستوطن"
# «وقف مئات الأهالي أمام السجن مطالبين بالإفراج», «صلوا في الساحة احتجاجا»: a crowd says so in the street.
SAID_IN_THE_STREET = frozenset(["ACCUSE", "REQUEST", "REJECT", "SUPPORT"])
PEOPLE = frozenset(["CVL", "EDU", "REL", "MED"])
SHOWN_BY_PROTEST = {"ASSAULT": "riot", "COERCE": "obstruct", "ACCUSE": "demo", "REQUEST": "demo", "MOBILIZE": "demo"}
# Who attacks with words when a name is all that is said of it: «هاجم الرئيس القرار», «شن هجوما على المعارضة».
SPEAKERS = frozenset(("GOV", "LEG", "PTY", "OPP", "MED", "BUS", "REL", "JUD"))


def kind_of(frame: Frame) -> tuple[str, str | None]:
    """Type and mode of what a frame tells.

    Args:
        frame: a trigger with its roles filled.

    Returns:
        A PLOVER type and its mode, if it has one.
    """
    kind, mode = typed(frame)
    if kind == "ASSAULT" and mode is None and _only_speaks(frame):
        return "ACCUSE", "disapprove"
    if frame.trigger.act == "exercise" and kind in ("COOPERATE", "MOBILIZE") and frame.status not in UNREALISED:
        return _exercise(frame, kind, mode)
    if frame.trigger.act == "arrest" and mode == "arrest" and frame.actors and all(_outlaw(m) for m in frame.actors):
        return "ASSAULT", "abduct"
    if kind == "COERCE" and mode == "seize" and frame.trigger.act == "attack" and frame.actors:
        return _storming(frame, kind, mode)
    if kind == "PROTEST" and mode == "obstruct" and frame.actors and all(m.sector in POWER for m in frame.actors):
        return "COERCE", "restrict"  # «أقامت قوة للاحتلال حاجزا»
    if mode == "boycott" and frame.actors and all(m.kind == "state" for m in frame.actors):
        return "SANCTION", "discontinue"  # people boycott; a state breaks off trade
    if kind == "MOBILIZE" and mode == "troops" and frame.actors:
        return kind, _posture(frame)
    if kind in SHOWN_BY_PROTEST and any(m.kind == "group" and _protests(m.name) for m in frame.actors):
        return "PROTEST", "vandalize" if mode == "destroy" else SHOWN_BY_PROTEST[kind]
    if kind == "CONCEDE" and frame.trigger.act == "release" and _judges(frame):
        return "RETREAT", "release"
    if kind in SAID_IN_THE_STREET and _purpose(frame):
        return "PROTEST", "demo"
    if kind == "COERCE" and mode in CROWD_CLOSES and frame.head.verb and _all_crowd(frame.actors, mode):
        return "PROTEST", "obstruct"
    return kind, mode


def act_of(kind: str, act: str) -> str:
    """The act of a trigger once its frame has come to be of another type: protest, or an attack with words."""
    if kind == "PROTEST":
        return "protest"
    if kind == "COERCE" and act == "protest":
        return "other"
    if kind == "SANCTION" and act == "protest":
        return "sanction"
    return "condemnation" if kind == "ACCUSE" and act == "attack" else act


def refuses_nothing(frame: Frame) -> bool:
    """«لم يستبعد عقد قمة», «لا تعارض الانضمام»: who does not refuse has refused nothing."""
    negated = frame.status == "denied" and frame.status_rule == "negation"
    return negated and frame.head.verb and frame.trigger.type == "REJECT"


def _only_speaks(frame: Frame) -> bool:
    """Named officials, politicians and the press attack with words; armies, groups and states with arms."""
    if frame.trigger.act != "attack" or not frame.head.verb or not frame.actors:
        return False
    return all(m.sector == "MED" or (m.kind in ("person", "role") and m.sector in SPEAKERS) for m in frame.actors)


def _storming(frame: Frame, kind: str, mode: str | None) -> tuple[str, str | None]:
    """Gunmen who storm a place attack it; settlers and crowds riot; forces and officials raid it."""
    if all(_outlaw(m) for m in frame.actors):
        return "ASSAULT", None
    crowd = all(m.kind == "group" and m.sector in ("CVL", "EDU", "LAB") for m in frame.actors)
    return ("PROTEST", "riot") if crowd else (kind, mode)


def _posture(frame: Frame) -> str:
    """«انتشرت قوات مكافحة الشغب», «حشد المسلحون مقاتليهم»: whose men they are says what is put in position."""
    if all(m.sector == "COP" or any(word in m.name for word in INTERIOR) for m in frame.actors):
        return "police"
    return "militia" if all(_irregular(m) for m in frame.actors) else "troops"


def _irregular(m: Mention) -> bool:
    """Rebels, gunmen and tribes: who takes up arms without being an army."""
    return m.sector == "REB" or _outlaw(m) or (m.kind == "group" and m.sector == "CVL" and m.number == "p")


def _exercise(frame: Frame, kind: str, mode: str | None) -> tuple[str, str | None]:
    """«أجرت مصر والهند تدريبا» is done together; what one army does at its own order is posture."""
    if len({m.country for m in frame.actors} - {None}) > 1:
        return "COOPERATE", None
    return kind, mode


def _outlaw(m: Mention) -> bool:
    """Gunmen, rebels and bandits hold hostages; only those in power arrest."""
    return m.kind == "group" and m.sector in OUTLAWS


def _judges(frame: Frame) -> bool:
    """«قررت النيابة إطلاق سراح ...»: a court's order to set free is carried out; a ruler's promise is a promise."""
    return bool(frame.actors) and all(m.sector == "JUD" for m in frame.actors)


def _purpose(frame: Frame) -> bool:
    """Whether a word only says what for or why a crowd does what its verb tells: «مطالبين», «احتجاجا على»."""
    aside = frame.head.participle or (not frame.head.verb and frame.controlled and not frame.head.article)
    return aside and bool(frame.actors) and all(_people(m) for m in frame.actors)


def _people(m: Mention) -> bool:
    """Many people, counted or of a place or a school: no union, which speaks in statements."""
    many = m.kind == "group" and m.number == "p" and SETTLERS not in m.name
    return many and (m.sector in PEOPLE or (m.rule == "counted" and m.sector == "LAB"))


def _all_crowd(actors: tuple[Mention, ...], mode: str) -> bool:
    """People of a trade or a town, spoken of in the plural: no bodies, and no settlers, who take what they close."""
    people = (m.kind == "group" and m.number == "p" and m.sector in CROWD_CLOSES[mode] for m in actors)
    return bool(actors) and all(people) and not any(SETTLERS in m.name for m in actors)


def _protests(name: str) -> bool:
    return any(word.removeprefix("ال").startswith(PROTESTERS) for word in fold_word(name).split())


def is_made(kind: str, frame: Frame) -> bool:
    """«لم توافق» is a refusal, «سيقصف» a threat: who says so has made it."""
    refused = kind == "REJECT" and frame.status == "denied" and frame.status_rule != "denial"
    return refused or (kind == "THREATEN" and frame.status == "planned")
