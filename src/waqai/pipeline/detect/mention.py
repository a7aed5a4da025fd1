"""What detect finds: mentions of people, states, organisations, groups and places."""

from msgspec import Struct


class Mention(Struct, frozen=True, kw_only=True, gc=False):  # holds no other object that could hold it
    """A noun phrase that names someone or something, on the words `[i, j)` of a sentence.

    Attributes:
        kind: person (has a name) · role (an office without a name) · state · org · group · place ·
            anaphor («الجانبان») · thing (a noun with a demonym: «السفارة الإسرائيلية»).
        name: the name as written; for a role or group the whole phrase.
        name_span: its words.
        office: office words in order, the first the one given in the record; other offices follow.
        country: ISO alpha-3, when the words say it.
        host: country a diplomat is posted to or an envoy is for.
        prep: attached or preceding preposition; conj: attached conjunction.
        adjective: a demonym that describes the noun before it.
        number: s, d or p. definite: carries ال or a genitive.
    """

    sentence: int
    i: int
    j: int
    kind: str
    name: str = ""
    name_span: tuple[int, int] | None = None
    offices: tuple[str, ...] = ()
    prefix: str = ""
    country: str | None = None
    host: str | None = None
    sector: str | None = None
    body: str | None = None
    ref: int | str | None = None
    prep: str = ""
    conj: str = ""
    adjective: bool = False
    number: str = "s"
    definite: bool = False
    rule: str = ""
    pronoun: str = ""

    @property
    def office(self) -> str | None:
        """The first office with its modifiers in front."""
        return self.prefix + self.offices[0] if self.offices else None
