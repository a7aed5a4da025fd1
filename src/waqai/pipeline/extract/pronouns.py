"""The pronoun at the end of a head, as a mention that points back."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.bound import NUMBERS
from waqai.pipeline.extract.heads import Head


def pronoun(found: Found, index: int, h: Head) -> Mention:
    """The pronoun at the end of a head, as a mention that points back."""
    return Mention(
        sentence=index,
        i=h.j - 1,
        j=h.j,
        kind="anaphor",
        name=h.pronoun,
        name_span=found.sentence.spans[h.j - 1],
        number=NUMBERS.get(h.pronoun, "s"),
        rule="pronoun",
        pronoun=h.pronoun,
    )
