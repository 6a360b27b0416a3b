# `make run` does the main job on the real data, `make test` shows that everything works.
# Both install the Debian packages that they need when those are missing (see scripts/install-packages).

.PHONY: run test build check-format gallery schemas install clean
.DEFAULT_GOAL := run

PREFIX ?= /usr/local
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

test: packages
	swift build --build-tests
	swift test --skip-build

check-format:
	swift format lint --recursive --strict Package.swift Sources Tests

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

clean:
	rm -rf .build out

.PHONY: packages
packages:
	@scripts/install-packages
