"""The reader that asks a large language model: any OpenAI-compatible endpoint. Optional; see `docs/models.md`.

The model says which words tell of an event and who takes which part; the rules find those words in the text, know who
and when they are, and write the record. What is not in the text is dropped. It needs the extra `llm` (openai).
`waqai.llm.reader` holds the reader; this door is light, for all that is read without one.
"""

from waqai.llm.options import LlmError, LlmOptions, Usage

__all__ = ["LlmError", "LlmOptions", "Usage"]
