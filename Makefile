# make run    sets everything up in .venv and opens the window with the sample picture
# make test   sets everything up in .venv and runs the linters and all tests
# make train  goes on with the training of the models that ship, in the background: runs/status.txt
# make publish-weights SCALE=4   publishes what it has learnt, if that is better than what ships
# make screenshots   draws the window in every state, for a person to look at
#
# The stamps remember what pip has done, so that the second time nothing is set up again.
# Another place or another Python: make VENV=/tmp/venv PYTHON=python3.12 test

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ENVIRONMENT := $(VENV)/.stamp-environment
RUNTIME := $(VENV)/.stamp-runtime
DEVELOPMENT := $(VENV)/.stamp-development
SAMPLE := resources/sample/sample.png

# pip takes the highest version offered. Where it is offered torch's build for the CPU alone,
# that is the one: 2.13.0+cpu sorts above 2.13.0, and it is by far the smallest.
PIP := $(BIN)/python -m pip --disable-pip-version-check install $(if $(CI),--quiet) --prefer-binary

.PHONY: run test lint bench train publish-weights screenshots installers translations
.DELETE_ON_ERROR:

run: $(RUNTIME)
	@$(BIN)/python installers/linux/qt_libraries.py
	@$(BIN)/python -m app $(SAMPLE)

test: lint
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

lint: $(DEVELOPMENT)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Every way to enlarge that this computer has, side by side: a table, all figures, a plot.
bench: $(DEVELOPMENT)
	@mkdir -p build/bench
	$(BIN)/python -m fdiwn bench --scale 4 --json build/bench/speed_x4.json --plot build/bench/speed_x4.png

# The photographs to learn from, and the folder with Set5 and Set14.
DATA ?= ../shared/train
BENCHMARKS ?= ../shared/benchmarks
SCALE ?= 4
train: $(RUNTIME)
	@mkdir -p runs
	@setsid nohup nice -n 19 $(BIN)/python -u -m resources.weights.train $(DATA) >> runs/log.txt 2>&1 & \
		echo "Training goes on in the background, see runs/status.txt; stop it with: kill $$!"

publish-weights: $(RUNTIME)
	$(BIN)/python -m resources.weights.publish $(SCALE) $(DATA) $(BENCHMARKS) $(ARGS)

# Every state of the window as a picture, in both themes and two sizes, on a display of its own.
OUT ?= build/screenshots
screenshots: $(DEVELOPMENT)
	@command -v xvfb-run >/dev/null || { echo \
		"The pictures are drawn on a virtual display, which xvfb-run makes. On Debian and Ubuntu:" \
		"sudo apt-get install xvfb" >&2; exit 1; }
	xvfb-run -a -s "-screen 0 1920x1200x24" $(BIN)/python -m tests.benchmarks.screenshots $(OUT)

# The packages of this system, into dist/: see installers/README.md.
installers: $(RUNTIME)
	$(BIN)/python -m installers.build $(ARGS)

# After a change of any text of the window: brings the catalogues up to date and compiles them.
translations: $(DEVELOPMENT)
	$(BIN)/python -m resources.translations.update

$(ENVIRONMENT):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"FDIWN Upscaler needs Python 3.11 or newer, for example: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo \
		"Python could not make the folder $(VENV). On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(RUNTIME): pyproject.toml | $(ENVIRONMENT)
	@echo "Setting up $(VENV): the first time this takes some minutes."
	$(PIP) --editable .
	@touch $@

$(DEVELOPMENT): pyproject.toml | $(ENVIRONMENT)
	@echo "Setting up $(VENV) with the tools of development: the first time this takes some minutes."
	$(PIP) --editable '.[dev]'
	@touch $(RUNTIME) $@
