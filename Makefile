# Every command makes the environment that it needs: Python 3.11 or newer, git and make are enough.
#
#   make serve         build the site, serve it on http://127.0.0.1:8000/ and rebuild on change (PORT=)
#   make site          build the site into site/
#   make offline       the site as a ZIP that opens from a disk, and text editions, in offline/
#   make check         check the records and name every fault (FORMAT=github for annotations)
#   make test          lint, types and all tests, in a real browser too
#   make bench         seconds and bytes beside their targets
#   make screenshots   build the site and take its pictures (the README shows two of them)
#   make lock          write the pinned requirements again (needs uv)
#   make clean         remove what these commands wrote, the environment too

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text
UV ?= uv

VENV := .venv
RUN := $(VENV)/bin/python
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
PIP := $(RUN) -m pip --disable-pip-version-check install -qq --require-hashes
COMPILE := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-header --quiet

# An environment whose Python went away is made anew.
$(shell test -x $(RUN) || rm -f $(SITE_READY) $(TEST_READY))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve site offline check test bench screenshots lock clean

help:
	@sed -n 's/^#  //p' Makefile

serve: $(SITE_READY)
	@$(RUN) build.py serve --port $(PORT)

site: $(SITE_READY)
	@$(RUN) build.py site

offline: site
	@$(RUN) build.py offline

check: $(SITE_READY)
	@$(RUN) build.py check --format $(FORMAT)

test: $(TEST_READY)
	@$(RUN) -m tests.install_browser
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m pytest

bench: $(TEST_READY)
	@$(RUN) -m tests.install_browser
	@$(RUN) -m tests.bench

screenshots: $(TEST_READY) site
	@$(RUN) -m tests.install_browser
	@$(RUN) -m tests.screenshots

lock:
	$(COMPILE) --upgrade requirements.in -o requirements.txt
	$(COMPILE) --upgrade -c requirements.txt requirements-test.in -o requirements-test.txt

clean:
	rm -rf $(VENV) .build .hypothesis .mypy_cache .pytest_cache .ruff_cache site offline
	find chronicle tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find docs -mindepth 2 -maxdepth 2 ! -name about ! -name contribute -exec rm -rf {} +

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Syria Chronicle needs Python 3.11 or newer, and "$(PYTHON)" is' \
	    "$$($(PYTHON) --version 2>&1 || true)." \
	    'Name another one: make PYTHON=python3.12 ...' >&2; exit 1; }
	@echo 'Making the environment in $(VENV)/ (once, about half a minute) ...'
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
	  echo 'Python could not make an environment; on Debian and Ubuntu: apt install python3-venv' >&2; \
	  exit 1; }

$(SITE_READY): requirements.txt | $(RUN)
	@$(PIP) -r requirements.txt
	@touch $@

# The test requirements hold those of the site, in the same versions.
$(TEST_READY): requirements-test.txt requirements.txt | $(RUN)
	@$(PIP) -r requirements-test.txt
	@touch $(SITE_READY) $@
