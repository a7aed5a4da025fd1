# From a bare Debian with python3, python3-venv and make: `make demo` and `make test`.
.DELETE_ON_ERROR:
.PHONY: demo demo-library serve test test-llm lint types resources pytest data bench bench-time bench-link lock clean help

PYTHON := $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
DEMO := out/demo/library.db

help:
	@echo "make demo        read an example, make a small library of example reports, show it in the browser"
	@echo "make serve       show that library again"
	@echo "make test        lint, types, resources, tests"
	@echo "make test-llm    the language-model reader against a real small model (253 MB)"
	@echo "make data        compile resources/ into what the package loads"
	@echo "make bench       quality and speed as a table"
	@echo "make bench-time  temporal expressions beside other taggers"
	@echo "make bench-link  linking, copies and sources, from text that is read"
	@echo "make lock        renew requirements.lock from pyproject.toml"

# In a terminal the demo ends with a server; anywhere else it says how to start one, and ends.
demo: $(READY) demo-library
	@test ! -t 1 || $(MAKE) --no-print-directory serve

demo-library: $(READY)
	$(BIN)/waqai read examples/ankara-call.txt --published 2025-10-17
	@rm -rf $(dir $(DEMO)) && mkdir -p $(dir $(DEMO))
	$(BIN)/waqai ingest examples/reports.jsonl --library $(DEMO)
	@echo demo-reviewer | $(BIN)/waqai user add demo --role reviewer --password-stdin --library $(DEMO)
	@echo "Show it with: make serve. To correct events log in as demo, password demo-reviewer."

serve: $(READY)
	@test -e $(DEMO) || $(MAKE) --no-print-directory demo-library
	$(BIN)/waqai serve --library $(DEMO)

test: $(READY) lint types resources pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

resources: $(READY)
	$(BIN)/python tools/compile_resources.py --check
	$(BIN)/python tools/compile_time.py --check
	$(BIN)/python tools/compile_ontology.py --check
	$(BIN)/python tools/compile_latin.py --check
	$(BIN)/python tools/compile_quality.py --check
	$(BIN)/python tools/vendor_web.py --check

test-llm: $(READY)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements-llmtest.lock
	$(BIN)/python -m pytest tests/llm -n 0 -rs

pytest: $(READY)
	$(BIN)/python -m pytest -n auto

data: $(READY)
	$(BIN)/python tools/compile_resources.py
	$(BIN)/python tools/compile_time.py
	$(BIN)/python tools/compile_ontology.py
	$(BIN)/python tools/compile_latin.py
	$(BIN)/python tools/compile_quality.py

bench: $(READY)
	$(BIN)/python benchmarks/bench.py $(GOLD)

bench-time: $(READY)
	$(BIN)/python benchmarks/bench_time.py

bench-link: $(READY)
	$(BIN)/python benchmarks/linking.py 5000

lock: $(BIN)/uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --upgrade --quiet --output-file requirements.lock
	$(BIN)/uv pip compile --group llmtest --universal --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --upgrade --quiet --output-file requirements-llmtest.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build

# Everything that is installed is pinned by hash in requirements.lock, the installer too. Installing compiles resources/.
$(READY): requirements.lock pyproject.toml $(BIN)/uv hatch_build.py $(shell find resources tools -type f ! -name '*.pyc')
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/uv: | $(BIN)/python
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r .venv/uv.txt

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is missing: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Waqai needs Python 3.11 or later; this is $$($(PYTHON) --version)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		test "$$(id -u)" = 0 || { echo "python3-venv is missing; as root: apt-get install python3-venv"; exit 1; }; \
		apt-get update -qq && apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv .venv
