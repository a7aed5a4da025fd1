"""One document read by a model: asked piece by piece, checked against the text, grounded by the rules."""

from msgspec.structs import replace

from waqai.llm.answer import Told
from waqai.llm.claims import RULE, ClaimReader, merged
from waqai.llm.client import Client
from waqai.llm.options import LlmError, LlmOptions, Usage
from waqai.llm.prompt import messages
from waqai.model import Document, Event, Record
from waqai.pipeline.analyze import Analysis, analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.ground import ground
from waqai.pipeline.link import link

PIECE = 6000
"""Characters asked about at once: long enough for a news report, short enough for the memory of a small model."""
LONGEST = 120_000
"""Characters of a document that a model is asked about at all; a book would cost without end."""
ENTRY = f"triggers:{RULE}:"


class LlmReader:
    """Reads documents with a language model."""

    def __init__(self, options: LlmOptions, use_model: bool = True) -> None:
        """Prepare to read; nothing is sent.

        Args:
            options: the model and how it is asked.
            use_model: let the learned scorers help the rules, as in `waqai.reader.Reader`.

        Raises:
            BadValue: the extra `llm` is not installed, or the address cannot be one.
        """
        self.options = options
        self.use_model = use_model
        self.client = Client(options)

    def read(self, document: Document) -> tuple[Record, Usage]:
        """Read one document.

        1. asked what events it tells, in pieces where it is long
        2. each quotation found in the text, or dropped; the rest made frames
        3. with `merge`, put together with the frames of the rules
        4. dated, named and written by the rules, as any frames

        Args:
            document: a document in Arabic.

        Returns:
            The record, and what it cost. With `merge`, a model that fails leaves the record of the rules and a note.

        Raises:
            LlmError: the model gave no answer, and there are no rules to fall back on.
        """
        analysis = analyze(document)
        rules = extract(detect(analysis, self.use_model))
        try:
            told, usage = self._ask(analysis)
        except LlmError as error:
            if not self.options.merge:
                raise
            return link(ground(rules)), error.usage + Usage(note=f"read by rules alone: {error}")
        claims = ClaimReader(rules.detected, rules.attributions, self.options.model).read(told)
        frames = merged(rules.frames, claims.frames) if self.options.merge else claims.frames
        record = link(ground(replace(rules, detected=claims.detected, frames=frames)))
        checked = Usage(kept=claims.kept, dropped=claims.dropped, refused=claims.refused)
        return replace(record, events=tuple(_traced(e, self.options.model) for e in record.events)), usage + checked

    def _ask(self, analysis: Analysis) -> tuple[tuple[Told, ...], Usage]:
        """The events of all pieces; the cost of pieces answered before one fails is not lost."""
        document, usage = analysis.document, Usage()
        if len(document.text) > LONGEST:
            raise LlmError(f"{len(document.text)} characters are too many for a language model: split the text")
        told: list[Told] = []
        for piece in pieces(analysis):
            try:
                answer, cost = self.client.ask(messages(piece, document.published))
            except LlmError as error:
                raise LlmError(str(error), usage + error.usage) from None
            usage += cost + Usage(refused=answer.refused)
            told.extend(answer.events)
        return tuple(told), usage


def pieces(analysis: Analysis) -> list[str]:
    """The text in pieces of whole sentences, none longer than `PIECE` unless one sentence is."""
    text, out, start = analysis.document.text, list[str](), 0
    for sentence in analysis.sentences:
        if sentence.end - start > PIECE and sentence.start > start:
            out.append(text[start : sentence.start])
            start = sentence.start
    return [*out, text[start:]]


def _traced(event: Event, model: str) -> Event:
    """What a model claimed is traced to it, not to the lexicon."""
    if not event.trace or not event.trace[0].rule.startswith(ENTRY):
        return event
    because = f"claimed by {model}; its words are in the text"
    trace = tuple(
        replace(t, rule=t.rule.removeprefix("triggers:"), because=because) if t.rule.startswith(ENTRY) else t
        for t in event.trace
    )
    return replace(event, trace=trace)


def check_endpoint(options: LlmOptions) -> None:
    """See before a run that the endpoint answers and has the model.

    Raises:
        BadValue: the extra `llm` is missing, or the address cannot be one.
        LlmError: no answer, a refused key, or another model's name.
    """
    names = Client(options).models()
    # Services take short names too: «qwen3» for «qwen3:latest».
    if names and not any(options.model in name for name in names):
        offered = ", ".join(sorted(names)[:8])
        raise LlmError(f"{options.endpoint} has no model «{options.model}»: it offers {offered}")
