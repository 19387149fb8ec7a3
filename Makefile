# `make demo` shows what checker does; `make test` is the gate. Both need only Python and make.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
FILES = pyproject.toml README.md LICENSE
PACKAGE = $(shell find checker rules -type f -not -name '*.pyc')

.PHONY: help demo test lint types unit bench fuzz clean

help:
	@echo "make demo    install into $(VENV) and check the sample articles"
	@echo "make test    lint, types and all tests"
	@echo "make lint    ruff: rules and layout"
	@echo "make bench   start-up and speed, as ratios measured in one run"
	@echo "make fuzz    the properties again, with many more examples"
	@echo "make clean   remove everything that make created"

# Findings are what the samples are there to show, so they do not fail the demo.
demo: $(VENV)/installed
	$(BIN)/checker check --fail-on never seeds/

test: lint types unit

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/developing
	$(BIN)/mypy

unit: $(VENV)/developing
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

bench: $(VENV)/developing
	$(PIP) install --editable '.[bench]'
	$(BIN)/python tests/benchmarks/startup.py
	$(BIN)/python tests/benchmarks/comparison.py
	$(BIN)/python tests/benchmarks/extraction.py
	$(BIN)/python tests/benchmarks/archive.py

fuzz: $(VENV)/developing
	$(BIN)/python -m pytest --numprocesses auto --hypothesis-profile fuzz tests/property

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "checker needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)

# The demo runs what a user gets; the tests run what a developer edits. An editable installation
# serves both, so the demo leaves one alone.
$(VENV)/installed: $(BIN)/python $(FILES) $(PACKAGE)
	test -e $(VENV)/developing || $(PIP) install .
	touch $@

$(VENV)/developing: $(BIN)/python pyproject.toml
	$(PIP) install --editable '.[dev]'
	touch $@
