"""How a language model is asked, and what the asking cost."""

from msgspec import Struct

from waqai.errors import WaqaiError


class LlmOptions(Struct, frozen=True, kw_only=True):
    """Where the model is and how it is asked.

    Attributes:
        endpoint: address of the OpenAI-compatible service ("http://localhost:11434/v1").
        model: its name there.
        merge: read by rules too, and put both together; `False` takes the model's events alone.
        timeout: seconds one request may take.
        retries: how often a request that failed in passing (timeout, no connection, 429, 5xx) is sent again.
        max_tokens: the longest answer.
    """

    endpoint: str
    model: str
    merge: bool = False
    timeout: float = 120.0
    retries: int = 2
    max_tokens: int = 4096


class Usage(Struct, frozen=True, kw_only=True):
    """What reading one document cost, and what became of the claims.

    Attributes:
        requests: questions answered.
        tokens_in: tokens of the questions; tokens_out: of the answers, as the endpoint counts them.
        seconds: time waited, failures too.
        kept: quotations found in the text.
        dropped: quotations that are not in the text.
        refused: events of the answer that no record can hold: an unknown type, a trigger that is not in the text.
        note: what went wrong where the document was read all the same.
    """

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    kept: int = 0
    dropped: int = 0
    refused: int = 0
    note: str | None = None

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            requests=self.requests + other.requests,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            seconds=self.seconds + other.seconds,
            kept=self.kept + other.kept,
            dropped=self.dropped + other.dropped,
            refused=self.refused + other.refused,
            note=self.note or other.note,
        )


class LlmError(WaqaiError):
    """A language model that cannot be asked, or gave no answer that can be used.

    Attributes:
        usage: what asking cost all the same.
    """

    def __init__(self, message: str, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.usage = usage or Usage()
