"""The endpoint: one question, one answer, by the openai SDK, in the strictest form that the endpoint takes."""

import os
import re
import time
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from waqai.errors import BadValue
from waqai.llm.answer import Decoded, decode, schema
from waqai.llm.options import LlmError, LlmOptions, Usage

KEYS = ("WAQAI_LLM_KEY", "OPENAI_API_KEY")
"""Environment variables that may hold the key; services on one's own machine want none."""
REFUSED = 400
NOT_THIS_FORM = (REFUSED, 404, 415, 422, 500, 501)
"""Answers of endpoints that do not know a form of `response_format`."""
SEED = 1


@lru_cache(maxsize=1)
def forms() -> tuple[dict[str, Any] | None, ...]:
    """Forms of an answer to ask for, the strictest first: by schema, any JSON, text."""
    by_schema = {"type": "json_schema", "json_schema": {"name": "events", "strict": True, "schema": schema()}}
    return by_schema, {"type": "json_object"}, None


class Client:
    """Asks one model.

    Attributes:
        form: position in `forms()` of the form that the endpoint takes; it only ever grows weaker.
        settings: further settings of a request; those that the endpoint refuses are taken off.
    """

    def __init__(self, options: LlmOptions) -> None:
        """Prepare to ask; nothing is sent.

        Raises:
            BadValue: the extra `llm` is not installed, or the address cannot be one.
        """
        if find_spec("openai") is None:
            raise BadValue('a language model needs openai: install it with pip install "waqai[llm]"')
        if not options.endpoint.startswith(("http://", "https://")):
            raise BadValue(
                f"--endpoint «{options.endpoint}» is no address: give one like http://localhost:11434/v1 (Ollama)"
            )
        self.options = options
        self.form = 0
        self.settings: dict[str, Any] = {"temperature": 0, "seed": SEED, "max_tokens": options.max_tokens}
        self._openai: Any = import_module("openai")
        self._sdk: Any = self._openai.OpenAI(
            base_url=options.endpoint,
            api_key=next((os.environ[name] for name in KEYS if os.environ.get(name)), "none"),
            timeout=options.timeout,
            max_retries=options.retries,
        )

    def models(self) -> list[str]:
        """Names of the models that the endpoint offers; empty where it does not say.

        Raises:
            LlmError: it cannot be reached, or refuses the key.
        """
        try:
            return [model.id for model in self._sdk.models.list()]
        except self._openai.OpenAIError as error:
            if getattr(error, "status_code", None) in (None, 401, 403):
                raise LlmError(self._said(error)) from None
            return []

    def ask(self, messages: list[dict[str, str]]) -> tuple[Decoded, Usage]:
        """Ask, and read the answer.

        1. as strict JSON by schema; where the endpoint does not take that, as any JSON; else as text; without settings
           that it does not take
        2. an answer that is no JSON is asked for once more in the weaker form

        Args:
            messages: the conversation.

        Returns:
            The events of the answer, and what it cost.

        Raises:
            LlmError: no answer, or none that can be read.
        """
        usage, start, form = Usage(), time.monotonic(), self.form
        while form < len(forms()):
            try:
                reply = self._send(messages, forms()[form])
            except self._openai.OpenAIError as error:
                status = getattr(error, "status_code", None)
                if status == REFUSED and self._without(str(error)):
                    continue
                if status in NOT_THIS_FORM and form < len(forms()) - 1:
                    form += 1
                    continue
                raise LlmError(self._said(error), usage + _since(start)) from None
            usage += _cost(reply)
            decoded = decode(_content(reply))
            if decoded is not None:
                self.form = form
                return decoded, usage + _since(start)
            form += 1
        said = f"{self.options.model} answered {usage.requests} times without JSON: choose another model"
        raise LlmError(said, usage + _since(start))

    def _send(self, messages: list[dict[str, str]], form: dict[str, Any] | None) -> Any:
        more = {"response_format": form} if form else {}
        return self._sdk.chat.completions.create(model=self.options.model, messages=messages, **self.settings, **more)

    def _without(self, refusal: str) -> bool:
        """Take off a setting that the service says it does not take; whether there was one."""
        named = next((name for name in self.settings if re.search(rf"\b{name}\b", refusal)), None)
        if named is None:
            return False
        value = self.settings.pop(named)
        if named == "max_tokens":
            self.settings["max_completion_tokens"] = value
        return True

    def _said(self, error: Exception) -> str:
        """One line that says what is wrong and what to do."""
        at, openai = self.options.endpoint, self._openai
        if isinstance(error, openai.APITimeoutError):
            return f"{at} gave no answer in {self.options.timeout:g} s: give --timeout, or a smaller model"
        if isinstance(error, openai.APIConnectionError):
            return f"{at} cannot be reached: start the service, or correct --endpoint"
        if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
            return f"{at} refuses the key: set {KEYS[0]}"
        if isinstance(error, openai.NotFoundError):
            return f"{at} has no model «{self.options.model}»: correct --model or --endpoint"
        reason = " ".join(str(error).split())[:200]
        return f"{at} failed: {reason}"


def _content(reply: Any) -> str:
    """The text of the first choice; empty where there is none."""
    choices = reply.choices or []
    return (choices[0].message.content or "") if choices else ""


def _cost(reply: Any) -> Usage:
    said = reply.usage
    counts = [int(getattr(said, name, None) or 0) for name in ("prompt_tokens", "completion_tokens")]
    return Usage(requests=1, tokens_in=counts[0], tokens_out=counts[1])


def _since(start: float) -> Usage:
    return Usage(seconds=time.monotonic() - start)
