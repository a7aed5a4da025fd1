"""Stage 1: bytes become documents. One public function, `acquire`; nothing that follows touches a file.

A source is a path, or "-" for standard input. It holds one document (plain text, a saved page) or many
(JSON Lines, a JSON array). Whatever cannot be read is said in one line and never stops the others.
"""

from waqai.pipeline.acquire.build import Given, build_document
from waqai.pipeline.acquire.files import Acquired, acquire, acquire_bytes, acquire_stream

__all__ = ["Acquired", "Given", "acquire", "acquire_bytes", "acquire_stream", "build_document"]
