"""The API against its own OpenAPI document: no fault of ours, no answer that it does not describe."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.server.conftest import filled

from waqai.server.app import create_app
from waqai.server.auth import Accounts
from waqai.server.settings import Settings
from waqai.store import open_store

PASSWORD = "a long password"


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder: Path = tmp_path_factory.mktemp("contract")
    store = open_store(str(folder / "library.db"))
    filled(store)
    user = Accounts(store).add("سلمى", PASSWORD, "reviewer")
    app = create_app(Settings(host="0.0.0.0", rate=0), store)  # any name leads here
    made = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    made.app.state.key = app.state.signer.key(user.name, user.stamp)
    yield made
    store.close()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_api_keeps_its_contract(contract: Any, mode: GenerationMode) -> None:
    headers = {"Authorization": f"Bearer {contract.app.state.key}"}
    failed = []
    for found in contract.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def asked(case: Any) -> None:
            # What the shapes allow may still be wrong (a pair of one state, a text without words): that is 422.
            case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

        try:
            asked()
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE  # nothing can be wrong where nothing is given
        except FailureGroup as errors:
            failed.append(f"{operation.label}: {errors}\n{errors.exceptions}")
    assert not failed, "\n\n".join(failed)
