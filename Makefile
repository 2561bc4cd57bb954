# make run: the dashboard on localhost:8501.  make test: every test.  README.md has the same lines for machines without make.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501

.PHONY: run test data bench check clean

.venv/runs: requirements.txt constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tests: .venv/runs requirements-test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

run: .venv/runs
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: .venv/tests
	$(BIN)/python -m pytest

# Rebuild what ships from a folder of raw sources and prove that nothing changed by accident.
data: .venv/runs
	$(BIN)/python -m geo.build $(SOURCES) $(ARGS)

bench: .venv/tests
	$(BIN)/python -m tests.bench $(ARGS)

check: .venv/tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis
