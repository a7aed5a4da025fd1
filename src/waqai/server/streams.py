"""An exporter writes, an answer reads: a pipe between them that holds little and notices when one side has gone."""

import io
import queue
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

BLOCK = 64 * 1024
DEPTH = 8
PATIENCE = 60.0
"""Seconds that the writer waits for a reader that takes nothing."""


class _Pipe(io.RawIOBase):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: queue.Queue[bytes | None] = queue.Queue(DEPTH)
        self.gone = threading.Event()
        self.error: BaseException | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        block = bytes(memoryview(cast(bytes, data)))
        self._put(block)
        return len(block)

    def _put(self, block: bytes | None) -> None:
        if self.gone.is_set():
            raise BrokenPipeError("the reader has gone")
        try:
            self.blocks.put(block, timeout=PATIENCE)
        except queue.Full:
            raise BrokenPipeError("the reader takes nothing") from None

    def end(self) -> None:
        """Say that nothing more comes; a reader that has gone is not told."""
        try:
            self._put(None)
        except BrokenPipeError:
            self.gone.set()


def stream(write: Callable[[BinaryIO], None]) -> Iterator[bytes]:
    """What `write` writes, in blocks, while it writes.

    Args:
        write: writes to the stream it is given, in a thread of its own; ends with `BrokenPipeError` when the reader
            goes away or takes nothing for a minute.

    Raises:
        BaseException: what `write` raised, after what it wrote before.
    """
    pipe = _Pipe()

    def work() -> None:
        try:
            with io.BufferedWriter(pipe, BLOCK) as out:
                write(cast(BinaryIO, out))
                out.flush()
                pipe.end()
        except BrokenPipeError:
            pipe.gone.set()
        except BaseException as error:  # noqa: BLE001  # handed to the reader, who raises it
            pipe.error = error
            pipe.end()

    # Started now: where nobody ever reads, the writer gives up by itself and what it holds is given back.
    threading.Thread(target=work, daemon=True).start()
    return _read(pipe)


def _read(pipe: _Pipe) -> Iterator[bytes]:
    try:
        while (block := pipe.blocks.get()) is not None:
            yield block
        if pipe.error:
            raise pipe.error
    finally:
        pipe.gone.set()
        while not pipe.blocks.empty():
            pipe.blocks.get_nowait()
