# `make` builds the site into public/, `make test` runs every test. `make help` lists the rest.
# All that is needed is Python 3.11 or later; PYTHON=/path/to/python3 names another interpreter.

SHELL := /bin/sh
export PYTHON
BIN := .venv/bin
PY := $(BIN)/python
CORES := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
WORKERS ?= $(CORES)
# Tests of browsers and previews wait for other processes: one worker more than there are cores keeps all cores busy.
WAITING := $(if $(filter file,$(origin WORKERS)),$(shell expr $(CORES) + 1),$(WORKERS))
# How many lines `make mutants` puts a fault into, what their choice depends on, and which piece of the work is done.
LINES ?= 200
SEED ?= 0
PIECE ?= 1/1
# What `make lock UPGRADE=` keeps as it is.
UPGRADE ?= --upgrade
# How long `make fuzz` looks for faults.
FUZZ_SECONDS ?= 300

# What coverage is measured with. Other tests drive the whole tool, or test scripts and not the engine, and take twice
# to nine times as long where each line is watched.
MEASURED := tests/unit tests/sites tests/slips tests/calls
UNWATCHED := tests/unit/benchmarks tests/unit/scripts tests/unit/test_recorded_inputs.py
FOLDERS := $(patsubst %/.,%,$(wildcard tests/*/.))
OTHERS := $(filter-out tests/__pycache__ $(MEASURED),$(FOLDERS)) $(wildcard tests/test_*.py) $(UNWATCHED)

# Sets are walked in the same order in each run; what else is left to chance has its seed in pyproject.toml. Compiled
# modules are kept, also where the environment says otherwise: tests start hundreds of processes, each of which would
# compile the engine anew.
REPEATABLE := PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=

CHECKERS := node_modules/.package-lock.json
WHEELS := .venv/wheels/complete

.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build

.PHONY: environment tools build serve test quick check machine format-check lint types layers dependencies verified documents coverage system \
	fuzz format docs golden bench mutants lock wheel clean distclean help

# ---- the site ----------------------------------------------------------------------------------------------------

build: environment  ## Build the site into public/ (also what `make` alone does)
	@$(PY) build.py

serve: environment  ## Preview the site on this machine, rebuilt and reloaded while you edit
	@$(PY) build.py serve

# ---- what it stands on -------------------------------------------------------------------------------------------

environment:
	@scripts/bootstrap.sh requirements.lock

tools:
	@scripts/bootstrap.sh requirements.lock requirements-dev.lock

# npm comes from the development lock, so its folder must lead the PATH to the Node.js beside it.
$(CHECKERS): package-lock.json | tools
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --silent
	@touch $@

# What tests install, fetched beforehand: a test resolves nothing, and needs no network.
$(WHEELS): requirements.lock requirements-installers.lock | tools
	@rm -rf $(@D)
	@for lock in $^; do $(PY) -I -m pip download -qq --disable-pip-version-check --no-input --dest $(@D) \
		--no-deps --require-hashes --only-binary :all: -r "$$lock" || exit; done
	@touch $@

# ---- proofs ------------------------------------------------------------------------------------------------------

test: tools $(CHECKERS) $(WHEELS)  ## Run every test, fetching the browser and the page checkers that they need
	@CHROMIUM="$$(scripts/browser.sh --fetch)" $(REPEATABLE) $(BIN)/pytest -n $(WAITING) --dist worksteal $(TESTS)

quick: tools  ## Between two edits, in under a minute: style, types, and fast tests of units; no browser, node, network or slow test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(REPEATABLE) $(BIN)/pytest -n $(WORKERS) --dist worksteal --quick tests/unit tests/sites tests/test_architecture.py

check: machine format-check lint types layers dependencies documents verified coverage system  ## Run all that CI runs

machine: tools  ## What do the tests run on?
	@scripts/browser.sh --fetch >/dev/null
	@scripts/machine.sh

fuzz: tools  ## Look for faults by chance for FUZZ_SECONDS=300; .cache/fuzz/finds.md tells how to commit a find
	@$(PY) -m tests.fuzz --seconds $(FUZZ_SECONDS)

format-check: tools  ## Are the files formatted?
	@$(BIN)/ruff format --check .

lint: tools  ## Does the code keep the style rules?
	@$(BIN)/ruff check .

types: tools  ## Do the types hold?
	@$(BIN)/mypy

layers: tools  ## Do imports go downward only?
	@$(BIN)/lint-imports --no-cache

dependencies: tools  ## Are all dependencies licensed, without known holes, and locked? (needs no network)
	@$(PY) -m scripts.dependencies

documents: tools  ## Do the reference pages in docs/ say what the code says?
	@$(PY) -m scripts.docs --check

verified: tools  ## Does the site of this repository build strictly, and read back to its values?
	@$(PY) build.py build --strict --verify --quiet

coverage: tools $(CHECKERS) $(WHEELS)  ## Test the modules of the engine, and measure what these tests reach; the limit stands in pyproject.toml
	@CHROMIUM="$$(scripts/browser.sh --fetch)" $(REPEATABLE) $(BIN)/pytest -n $(WORKERS) --dist worksteal \
		--cov --cov-report=term $(UNWATCHED:%=--ignore=%) $(MEASURED)

system: tools $(CHECKERS) $(WHEELS)  ## Run all other tests: of the tool as a whole, of scripts, in browsers, with hostile inputs
	@CHROMIUM="$$(scripts/browser.sh --fetch)" $(REPEATABLE) $(BIN)/pytest -n $(WAITING) --dist worksteal $(OTHERS)

# ---- work --------------------------------------------------------------------------------------------------------

format: tools  ## Format the files, and mend what can be mended safely
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: tools  ## Write the reference pages in docs/ from the code
	@$(PY) -m scripts.docs

golden: tools  ## Rewrite what is expected of sites and told of them; read the diff like code
	@$(BIN)/pytest -n 0 tests/sites tests/slips tests/calls tests/corpus/test_readings.py $(addprefix tests/unit/,checks content site tools) --rewrite-golden

bench: tools  ## Measure speed beside other generators
	@nice $(PY) -m benchmarks

mutants: tools  ## Put faults into LINES random lines (200), chosen by SEED (0): do the tests notice?
	@nice $(PY) -m scripts.mutants --lines $(LINES) --seed $(SEED) --piece $(PIECE)

lock: tools  ## Choose versions anew and write the lock files (UPGRADE= keeps those that still fit)
	@$(PY) -m scripts.lock $(UPGRADE)

wheel: tools  ## Make dist/: the wheel, the source archive and the list of what they stand on (SBOM)
	@rm -rf dist
	@$(PY) -I -m build --no-isolation --outdir dist "$(CURDIR)"
	@$(PY) -m scripts.sbom dist

clean:  ## Remove what was built, and the caches
	@rm -rf public dist .cache .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +

distclean: clean  ## Remove the environment and the page checkers as well
	@rm -rf .venv node_modules

help:  ## List what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '  make %-13s %s\n' "$$name" "$$what"; done
