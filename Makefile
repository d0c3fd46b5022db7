# The two commands: make demo, make test. The rest serves them. make install PREFIX=… puts it where you have your programs.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SHARE = $(DESTDIR)$(PREFIX)/share
SCENARIO := Tests/Scenarios/azaz-2015
FRONTLINE ?= .build/release/frontline
# The four commands of the README's first screen.
STEP = printf '\n\033[1m$$ frontline %s\033[0m\n' '$(1)'; $(FRONTLINE) $(1)

.PHONY: demo test bench build install uninstall deps readers spark lint format golden clean

## Installs what is missing, builds, and turns a real week of reports into a map.
demo: build
	@$(call STEP,resolve Kafrah --near Aazaz)
	@$(call STEP,describe Jarez)
	@$(call STEP,snapshot $(SCENARIO) --at 2015-12-02 -o snapshot.geojson)
	@$(call STEP,diff $(SCENARIO) --from 2015-12-01 --to 2015-12-02)
	@printf '\nsnapshot.geojson opens in QGIS, geojson.io and kepler.gl\n'

build: deps
	swift build -c release --static-swift-stdlib --product frontline

## The command, its gazetteer, completions and manual pages, under PREFIX. Builds what was not built, or was built for the
## tests, without Swift's library inside: make build, then sudo make install, where only root may write there.
install:
	@[ -x $(FRONTLINE) ] && { [ '$(origin FRONTLINE)' != file ] || ! ldd $(FRONTLINE) | grep -q libswiftCore; } || $(MAKE) build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/frontline" "$(SHARE)/man/man1" \
	  "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(FRONTLINE) "$(DESTDIR)$(PREFIX)/bin/frontline"
	strip "$(DESTDIR)$(PREFIX)/bin/frontline" 2>/dev/null || true
	install -m 644 Gazetteer/* "$(SHARE)/frontline"
	$(FRONTLINE) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/frontline"
	$(FRONTLINE) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_frontline"
	$(FRONTLINE) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/frontline.fish"
	$(FRONTLINE) manual -o "$(SHARE)/man/man1"

## Takes away what install put there, and nothing else.
uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/frontline" "$(SHARE)/bash-completion/completions/frontline" \
	  "$(SHARE)/zsh/site-functions/_frontline" "$(SHARE)/fish/vendor_completions.d/frontline.fish" \
	  "$(SHARE)/man/man1/frontline.1" "$(SHARE)"/man/man1/frontline-*.1
	cd Gazetteer && for file in *; do rm -f "$(SHARE)/frontline/$$file"; done
	-rmdir "$(SHARE)/frontline"

## Lints, builds and runs all tests: of what is shipped, so in release, which shares its build with the demo.
test: deps readers lint
	swift test -c release

## The command beside its peer: make bench FOLDER=tables PEERS=scripts (Tests/Benchmarks/Areas/areas.py says what is in them).
bench: build
	swift build -c release --product benchmarks
	Tests/Benchmarks/Areas/areas.py $(FOLDER) $(PEERS)

## The system libraries. Only what is missing is installed.
deps:
	@command -v swift >/dev/null || { echo "no swift: install a Swift 6.2 toolchain or newer (swift.org/install)"; exit 1; }
	@pkg-config --exists geos proj libmd sqlite3 2>/dev/null || { \
	  echo "installing libgeos-dev libproj-dev libmd-dev libsqlite3-dev pkg-config"; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    libgeos-dev libproj-dev libmd-dev libsqlite3-dev pkg-config >/dev/null; }

## Other people's programs that read what we write. Their tests are skipped, loudly, where they cannot be had.
readers:
	@{ command -v ogrinfo && /usr/bin/python3 -c "import osgeo_utils" && command -v rsvg-convert && command -v xmllint \
	  && command -v parallel; } >/dev/null 2>&1 || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gdal-bin python3-gdal \
	    librsvg2-bin libxml2-utils parallel fonts-dejavu-core >/dev/null || \
	  echo "warning: not all readers could be installed: their tests are skipped"; }
	@{ command -v chromium && command -v python3; } >/dev/null 2>&1 || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium python3 fonts-dejavu-core >/dev/null || \
	  echo "warning: chromium could not be installed: its tests are skipped"; }
	@[ -x .venv-readers/bin/python ] && .venv-readers/bin/python -c 'import geopandas, fastkml, duckdb' 2>/dev/null || { \
	  python3 -m venv .venv-readers && \
	  .venv-readers/bin/pip install -q geopandas==1.2.0 shapely==2.2.0 fastkml==1.4.0 duckdb==2.0.1 || \
	  echo "warning: geopandas, fastkml and duckdb could not be installed: their tests are skipped"; }

## PySpark, for its recipe alone: 320 MB to fetch, so make test does not ask for it. Java comes from the system.
spark:
	@command -v java >/dev/null || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null; }
	@[ -x .venv-spark/bin/python ] || { python3 -m venv .venv-spark && .venv-spark/bin/pip install -q pyspark==3.5.7; }

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

## Writes the golden files anew; look at the difference before you commit it.
golden:
	RECORD_GOLDEN=1 swift test -c release --filter Golden

clean:
	rm -rf .build .venv-readers .venv-spark snapshot.geojson
