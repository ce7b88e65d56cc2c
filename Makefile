# For a stranger: `make demo` shows what thai-newsie does, `make test` proves it.
# Needs make and Python 3.11 or later, nothing else; after the first run, no network either.

VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check
SAMPLE = data/samples/rice.txt
NER = ../shared/ner
CORPUS = ../shared/corpus

.PHONY: help demo test lint docs model clean

help:
	@echo "make demo   extract a sample article and print what it says"
	@echo "make test   run every test"
	@echo "make lint   linter, formatter and type checker"
	@echo "make docs   build the documentation site in docs/_build/html; a warning is an error"
	@echo "make model  train the entity recognizer anew (NER=$(NER) CORPUS=$(CORPUS))"
	@echo "make clean  remove $(VENV)"

demo: $(VENV)/installed
	$(BIN)/thai-newsie extract $(SAMPLE)

test: $(VENV)/installed-test
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/installed-docs
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet -b html docs docs/_build/html
	@echo "open docs/_build/html/index.html"

# About ten minutes on one core, which is all it uses: the same machine then gives the same bytes.
model: $(VENV)/installed-train
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0 \
		$(BIN)/python -m training.train $(NER) $(CORPUS) data/model/recognizer.npz

clean:
	rm -rf $(VENV)

# The environment is made once, with the first Python that will do (`make PYTHON=...` names another),
# and installed into again only when pyproject.toml is newer than the stamp.
$(VENV)/pyvenv.cfg:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "setting up $(VENV) with $$python (once; some minutes)"; \
			$$python -m venv $(VENV) || { rm -rf $(VENV); exit 1; }; \
			exit 0; \
		fi; \
	done; \
	echo "thai-newsie needs Python 3.11 or later with venv (on Debian and Ubuntu: apt install python3-venv)." >&2; \
	echo "Found: $$(python3 --version 2>&1). Name another with: make PYTHON=/path/to/python" >&2; \
	exit 1

$(VENV)/installed: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable '.[test]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable '.[dev]'
	@touch $@

$(VENV)/installed-docs: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable '.[docs]'
	@touch $@

# followthemoney's pyicu is built here: apt install g++ pkg-config libicu-dev
$(VENV)/installed-ftm: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable '.[test,ftm]'
	@touch $@

$(VENV)/installed-train: $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) install --editable '.[train]'
	@touch $@
