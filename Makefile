# Every target sets up what it needs first; the first time takes some minutes, then about a second.
SHELL := bash
.PHONY: help run build portal release test bench judge soak fuzz lint clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' Makefile | expand -t 16

run: build ## build, then serve the page on 127.0.0.1 (PORT=8080, or the next free one)
	@node scripts/serve.mjs dist

build: ## build dist/: the site, juesuan.html (one file) and embed/ (the JavaScript module)
	@scripts/setup.sh
	@scripts/build.sh

portal: build ## build, then serve an example portal with two forms, which saves what it receives
	@node examples/portal/server.mjs

release: ## build anew and pack release/: the site, the one file, the module, and their SHA256SUMS
	@scripts/setup.sh
	@rm -rf dist target/wasm/parts
	@scripts/build.sh
	@node scripts/release.mjs dist release

test: ## run all tests, in Rust, in Node and in browsers
	@scripts/setup.sh browser
	@source scripts/env.sh && node scripts/test.mjs

bench: ## build, then measure
	@scripts/setup.sh browser
	@scripts/build.sh
	@bench/build.sh
	@source scripts/env.sh && node bench/run.mjs

judge: ## judge 5,000 sentences and 2,000 changes of a whole disclosure, and print what is found (some minutes)
	@scripts/setup.sh
	@source scripts/env.sh && SENTENCES_EACH=20 MUTATIONS=2000 cargo test --locked --release --quiet \
		--package juesuan-understand --test sentences --test mutations -- --nocapture --test-threads=1

soak: ## build, run the long campaigns of random cases, then kill the browser 200 times (some 30 minutes)
	@scripts/setup.sh browser
	@source scripts/env.sh && cargo test --locked --release --test accounts --test derivation -- --ignored ten_thousand
	@source scripts/env.sh && cargo test --locked -p juesuan-documents --test mutations --test hostile -- --ignored
	@scripts/build.sh
	@source scripts/env.sh && node scripts/soak.mjs

fuzz: ## fuzz each reader of documents for ten minutes (EACH=600 seconds, TARGETS="pdf ofd")
	@scripts/fuzz.sh $(or $(EACH),600) $(TARGETS)

lint: ## check formatting, clippy (native and wasm32) and documentation
	@scripts/setup.sh lint
	@scripts/lint.sh

clean: ## remove all that was built (not the tools)
	rm -rf target fuzz/target dist release
