# Everything that is done by hand with Phiếu. `make` alone lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Tools of this checkout come first, then npm's (esbuild, tsc, playwright), then the machine's.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/www/node_modules/.bin:$(CURDIR)/tests/node_modules/.bin:$(PATH)

# The module carries no folder of whoever builds it: what panics say names the crates alone.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo

DONE := target/done
PHIEU := target/debug/phieu
LISTEN ?= 127.0.0.1:8080
DATABASE ?= data/phieu.sqlite
# The demonstration's plan is of 2023: its portal and its collector begin in the plan's first week.
CLOCK ?= 2023-03-03T08:30:00+07:00
# How often a file of tests runs to be called steady.
TIMES ?= 20
# What is measured.
BENCH ?= $(basename $(notdir $(wildcard tests/bench/*.mjs)))
# How long each fuzz target runs.
SECONDS_EACH ?= 60
# What cargo compiles beside the server. With a test of this crate, all crates have the features that its tests ask
# of them too, so that `make test` compiles none of them twice.
BESIDE ?=

# What a registry declares line by line, cargo does not find when it formats.
SLICES = $(wildcard src/lint/*.rs src/rules/*.rs src/value/*.rs)
RUSTFMT := rustfmt --edition 2024

RUST := $(shell find src www/wasm/src -name '*.rs' -not -path 'src/collector/*' -not -path 'src/bin/*' -not -path '*/tests/*' -not -name 'tests.rs' 2>/dev/null)
PAGE := $(shell find www/src -type f 2>/dev/null)

.PHONY: help
help: ## this list
	@printf 'Phiếu: what make can do\n\n'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: run
run: hello build ## install what is missing, build, start the portal and the collector
	@echo "[6/6] starting the portal and the collector (Ctrl+C stops them)"
	@echo "      sample data of four plans: http://$(LISTEN)/progress-sample.html"
	@mkdir -p $(dir $(DATABASE))
	@exec $(PHIEU) serve --plans www/plans --site target/site --database $(DATABASE) --listen $(LISTEN) --clock $(CLOCK) --open

.PHONY: hello
hello:
	@[ -e $(DONE)/server ] || echo "The first time takes 5 to 10 minutes on two cores (most of it compiles the tools); after that, seconds."

.PHONY: build
build: $(DONE)/page server plans samples site ## build the wasm, the page's scripts and the server

.PHONY: test
test: ## run every test; the last line adds them up (SUITES="rust wasm node browser webkit" to choose; webkit only then)
	@command -v node >/dev/null || { echo "Node is not installed. To mend it: install Node 20 or newer."; exit 1; }
	@node tests/run.mjs $(SUITES)

.PHONY: adopt
adopt: package wordpress chromium webkit $(DONE)/hosts ## try it in bundlers, frameworks, portals and other engines, and write docs/adopted.md (HOSTS="hosts wordpress" to choose)
	@node tests/adopt/run.mjs $(HOSTS)

.PHONY: steady
steady: build bulk chromium ## run browser tests beside two busy loops, FILE=outbox TIMES=20 (FILE=all for every file)
	@node tests/steady.mjs "$(FILE)" "$(TIMES)"

.PHONY: fuzz
fuzz: server ## give every parser odd bytes and every property test new cases, SECONDS_EACH=60 (TARGETS="plan text" to choose)
	@tools/setup.sh fuzz
	@tests/fuzz/run.sh $(SECONDS_EACH) $(TARGETS)

.PHONY: check
check: build bulk reading test-packages $(DONE)/audit ## format, lints (native and wasm32), docs, types, size budgets, dependencies
	@echo "[1/8] format";      cargo fmt --all --check; $(RUSTFMT) --check $(SLICES)
	@echo "[2/8] clippy";      cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings
	@echo "[3/8] clippy for wasm32"
	@cargo clippy --quiet -p phieu --no-default-features --target wasm32-unknown-unknown -- -D warnings
	@cargo clippy --quiet -p phieu-wasm --all-targets --target wasm32-unknown-unknown -- -D warnings
	@cargo clippy --quiet -p phieu-reading --target wasm32-unknown-unknown -- -D warnings
	@cargo clippy --quiet -p phieu-wasm --all-features --all-targets --target wasm32-unknown-unknown -- -D warnings
	@echo "[4/8] docs";        RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --workspace --all-features
# A check needs no libFuzzer, which is C++ and takes as long to compile as all the rest.
	@echo "[5/8] fuzz targets"
	@cargo fmt --check --manifest-path tests/fuzz/Cargo.toml
	@CUSTOM_LIBFUZZER_PATH=unused/libfuzzer.a cargo clippy --quiet --locked --manifest-path tests/fuzz/Cargo.toml --target-dir target -- -D warnings
	@echo "[6/8] JavaScript: lints and types"
	@biome check --error-on-warnings --log-level=warn
	@tsc -p www
	@tsc -p tests
	@echo "[7/8] size budgets"; node tests/budget.mjs
	@echo "[8/8] dependencies"; node tests/dependencies.mjs

.PHONY: fmt
fmt: test-packages ## format Rust and JavaScript
	@cargo fmt --all
	@$(RUSTFMT) $(SLICES)
	@cargo fmt --manifest-path tests/fuzz/Cargo.toml
	@biome check --write --log-level=warn

.PHONY: bench
bench: build bulk reading chromium $(DONE)/bench ## measure, and write docs/measured.md (BENCH="field bytes" to choose)
	@cargo build --quiet --profile server --features cli,collector --bin phieu
	@broken=0; for name in $(BENCH); do \
	  echo "== $$name"; MEASURED=docs/measured.md node "tests/bench/$$name.mjs" || broken=1; \
	done; exit $$broken

.PHONY: package
package: build bulk reading test-packages ## the npm package with its types, as a .tgz in target/
	@node www/pack.mjs

.PHONY: wordpress
wordpress: plans ## the plugin for WordPress, as a .zip in target/
	@node www/wordpress.mjs

.PHONY: clean
clean: ## remove what was built (not the tools, the packages or the database)
	@rm -rf www/dist www/pkg $(DONE)
	@cargo clean --quiet

# --- The steps of `make build`; each file in target/done says that its step is up to date. ---

# Named apart from the folder tools/, which make would take for the target and call up to date.
.PHONY: rust-tools
rust-tools: $(DONE)/tools
$(DONE)/tools: www/wasm/Cargo.toml tools/setup.sh
	@echo "[1/6] Rust: target and tools"
	@tools/setup.sh rust
	@mkdir -p $(DONE) && touch $@

$(DONE)/npm: www/package.json www/package-lock.json tools/setup.sh
	@echo "[2/6] npm packages"
	@tools/setup.sh npm
	@mkdir -p $(DONE) && touch $@

# What only the tests and the checks need: whoever runs the portal installs none of it.
.PHONY: test-packages
test-packages: $(DONE)/tests
$(DONE)/tests: tests/package.json tests/package-lock.json tools/setup.sh $(DONE)/npm
	@tools/setup.sh tests
	@mkdir -p $(DONE) && touch $@

$(DONE)/wasm: $(DONE)/tools $(DONE)/npm Cargo.toml Cargo.lock .cargo/config.toml tools/wasm.sh www/wasm/Cargo.toml www/shrink.mjs www/split.mjs www/sentences.mjs www/walk.mjs www/data.mjs www/parting.mjs www/mark.mjs $(wildcard www/plans/*.json tests/wide/*.json tests/when/*.json tests/cases/plans/*.json) $(RUST)
	@echo "[3/6] core to WebAssembly (about half a minute)"
	@tools/wasm.sh release phieu www/pkg -g
	@node www/shrink.mjs
	@node www/split.mjs
	@touch $@

$(DONE)/nowasm: $(DONE)/wasm www/translate.mjs
	@echo "      core to JavaScript, for pages on which no WebAssembly runs"
	@node www/translate.mjs
	@touch $@

# The module that checks many reports from bytes: fast before small, and not in a form's first load.
$(DONE)/bulk: $(DONE)/wasm
	@echo "      core to WebAssembly once more, for bulk checks"
	@tools/wasm.sh bulk phieu_bulk www/pkg/bulk -O3 --features bulk
	@touch $@

# The package in Node speaks to that module, and goes beside the page's scripts.
.PHONY: bulk
bulk: $(DONE)/node
$(DONE)/node: $(DONE)/bulk $(DONE)/page
	@node www/build.mjs node
	@touch $@

# The module that reads documents: whoever makes plans loads it, and no form does.
.PHONY: reading
reading: $(DONE)/reading
$(DONE)/reading: $(DONE)/page $(DONE)/reading-wasm
	@node www/build.mjs reading
	@touch $@

$(DONE)/reading-wasm: $(DONE)/wasm www/reading/Cargo.toml $(wildcard www/reading/src/*.rs) www/split-reading.mjs www/parting.mjs
	@echo "      the reading of documents to WebAssembly"
	@CRATE=phieu-reading tools/wasm.sh release phieu_reading www/pkg/reading -g
	@node www/shrink.mjs reading/phieu_reading
	@node www/split-reading.mjs
	@touch $@

$(DONE)/page: $(DONE)/nowasm www/build.mjs www/apart.mjs $(PAGE)
	@echo "[4/6] page scripts"
	@node www/build.mjs
	@touch $@

.PHONY: server
server:
	@echo "[5/6] server"
	@cargo build --features cli,collector --bin phieu $(BESIDE)
	@mkdir -p $(DONE) && touch $(DONE)/server

# What a form loads of a plan: without the quotes and all that only lint and the office read.
.PHONY: plans
plans: $(DONE)/page server
	@mkdir -p www/dist/plans
	@for plan in www/plans/*.json; do $(PHIEU) publish "$$plan" --output "www/dist/plans/$${plan##*/}" --first; done

# What only `make check` needs: the tool that knows of holes found in crates.
$(DONE)/audit: tools/setup.sh
	@tools/setup.sh audit
	@mkdir -p $(DONE) && touch $@

# What only the benchmarks need: the database that the roll-up is measured against.
$(DONE)/bench: tests/bench/package.json tests/bench/package-lock.json
	@npm ci --prefix tests/bench --no-audit --no-fund --loglevel=error
	@mkdir -p $(DONE) && touch $@

# Sample reports of each plan, for the page that shows its progress; the same seed gives the same reports.
.PHONY: samples
samples: bulk server
	@mkdir -p www/dist/samples
	@for plan in www/plans/*.json; do \
	  out="www/dist/samples/$$(basename "$$plan" .json).ndjson"; \
	  [ "$$out" -nt "$$plan" ] && [ "$$out" -nt $(PHIEU) ] || $(PHIEU) sample "$$plan" --seed 7 > "$$out"; \
	done

# The demo portal as it is served: a folder of its own, in which nothing else lies.
.PHONY: site
site: plans samples reading
	@rm -rf target/site && mkdir -p target/site
	@cp -R www/index.html www/office.html www/plan.html www/report.html www/progress-sample.html www/assets www/dist target/site/
	@node www/gallery.mjs target/site/gallery
# A server for the edit loop compresses slowly; what stands beside a file is served as it is.
	@find target/site -type f -size +1k ! -name '*.png' -exec gzip -kn {} +

# Other people's bundlers, frameworks, portals and engines, which only `make adopt` needs.
$(DONE)/hosts: tests/adopt/package-lock.json tests/adopt/hosts/package-lock.json tools/setup.sh
	@tools/setup.sh firefox
	@tools/setup.sh wordpress
	@tools/setup.sh libreoffice
	@tools/setup.sh hosts
	@mkdir -p $(DONE) && touch $@

.PHONY: chromium
chromium: test-packages
	@tools/setup.sh chromium

.PHONY: pictures
pictures: build chromium ## walk through docs/soan-ke-hoach.md and make its pictures
	@node tests/pictures.mjs

.PHONY: webkit
webkit: test-packages
	@tools/setup.sh webkit

.PHONY: postgres
postgres:
	@tools/setup.sh postgres

.PHONY: moto
moto:
	@tools/setup.sh moto
