# zhiguan: one C compiler and this file rebuild everything. `make help` lists the words.

CC ?= cc
HOSTCC ?= $(CC)
AR ?= ar
PKG_CONFIG ?= pkg-config
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share
DESTDIR ?=
INSTALL ?= install
PYTHON ?= python3

# B is the build directory: the sanitizer and coverage builds use one of their own.
B ?= build
CFLAGS ?= -O3 -g
# Those of the flags that this compiler knows for this machine.
cc_knows = $(if $(shell $(CC) -Werror $(1) -x c -c /dev/null -o /dev/null 2>/dev/null && echo yes),$(1))
ifeq ($(origin HARDEN),undefined)
HARDEN := -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 \
	$(call cc_knows,-fstack-clash-protection) $(call cc_knows,-fcf-protection=full)
endif
WERROR ?=
# The same bytes wherever the tree lies: debug information names files from its top.
PREFIX_MAP := -ffile-prefix-map=$(CURDIR)=.
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes $(WERROR)
BASE_FLAGS = -std=c11 $(WARN) -fvisibility=hidden -fPIC $(PREFIX_MAP) -Iinclude -Ilib -MMD -MP $(HARDEN)
# V=1 shows the commands whole.
Q = $(if $(V),,@)
say = $(if $(V),,@printf '  %-4s %s\n' $(1) $@)
COMPILE = $(BASE_FLAGS) $(CPPFLAGS) $(CFLAGS)

# Four version numbers: this one is the API's; the others are SOVERSION, the image format's
# (lib/dict) and data/VERSION.
version_part = $(shell sed -n 's/^.define ZG_VERSION_$(1) *\([0-9][0-9]*\).*/\1/p' include/zhiguan.h)
VERSION := $(call version_part,MAJOR).$(call version_part,MINOR).$(call version_part,PATCH)
SOVERSION := $(shell sed -n "s/^.define ZG_SONAME_VERSION *\([0-9]*\).*/\1/p" include/zhiguan.h)
SOFILE := libzhiguan.so.$(SOVERSION).$(call version_part,MINOR).$(call version_part,PATCH)
SONAME := libzhiguan.so.$(SOVERSION)

# pkg-config where it knows, the plain name where it does not.
pkg_libs = $(shell $(PKG_CONFIG) --libs $(1) 2>/dev/null || echo $(2))
pkg_cflags = $(shell $(PKG_CONFIG) --cflags $(1) 2>/dev/null)
LIB_LIBS = $(call pkg_libs,libpcre2-8,-lpcre2-8) $(call pkg_libs,libutf8proc,-lutf8proc)
LIB_CFLAGS = $(call pkg_cflags,libpcre2-8) $(call pkg_cflags,libutf8proc)
CLI_LIBS = $(call pkg_libs,jansson,-ljansson) $(HTML_LIBS) -pthread
CLI_CFLAGS = $(call pkg_cflags,jansson) $(HTML_CFLAGS)
# Web pages are read where libxml2 is; HTML=no builds without.
HTML ?= $(shell $(PKG_CONFIG) --exists libxml-2.0 2>/dev/null && echo yes)
ifeq ($(HTML),yes)
HTML_CFLAGS = -DCLI_HTML $(call pkg_cflags,libxml-2.0)
HTML_LIBS = $(call pkg_libs,libxml-2.0)
endif
TEST_LIBS = $(call pkg_libs,cmocka,-lcmocka) $(CLI_LIBS)
TEST_CFLAGS = $(call pkg_cflags,cmocka) $(CLI_CFLAGS)

# The library: every room except the host tool and what stands outside it.
OUTSIDE = lib/compile/% lib/bindings/% lib/packaging/%
LIB_C := $(sort $(filter-out $(OUTSIDE),$(wildcard lib/*.c lib/*/*.c)))
LIB_S := $(sort $(filter-out $(OUTSIDE),$(wildcard lib/*/*.S)))
LIB_O := $(LIB_C:%.c=$B/%.o) $(LIB_S:%.S=$B/%_s.o)
BUILTIN_O := $(LIB_S:%.S=$B/%_s.o)
# zgc: the tables' compiler. It makes the image, so it cannot contain it.
ZGC_C := $(sort $(filter-out lib/dict/dict_builtin%,\
	$(wildcard lib/compile/*.c lib/base/*.c lib/dict/*.c)))
ZGC_O := $(ZGC_C:%.c=$B/host/%.o)
CLI_O := $(patsubst %.c,$B/%.o,$(sort $(wildcard examples/cli/*.c))) \
	$B/examples/cli/cli_page_bytes_s.o
PAGE := $(sort $(wildcard lib/emit/page/*.html lib/emit/page/*.css lib/emit/page/*.js))
DATA := $(sort $(shell find data -name '*.tsv') $(wildcard data/VERSION))
UNIT := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BIN := $(UNIT:tests/unit/%.c=$B/tests/%)
SUPPORT_O := $(patsubst %.c,$B/%.o,$(sort $(wildcard tests/support/*.c)))
# Programs that torture the library (tests/torture), and what stands before the C library's calls.
TORTURE := $(sort $(filter-out %_support.c %_faults.c,$(wildcard tests/torture/torture_*.c)))
TORTURE_BIN := $(TORTURE:tests/torture/%.c=$B/torture/%)
TORTURE_SO = $B/torture/torture_faults.so
# Fuzz targets, and what they are linked with; the program's own reader is one of those.
FUZZ := $(sort $(filter-out %_support.c %_replay.c,$(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_NAMES := $(FUZZ:tests/fuzz/fuzz_%.c=%)
FUZZ_WITH = $B/tests/fuzz/fuzz_support.o $B/tests/torture/torture_support.o $(filter-out %_main.o,$(CLI_O)) $(ZGC_PARTS)
REPLAY_BIN := $(FUZZ_NAMES:%=$B/fuzz/replay_%)
FUZZ_BIN := $(FUZZ_NAMES:%=$B/fuzz/fuzz_%)
BENCH_O := $(patsubst %.c,$B/%.o,$(sort $(wildcard tests/bench/bench.c tests/bench/bench_stage.c)))

ZGC = $B/zgc
IMAGE = $B/zhiguan.zgd
STATIC = $B/libzhiguan.a
SHARED = $B/$(SOFILE)

ifeq ($(shell uname -s),Linux)
SO_LDFLAGS = -Wl,-soname,$(SONAME) -Wl,--version-script=lib/zhiguan.map -Wl,-z,relro,-z,now,-z,noexecstack,-z,defs
EXE_LDFLAGS = -pie -Wl,-z,relro,-z,now,-z,noexecstack
HIDE_LIBS = -Wl,--exclude-libs,ALL
endif

# Without an own -j, a word that builds uses every core.
JOBS ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
PARALLEL = $(if $(findstring -j,$(MAKEFLAGS))$(findstring --jobserver,$(MAKEFLAGS)),,-j$(JOBS))

.DEFAULT_GOAL := all
.SECONDEXPANSION:
.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all help deps demo check check-quick check-layers check-data fmt fmt-data check-fmt golden \
	score bench asan valgrind coverage install uninstall distcheck clean tests \
	check-python sqlite check-sqlite postgres check-postgres check-bindings

all: $B/zhiguan $(ZGC) $(IMAGE) $(STATIC) $(SHARED) ## build the program, zgc, the image and both libraries

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' Makefile | awk -F@ '{printf "%-22s%s\n", $$1, $$2}'
	@echo 'Variables: CC CFLAGS LDFLAGS PREFIX DESTDIR B (build directory) HTML=no WERROR=-Werror V=1'

# ---- what must be on the machine ---------------------------------------------------------------

deps: ## check for the packages needed; install what is missing (Debian, Ubuntu, root or sudo)
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh lib/packaging/deps.sh install

# A build never installs anything: it names what is missing and stops.
$B/deps.ok: lib/packaging/deps.sh
	@mkdir -p $(@D)
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh lib/packaging/deps.sh build
	@touch $@

# ---- building ----------------------------------------------------------------------------------

$B/%.o: %.c | $B/deps.ok
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(COMPILE) $(UNIT_FLAGS) $(LIB_CFLAGS) -c -o $@ $<

$B/%_s.o: %.S | $B/deps.ok
	@mkdir -p $(@D)
	$(call say,AS)
	$(Q)$(CC) $(BASE_FLAGS) $(CPPFLAGS) -DZGI_IMAGE_FILE='"$(IMAGE)"' -c -o $@ $<

$B/host/%.o: %.c | $B/deps.ok
	@mkdir -p $(@D)
	$(call say,HOST)
	$(Q)$(HOSTCC) $(COMPILE) $(LIB_CFLAGS) -c -o $@ $<

# The program sees the public header only, so that it proves what the API can do.
$B/examples/cli/%.o: examples/cli/%.c | $B/deps.ok
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(filter-out -Ilib,$(COMPILE)) $(CLI_CFLAGS) -pthread -c -o $@ $<

$B/tests/%.o: UNIT_FLAGS = -Itests/support $(TEST_CFLAGS)

$(BUILTIN_O): $(IMAGE)

$B/examples/cli/cli_page_bytes_s.o: $(PAGE)

$(ZGC): $(ZGC_O)
	$(call say,LINK)
	$(Q)$(HOSTCC) $(CFLAGS) $(LDFLAGS) $(EXE_LDFLAGS) -o $@ $(ZGC_O) $(LIB_LIBS)

$(IMAGE): $(ZGC) $(DATA)
	$(call say,ZGC)
	$(Q)$(ZGC) build data -o $@

$(STATIC): $(LIB_O)
	@rm -f $@
	$(call say,AR)
	$(Q)$(AR) rcs $@ $(LIB_O)

$(SHARED): $(LIB_O) lib/zhiguan.map
	$(call say,LINK)
	$(Q)$(CC) -shared $(CFLAGS) $(LDFLAGS) $(SO_LDFLAGS) -o $@ $(LIB_O) $(LIB_LIBS)
	@ln -sf $(SOFILE) $B/$(SONAME)
	@ln -sf $(SOFILE) $B/libzhiguan.so

$B/zhiguan: $(CLI_O) $(STATIC)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(EXE_LDFLAGS) -o $@ $(CLI_O) $(STATIC) $(LIB_LIBS) $(CLI_LIBS)

# ---- using it ----------------------------------------------------------------------------------

demo: ## install what is missing, build, and read an article
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh lib/packaging/deps.sh demo
	@$(MAKE) --no-print-directory $(PARALLEL) all
	@sh examples/demo.sh $B

# ---- tests -------------------------------------------------------------------------------------

tests: all $(UNIT_BIN) $(TORTURE_BIN) $(TORTURE_SO) $(REPLAY_BIN)

$B/tests/test_%: $B/tests/unit/test_%.o $(SUPPORT_O) $(STATIC)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(SUPPORT_O) $(TEST_EXTRA) $(STATIC) $(LIB_LIBS) $(TEST_LIBS)

$B/torture/torture_%: $B/tests/torture/torture_%.o $B/tests/torture/torture_support.o $(STATIC) \
		| $B/fuzz/small.zgd
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(STATIC) $(LIB_LIBS) -pthread

$(TORTURE_SO): tests/torture/torture_faults.c
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(filter-out -Ilib -MMD -MP,$(BASE_FLAGS)) -fvisibility=default -O1 -g -shared -o $@ $< -ldl

$B/tests/torture/%.o: UNIT_FLAGS = -Itests/torture
$B/tests/fuzz/%.o: UNIT_FLAGS = -Itests/torture -Iexamples/cli $(CLI_CFLAGS) \
	-DFUZZ_IMAGE='"$B/fuzz/small.zgd"' -DFUZZ_TABLES='"$B/fuzz/small"'

$B/fuzz/small.zgd: tests/fuzz/small.py tests/fuzz/small.txt $(ZGC) $(DATA)
	@mkdir -p $(@D)
	$(call say,ZGC)
	$(Q)python3 tests/fuzz/small.py tests/fuzz/small.txt $(@D)/small
	$(Q)$(ZGC) build $(@D)/small -o $@

$(REPLAY_BIN): $B/fuzz/replay_%: $B/tests/fuzz/fuzz_%.o $B/tests/fuzz/fuzz_replay.o \
		$$(FUZZ_WITH) $(STATIC) | $B/fuzz/small.zgd
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(STATIC) $(LIB_LIBS) $(CLI_LIBS)

$(FUZZ_BIN): $B/fuzz/fuzz_%: $B/tests/fuzz/fuzz_%.o $$(FUZZ_WITH) $(STATIC) | $B/fuzz/small.zgd
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $(filter %.o,$^) $(STATIC) \
		$(LIB_LIBS) $(CLI_LIBS)

# The tables' compiler is no part of the library: its tests take its objects.
ZGC_PARTS = $(filter-out %_main.o,$(filter $B/host/lib/compile/%,$(ZGC_O)))
$B/tests/test_compile%: TEST_EXTRA = $(ZGC_PARTS)
$(filter $B/tests/test_compile%,$(UNIT_BIN)): $(ZGC_PARTS)

check: deps ## set up, build and pass every test (under five minutes)
	@$(MAKE) --no-print-directory $(PARALLEL) tests
	@$(MAKE) --no-print-directory $(PARALLEL) B=build/asan $(ASAN) tests
	@B=build MAKE='$(MAKE)' CC='$(CC)' sh tests/support/run.sh all

check-quick: tests ## the tests without sanitizers, valgrind and installation
	@B=$B MAKE='$(MAKE)' CC='$(CC)' sh tests/support/run.sh quick

# The bindings have their own words: their languages need not be on the machine.
check-python: all ## build the Python wheel and run its tests (PYTHON=python3)
	@PYTHON='$(PYTHON)' sh lib/bindings/python/check.sh $B

SQLITE_SO = $B/sqlite/zhiguan.so

sqlite: $(SQLITE_SO) ## the loadable extension of SQLite

$(SQLITE_SO): lib/bindings/sqlite/zhiguan_sqlite.c include/zhiguan.h $(STATIC)
	@sh lib/bindings/sqlite/need.sh '$(CC)'
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(filter-out -Ilib -MMD -MP,$(COMPILE)) -shared $(LDFLAGS) -o $@ $< \
		$(HIDE_LIBS) $(STATIC) $(LIB_LIBS)

check-sqlite: all sqlite ## the tests of the SQLite extension
	@sh lib/bindings/sqlite/check.sh $B

PG_CONFIG ?= pg_config
PGXS_HERE = $(MAKE) --no-print-directory -C $B/postgres -f '$(CURDIR)/lib/bindings/postgres/Makefile' \
	BUILD='$(abspath $B)' PG_CONFIG='$(PG_CONFIG)'

postgres: all ## the extension of PostgreSQL, by PGXS (PG_CONFIG=pg_config)
	@sh lib/bindings/postgres/need.sh '$(PG_CONFIG)'
	@mkdir -p $B/postgres
	@$(PGXS_HERE) all

check-postgres: postgres ## the PostgreSQL extension on a server of its own (as root: it installs)
	@sh lib/bindings/postgres/check.sh $B '$(PG_CONFIG)'

check-bindings: all ## the tests of those bindings whose languages are here; names what is missing
	@MAKE='$(MAKE)' CC='$(CC)' PG_CONFIG='$(PG_CONFIG)' sh lib/bindings/check.sh

.PHONY: check-view check-formats check-shells
check-view: all ## the page of `zhiguan view` in headless Chromium (chromium, chromium-driver)
	@B=$B python3 tests/view/run.py

check-formats: all ## the other formats read by the tools that own them (PYTHON=python3, pip)
	@B=$B $(PYTHON) tests/formats/owners.py

check-shells: all ## completion in zsh and fish, the manual pages by mandoc (zsh, fish, mandoc)
	@B=$B sh tests/shells/run.sh

check-layers: ## which room may include which (lib/layers.txt)
	@python3 tests/support/check_layers.py

check-data: $(ZGC) ## every table against its schema
	$(ZGC) check data

ASAN = HARDEN= CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all' LDFLAGS='-fsanitize=address,undefined'

asan: deps ## the tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory $(PARALLEL) B=build/asan $(ASAN) tests
	@B=build/asan MAKE='$(MAKE)' CC='$(CC)' sh tests/support/run.sh asan

# The sums of an image take most of the time of its target: they are not instrumented.
$B/lib/dict/dict_crc.o: UNIT_FLAGS = $(CRC_FLAGS)

.PHONY: torture tsan fuzz fuzzers static

static: ## gcc -fanalyzer and cppcheck; exceptions with their reasons in tests/support/static.txt
	@sh tests/support/static.sh '$(CC)'

TSAN = HARDEN= CFLAGS='-O1 -g -fsanitize=thread' LDFLAGS='-fsanitize=thread'

tsan: deps ## eight threads under ThreadSanitizer (TSAN_COUNT documents)
	@$(MAKE) --no-print-directory $(PARALLEL) B=build/tsan $(TSAN) build/tsan/torture/torture_threads
	@B=build/tsan build/tsan/torture/torture_threads long $(or $(TSAN_COUNT),20000)

FUZZING = CC=clang HOSTCC=clang HARDEN= CFLAGS='-O2 -g -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=all \
	-fsanitize-coverage=inline-8bit-counters,pc-table' \
	LDFLAGS='-fsanitize=address,undefined' CRC_FLAGS='-O3 -fno-sanitize=all \
	-fno-sanitize-coverage=inline-8bit-counters,pc-table'

fuzz: deps ## libFuzzer over every target, FUZZ_SECONDS each (clang): finds go to build/libfuzzer/finds
	@$(MAKE) --no-print-directory $(PARALLEL) B=build/libfuzzer $(FUZZING) fuzzers
	@B=build/libfuzzer sh tests/fuzz/run.sh $(or $(FUZZ_SECONDS),60)

fuzzers: $(FUZZ_BIN)

torture: deps ## the long forms of tests/torture; adds what was run to tests/torture/LEDGER.tsv (an hour)
	@$(MAKE) --no-print-directory $(PARALLEL) tests
	@B=build MAKE='$(MAKE)' CC='$(CC)' sh tests/torture/run.sh

valgrind: deps ## the unit tests and a document under valgrind
	@$(MAKE) --no-print-directory $(PARALLEL) tests
	@B=$B MAKE='$(MAKE)' CC='$(CC)' sh tests/support/run.sh valgrind

coverage: deps ## lines and branches that the tests reach (gcov), by file
	@$(MAKE) --no-print-directory $(PARALLEL) B=build/coverage HARDEN= \
		CFLAGS='-O0 -g --coverage' LDFLAGS=--coverage tests
	@find build/coverage -name '*.gcda' -delete
	-@B=build/coverage MAKE='$(MAKE)' CC='$(CC)' sh tests/support/run.sh coverage
	@sh tests/support/coverage.sh build/coverage

golden: all ## write the golden outputs anew; the diff is the report
	@B=$B python3 tests/golden/run.py write

score: all ## accuracy on the gold files, when they are there
	@B=$B sh tests/score/score.sh ../shared

bench: $B/bench all ## speed, instructions per byte, memory, open time
	@B=$B sh tests/bench/bench.sh $(CORPORA)

.PHONY: bench-check bench-figures bench-peers bench-growth
bench-check: $B/bench ## fail when a stage takes 3 % more instructions than tests/bench says
	@B=$B CC='$(CC)' sh tests/bench/check.sh check $(CORPORA)

bench-growth: $B/bench_growth ## how time grows with the input on texts that are hard to read
	@$B/bench_growth $(GROWTH)

$B/bench_growth: tests/bench/bench_growth.c $(STATIC)
	$(call say,LINK)
	$(Q)$(CC) $(filter-out -Ilib,$(COMPILE)) $(LDFLAGS) -o $@ $< $(STATIC) $(LIB_LIBS) -lm

# Peers are fetched into $B/peers by their packages; none is part of the product.
$B/peers/ours: tests/bench/peers/ours.c $(STATIC)
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(COMPILE) $(LDFLAGS) -o $@ $< $(STATIC) $(LIB_LIBS) -pthread

bench-peers: $B/peers/ours all ## side by side with segmenters and scanners, fetched into build/peers
	@B=$B CC='$(CC)' sh tests/bench/peers/peers.sh $(CORPORA)

bench-figures: $B/bench ## write tests/bench/instructions.tsv anew; the diff is the report
	@B=$B CC='$(CC)' sh tests/bench/check.sh write $(CORPORA)

CORPORA ?= ../shared/corpora

# The benchmark stands before each room's door to time it (tests/bench/bench_stage.c).
BENCH_WRAP = $(foreach room,text scan name org rule resolve,-Wl,--wrap=zgi_$(room)_run)

$B/bench: $(BENCH_O) $(STATIC)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(BENCH_WRAP) -o $@ $(BENCH_O) $(STATIC) $(LIB_LIBS) -pthread

# ---- style -------------------------------------------------------------------------------------

SOURCES = $(shell git ls-files '*.c' '*.h')

fmt: ## format the C sources (clang-format)
	clang-format -i $(SOURCES)

check-fmt: ## fail when a C source is not formatted
	clang-format --dry-run --Werror $(SOURCES)

fmt-data: $(ZGC) ## sort and align the lexicons
	$(ZGC) fmt data

# ---- installing --------------------------------------------------------------------------------

install: all ## header, libraries, zhiguan.pc, programs and manual pages (PREFIX, DESTDIR)
	$(INSTALL) -d '$(DESTDIR)$(INCLUDEDIR)' '$(DESTDIR)$(LIBDIR)/pkgconfig' '$(DESTDIR)$(BINDIR)' \
		'$(DESTDIR)$(MANDIR)/man1' '$(DESTDIR)$(MANDIR)/man3'
	$(INSTALL) -m 644 include/zhiguan.h '$(DESTDIR)$(INCLUDEDIR)/zhiguan.h'
	$(INSTALL) -m 644 $(STATIC) '$(DESTDIR)$(LIBDIR)/libzhiguan.a'
	$(INSTALL) -m 755 $(SHARED) '$(DESTDIR)$(LIBDIR)/$(SOFILE)'
	ln -sf $(SOFILE) '$(DESTDIR)$(LIBDIR)/$(SONAME)'
	ln -sf $(SOFILE) '$(DESTDIR)$(LIBDIR)/libzhiguan.so'
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' \
		-e 's|@VERSION@|$(VERSION)|' lib/zhiguan.pc.in >$B/zhiguan.pc
	$(INSTALL) -m 644 $B/zhiguan.pc '$(DESTDIR)$(LIBDIR)/pkgconfig/zhiguan.pc'
	$(INSTALL) -m 755 $B/zhiguan $(ZGC) '$(DESTDIR)$(BINDIR)'
	$(INSTALL) -m 644 lib/packaging/man/zgc.1 '$(DESTDIR)$(MANDIR)/man1'
	$(INSTALL) -m 644 lib/packaging/man/zhiguan.3 '$(DESTDIR)$(MANDIR)/man3/zhiguan.3'
	@$(foreach f,$(OWN_WORDS),$(call put_words,$(f)))

# What the program writes about itself (examples/cli/cli_manual.c): manual pages and completions, as
# FILE:LOCALE:WORDS.
OWN_WORDS = man/man1/zhiguan.1:C:help:man man/zh_CN/man1/zhiguan.1:zh_CN.UTF-8:help:man \
	bash-completion/completions/zhiguan:C:completion:bash \
	zsh/site-functions/_zhiguan:C:completion:zsh \
	fish/vendor_completions.d/zhiguan.fish:C:completion:fish
word_of = $(word $(2),$(subst :, ,$(1)))
own_file = $(DESTDIR)$(if $(filter man/%,$(1)),$(MANDIR)/$(patsubst man/%,%,$(1)),$(DATADIR)/$(1))
put_words = mkdir -p '$(dir $(call own_file,$(call word_of,$(1),1)))' && LANGUAGE= \
	LC_ALL=$(call word_of,$(1),2) $B/zhiguan $(call word_of,$(1),3) $(call word_of,$(1),4) \
	>'$(call own_file,$(call word_of,$(1),1))' || exit 1;

uninstall: ## take away what install put there
	rm -f '$(DESTDIR)$(INCLUDEDIR)/zhiguan.h' '$(DESTDIR)$(LIBDIR)/libzhiguan.a' \
		'$(DESTDIR)$(LIBDIR)/$(SOFILE)' '$(DESTDIR)$(LIBDIR)/$(SONAME)' \
		'$(DESTDIR)$(LIBDIR)/libzhiguan.so' '$(DESTDIR)$(LIBDIR)/pkgconfig/zhiguan.pc' \
		'$(DESTDIR)$(BINDIR)/zhiguan' '$(DESTDIR)$(BINDIR)/zgc' \
		'$(DESTDIR)$(MANDIR)/man1/zgc.1' '$(DESTDIR)$(MANDIR)/man3/zhiguan.3' \
		$(foreach f,$(OWN_WORDS),'$(call own_file,$(call word_of,$(f),1))')

distcheck: deps ## a clean export of the last commit builds and passes its tests
	@sh lib/packaging/distcheck.sh '$(MAKE)' $(VERSION)

clean: ## remove everything that was built
	rm -rf build

-include $(shell find $B -name '*.d' 2>/dev/null)
