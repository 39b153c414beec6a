# Everything runs in .venv, which the first target makes by itself.
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

PINS := .ci/requirements.txt
SDISTS := .cache/starlette .cache/fastapi

.PHONY: help demo test newest oldest pins bench lint pythons

help:
	@echo "make demo    schemas become classes, and a shop answers with them over HTTP"
	@echo "make test    the whole test suite"
	@echo "make newest  the test suite with the newest version of every dependency"
	@echo "make oldest  the test suite with the oldest versions that pyproject.toml allows"
	@echo "make pins    writes $(PINS), what make test installs, with the newest versions"
	@echo "make lint    ruff, black, mypy, and whether generated/ is up to date"
	@echo "make pythons the other Pythons of this machine, for make test to use them too"
	@echo "make bench   every figure of speed, as a ratio to what it is compared with"

demo: $(INSTALLED)
	$(BIN)/respgen generate
	$(BIN)/python -m tests.tour

test: $(INSTALLED) $(SDISTS)
	$(BIN)/python -m pytest -n 2 --dist worksteal

newest oldest: $(INSTALLED) $(SDISTS)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .cache/$@
	$(BIN)/uv pip install --quiet --python .cache/$@ $(RESOLUTION) --editable ".[dev]"
	.cache/$@/bin/python -m pytest -n 2 --dist worksteal

newest: RESOLUTION := --upgrade
oldest: RESOLUTION := --resolution lowest-direct

pins: $(INSTALLED)
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev \
		--generate-hashes --no-annotate --custom-compile-command "make pins" \
		--output-file $(PINS) pyproject.toml

pythons: $(INSTALLED)
	$(BIN)/python -m tests.determinism.pythons

bench: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/black --check .
	$(BIN)/mypy respgen generated
	$(BIN)/respgen check

# Made once, and again when the dependencies change. The build, too, runs on what is pinned.
$(INSTALLED): pyproject.toml $(PINS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "respgen needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(PINS)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The frameworks' own tests, which tests/foreign runs with our classes, and skips without a network.
$(SDISTS): | $(INSTALLED)
	@$(BIN)/python -m pip download --quiet --no-deps --no-binary $(@F) --dest $@ \
		"$(@F)==$$($(BIN)/python -c 'import importlib.metadata as m; print(m.version("$(@F)"))')" \
		|| echo "no sdist of $(@F): its own tests are skipped"
