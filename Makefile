# `make run` does the main job on the real data, `make test` shows that everything works.
# Both install the Debian packages that they need when those are missing (see scripts/install-packages).

.PHONY: run test build bench conformance check-format documentation gallery schemas install clean
.DEFAULT_GOAL := run

PREFIX ?= /usr/local
SUITES ?= ../shared
CDOGRAPH = .build/release/cdograph

run: build
	@echo
	$(CDOGRAPH) peers --topic OZG
	@echo
	@mkdir -p out
	$(CDOGRAPH) diagram --around Münsterhack --depth 2 -o out/muensterhack.svg
	@echo "The diagram is in $(CURDIR)/out/muensterhack.svg"

build: packages
	swift build -c release --product cdograph

test:
	@scripts/install-packages tests
	swift build --build-tests
	swift test --skip-build

# Conformance suites, where they are at hand: JSON, values of other programs for graph algorithms, the query language.
conformance:
	@test -d $(SUITES)/graph-oracle || { echo "make conformance: no suites at $(SUITES); give SUITES=folder"; exit 1; }
	swift build -c release --product conformance
	.build/release/conformance json $(SUITES)/json-suite
	.build/release/conformance oracle $(SUITES)/graph-oracle
	.build/release/conformance graphalytics $(SUITES)/graphalytics
	.build/release/conformance tck $(SUITES)/tck
	.build/release/conformance snb $(SUITES)/ldbc-snb

# The benchmark's workloads on generated data of scale S; SCALE=11000 or 110000 municipalities for more.
# Micro-benchmarks: cd Tests/Benchmarks && swift package benchmark
SCALE ?= 400
bench:
	@test -f $(SUITES)/bench/generate.py || { echo "make bench: no generator at $(SUITES)/bench/generate.py; give SUITES=folder"; exit 1; }
	swift build -c release --product workloads
	@mkdir -p out/bench-$(SCALE)
	python3 $(SUITES)/bench/generate.py --municipalities $(SCALE) --seed 42 --out out/bench-$(SCALE)
	.build/release/workloads run --data out/bench-$(SCALE) --repeat 5

check-format:
	swift format lint --recursive --strict Package.swift Sources Tests

# The library's documentation as web pages: its articles and every public declaration.
documentation: packages
	mkdir -p out/documentation
	CDOGRAPH_DOCUMENTATION=1 swift package --scratch-path .build-documentation --allow-writing-to-directory out/documentation \
	  generate-documentation --enable-experimental-combined-documentation \
	  $(foreach module,KnowledgeGraph Matchmaking GraphModel GraphStore GraphAlgorithms NetworkVocabulary Interchange Diagrams,--target $(module)) \
	  --transform-for-static-hosting --hosting-base-path . --output-path out/documentation
	@echo "The documentation is in $(CURDIR)/out/documentation; serve it: python3 -m http.server -d out/documentation"

# Renders the pictures under Exports/gallery from Graph/.
gallery: build
	scripts/gallery $(CDOGRAPH)

# Writes Graph/schema and Exports/styles anew from what the code declares.
schemas: packages
	RECORD=1 swift test --filter 'SchemaTests|StyleSheetTests'

install: build
	install -D -m 755 $(CDOGRAPH) $(DESTDIR)$(PREFIX)/bin/cdograph
	mkdir -p $(DESTDIR)$(PREFIX)/share/cdograph
	cp -r Graph $(DESTDIR)$(PREFIX)/share/cdograph/
	mkdir -p $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/de/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(CDOGRAPH) manual --lang en > $(DESTDIR)$(PREFIX)/share/man/man1/cdograph.1
	$(CDOGRAPH) manual --lang de > $(DESTDIR)$(PREFIX)/share/man/de/man1/cdograph.1
	$(CDOGRAPH) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cdograph
	$(CDOGRAPH) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_cdograph
	$(CDOGRAPH) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/cdograph.fish

clean:
	rm -rf .build out

.PHONY: packages
packages:
	@scripts/install-packages
