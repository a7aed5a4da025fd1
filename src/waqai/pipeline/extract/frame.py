"""What extract yields: triggers with filled roles."""

from msgspec import Struct

from waqai.lexicon.load import Trigger
from waqai.model import Topic
from waqai.pipeline.detect import Mention, TimeMention
from waqai.pipeline.extract.heads import Head


class Attribution(Struct, frozen=True, kw_only=True, gc=False):
    """Who says so: the mention or the words, through what, and how far it reaches.

    Attributes:
        scope: word range of the sentence whose content this source carries.
        way: said (a clause of reported words) · direct (a noun as object of the verb) · according («بحسب») ·
            accused (an accuser's charge) · office (a statement by the office of who speaks) ·
            voice (who speaks for somebody: «على لسان المتحدث») ·
            backward (said of the sentence before: «جاء ذلك في بيان»).
    """

    text: str
    kind: str
    span: tuple[int, int]
    mention: Mention | None = None
    via: tuple[str, ...] = ()
    scope: tuple[int, int] = (0, 10_000)
    at: int = 0
    rule: str = ""
    way: str = "said"


class Filled(Struct, frozen=True, gc=False):
    """A mention in a slot of a head, as lexicon entries name slots: `subj`, `obj`, `by`, `between`, a preposition."""

    slot: str
    mention: Mention
    head: Head


class Frame(Struct, frozen=True, kw_only=True, gc=False):
    """A trigger with the mentions that fill its roles, in one sentence.

    Attributes:
        filled: the slots that the roles come from.
        aside: a noun with ال that only says when («قبيل القمة»).
    """

    sentence: int
    head: Head
    trigger: Trigger
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    filled: tuple[Filled, ...] = ()
    status: str = "happened"
    status_rule: str = ""
    when: TimeMention | None = None
    where: Mention | None = None
    dest: Mention | None = None
    sources: tuple[Attribution, ...] = ()
    topics: tuple[Topic, ...] = ()
    anaphoric: bool = False
    controlled: bool = False
    mediated: bool = False
    joined: tuple[Mention, ...] = ()
    speaker: Mention | None = None
    reacts: str = ""
    aside: bool = False
