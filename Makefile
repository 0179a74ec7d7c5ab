# `make run` and `make test` need only Python 3.11 or newer; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONUTF8 = 1

.PHONY: run test check lint types contracts data build bench mutations format clean

run: .venv/run
	$(BIN)/python -m streamlit run app.py

test: .venv/dev
	$(BIN)/python -m pytest -n auto --dist loadfile

check: lint types contracts test data

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/dev
	$(BIN)/mypy

contracts: .venv/dev
	$(BIN)/lint-imports

data: .venv/run
	$(BIN)/python -m lkdash check

build: .venv/run
	$(BIN)/python -m lkdash build

mutations: .venv/dev  ## ten thousand damaged files; takes some twenty minutes
	LKDASH_MUTATIONS=10000 $(BIN)/python -m pytest -n auto tests/test_importers_any.py

bench: .venv/dev
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.imports

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "lkdash needs Python 3.11 or newer; name one with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/run: .venv/python requirements.txt
	$(BIN)/python -m pip install --quiet -r requirements.txt
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	@touch $@
