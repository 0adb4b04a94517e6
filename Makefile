# `make lint` and `make test` need only Python 3.11+ and git; they set up the rest in .venv.

PYTHON ?= python3
BIN := .venv/bin
SETUP := .venv/.set-up

# Tests that need what is not installed by .set-up; .ci/run runs them.
HERE := not node and not installs and not browser and not banks and not semantic

.PHONY: lint test test-all branches check guides pages format clean

lint: $(SETUP)
	$(BIN)/curriculum lint --exit-zero guides

test: $(SETUP)
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow and $(HERE)"
	@echo "Left out: tests marked as slow, and nine in ten examples of each property."
	@echo "make test-all has both. What needs npm, a browser, a database or a model, or builds environments, is run by .ci/run alone."

test-all: $(SETUP)
	$(BIN)/python -m pytest -n auto --hypothesis-profile=ci

# Which branches of the source the tests take that draw no input: what luck takes is no measure.
branches: .coverage
	$(BIN)/python -m bench.branches --least 91

# Takes twice as long as the tests by themselves; again only where a source or a test has changed.
.coverage: $(SETUP) $(shell find curriculum_tools tests -name "*.py")
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto --dist loadfile --hypothesis-profile=ci -m "not hypothesis and $(HERE)"
	$(BIN)/coverage combine --quiet

check: $(SETUP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry curriculum_tools
	$(BIN)/deptry tests bench docs --ignore DEP002,DEP004 # what they import may be for development
	$(BIN)/python docs/pages.py --check
	$(BIN)/pre-commit run --all-files
	$(BIN)/curriculum merge --check --strict
	$(BIN)/curriculum index --check --output-file guides/index.md
	$(BIN)/curriculum index --check --output-format json --output-file guides/index.json

# The merged guide with its lock, and its index, from guides/versions and the decisions.
guides: $(SETUP)
	$(BIN)/curriculum merge
	$(BIN)/curriculum index --output-file guides/index.md
	$(BIN)/curriculum index --output-format json --output-file guides/index.json

pages: $(SETUP)
	$(BIN)/python docs/pages.py

format: $(SETUP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(SETUP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .curriculum-cache dist .coverage .coverage.*
