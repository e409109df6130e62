# Every command of this project. Each one first sets up what it needs; `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help run test lint format tour bench sweep soak clean ready ready-dev

BIN := .venv/bin
ARGS ?=

help: ## Show this list
	@echo "Portal Kiosk"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ready ## Start the kiosk; options go in ARGS, as in: make run ARGS=--window
	@$(BIN)/python -m kiosk $(ARGS)

test: lint ## All that must hold: lint, then the flows and files, then every test
	@$(BIN)/python -m kiosk check
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist loadfile $(ARGS)

lint: ready-dev ## Format, lint, types and architecture, all without changing a file
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: ready-dev ## Bring every file into the project's format
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

tour: ready ## Draw every page into tour/
	@$(BIN)/python -m kiosk tour -o tour $(ARGS)

bench: ready-dev ## Measure the budgets: start, memory, page change
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

sweep: ready-dev ## The long tests: every page in every language, size and contrast
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto -m sweep $(ARGS)

soak: ready-dev ## The endurance tests: thousands of visits in one window
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -m soak $(ARGS)

clean: ## Remove what tests, tours and builds left; .venv stays
	@rm -rf dist build tour benchmarks/results .pytest_cache .mypy_cache .ruff_cache \
	    .import_linter_cache .hypothesis
	@find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

ready:
	@sh .ci/setup

ready-dev:
	@sh .ci/setup dev
