"""A real HTTP service that answers as recorded, so that the SDK, its retries and its timeouts are the real ones."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

EXCHANGES = Path(__file__).parent / "exchanges"


class Service:
    """Answers each question with the next of its replies, the last one again and again."""

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.models = ["small"]
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.keys.append(self.headers.get("Authorization"))
                self._send(200, {"object": "list", "data": [{"id": m, "object": "model"} for m in service.models]})

            def do_POST(self) -> None:
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = service.replies[min(len(service.asked), len(service.replies) - 1)]
                service.asked.append(question)
                time.sleep(reply.get("delay", 0))
                self._send(reply.get("status", 200), reply["body"])

            def _send(self, status: int, body: object) -> None:
                data = json.dumps(body, ensure_ascii=False).encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)
                except BrokenPipeError:
                    pass  # who asked did not wait

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def play(self, name: str) -> None:
        """Answer as in a file of `exchanges/`."""
        self.replies = json.loads((EXCHANGES / f"{name}.json").read_text(encoding="utf-8"))["replies"]

    def say(self, *contents: str) -> None:
        """Answer with these texts."""
        self.replies = [{"body": completion(content)} for content in contents]


def completion(content: str) -> dict[str, Any]:
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "small",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }


@pytest.fixture
def service() -> Iterator[Service]:
    pytest.importorskip("openai", reason="the extra llm is not installed: pip install 'waqai[llm]'")
    running = Service()
    yield running
    running.server.shutdown()
    running.server.server_close()
