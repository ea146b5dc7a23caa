#!/usr/bin/env bash
# Installs what the build needs and this machine lacks: `tools/setup.sh rust|npm|tests|audit|chromium|webkit|firefox|wordpress|libreoffice|hosts|postgres|moto|fuzz`.
#
# wasm-bindgen must have exactly the version that the crate is pinned to, so a tool that is missing or of
# another version goes into .tools/ of this checkout and leaves the machine's own alone.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '      %s\n' "$*"; }
fail() {
    printf '\nNot possible: %s\nTo mend it: %s\n' "$1" "$2" >&2
    exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# "wasm-bindgen 0.2.129" -> "0.2.129"; empty when the tool is not there.
version_of() { has "$1" && "$1" --version 2>/dev/null | awk 'NR == 1 { print $2 }' || true; }

cargo_tool() { # crate, version, command, how long
    if [ "$(version_of "$3")" = "$2" ]; then
        say "$3 $2 is there"
        return
    fi
    say "$3 $2: compiling it once into .tools/ ($4 on two cores) …"
    # They run for a second at a time: compiling them fast matters more than their speed.
    CARGO_TARGET_DIR="$PWD/.tools/target" \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        cargo install "$1" --version "$2" --locked --quiet --root .tools ||
        fail "$1 $2 did not compile." "read the message above; a C compiler and access to crates.io are needed."
}

setup_rust() {
    has cargo || fail "cargo is not installed." "install Rust (rustup.rs), then run make again."
    local target=wasm32-unknown-unknown
    if [ -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then
        say "target $target is there"
    elif has rustup; then
        say "target $target: downloading …"
        rustup target add "$target"
    else
        fail "the Rust target $target is missing and there is no rustup." \
            "install your distribution's package of that target, or Rust by rustup."
    fi
    local pinned
    pinned=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' www/wasm/Cargo.toml)
    [ -n "$pinned" ] || fail "www/wasm/Cargo.toml does not pin wasm-bindgen." 'write wasm-bindgen = "=x.y.z" there.'
    cargo_tool wasm-bindgen-cli "$pinned" wasm-bindgen '2 to 3 minutes'
    rm -rf .tools/target
}

# Only `make check` asks for known holes.
setup_audit() {
    cargo_tool cargo-audit 0.22.2 cargo-audit '4 to 5 minutes'
    rm -rf .tools/target
}

setup_npm() {
    has node || fail "Node is not installed." "install Node 20 or newer."
    has npm || fail "npm is not installed." "install npm (it comes with Node, or as the package npm)."
    [ "$(node -p 'Number(process.versions.node.split(".")[0])')" -ge 20 ] ||
        fail "Node $(node --version) is too old." "install Node 20 or newer."
    npm_packages www
}

# What only the tests and the checks need; in it Phiếu itself stands by its own name.
setup_tests() {
    # Where an older checkout has a link to the packages of www/, these would be replaced.
    [ ! -L tests/node_modules ] || rm tests/node_modules
    npm_packages tests
}

npm_packages() {
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
}

setup_chromium() {
    # The engine without a browser's windows around it: the tests take half the time. A whole browser will do.
    if [ -z "${CHROMIUM:-}" ] && ! has chromium-headless-shell && has apt-get && [ "$(id -u)" = 0 ]; then
        say "Chromium: installing Debian's package of its headless shell …"
        apt-get update -qq >/dev/null || true
        apt_install chromium-headless-shell || has chromium || apt_install chromium || true
    fi
    node tests/support/chromium.mjs ||
        fail "no Chromium or Chrome was found." \
            "sudo apt-get install chromium-headless-shell (or chromium), or name one: CHROMIUM=/path make test."
}

apt_install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null; }

# The engine of every browser on an iPhone, its driver, and a screen for it that is not there.
setup_webkit() {
    has WebKitWebDriver && has Xvfb && return
    local mend="sudo apt-get install webkit2gtk-driver xvfb, or your distribution's packages of them."
    has apt-get || fail "WebKitWebDriver or Xvfb was not found." "$mend"
    [ "$(id -u)" = 0 ] || fail "WebKitWebDriver or Xvfb was not found." "$mend"
    say "WebKit: installing Debian's packages (1 to 2 minutes) …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq webkit2gtk-driver xvfb; } >/dev/null ||
        fail "apt-get could not install webkit2gtk-driver and xvfb." "$mend"
}

# The bundlers and frameworks in which the package is tried.
setup_hosts() {
    npm_packages tests/adopt/hosts
}

# It speaks WebDriver BiDi itself; what speaks to it is npm's.
setup_firefox() {
    npm_packages tests/adopt
    { has firefox-esr || has firefox || [ -n "${FIREFOX:-}" ]; } && return
    local mend="sudo apt-get install firefox-esr, or name a Firefox: FIREFOX=/path."
    has apt-get || fail "Firefox was not found." "$mend"
    [ "$(id -u)" = 0 ] || fail "Firefox was not found." "$mend"
    say "Firefox: installing Debian's package of the ESR …"
    { apt-get update -qq && apt_install firefox-esr; } || fail "apt-get could not install firefox-esr." "$mend"
}

# WordPress's files and the programs behind it; tests start their own, in a folder of their own (tests/adopt/wordpress.mjs).
# What else Debian would add to them, a mail server for instance, stays out.
setup_wordpress() {
    local packages=(wordpress wordpress-l10n wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree
        mariadb-server php-cli php-mysql php-xml php-mbstring)
    local mend="sudo apt-get install --no-install-recommends ${packages[*]}"
    is_whole() {
        has php && has mariadb-install-db && [ -e /usr/share/wordpress/wp-content/languages/vi.mo ] &&
            [ -d /usr/share/wordpress/wp-content/themes/twentytwentythree ]
    }
    is_whole && return
    has apt-get || fail "WordPress, PHP or MariaDB was not found." "$mend"
    [ "$(id -u)" = 0 ] || fail "WordPress, PHP or MariaDB was not found." "$mend"
    say "WordPress: installing Debian's packages (1 to 2 minutes) …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null ||
        fail "apt-get could not install WordPress, PHP and MariaDB." "$mend"
    is_whole || fail "WordPress was installed and is not found." "$mend"
}

# What opens Word files and turns them into pages, and what reads those.
setup_libreoffice() {
    has soffice && has pdftotext && return
    local packages=(libreoffice-writer-nogui poppler-utils)
    local mend="sudo apt-get install --no-install-recommends ${packages[*]}"
    has apt-get || fail "LibreOffice or pdftotext was not found." "$mend"
    [ "$(id -u)" = 0 ] || fail "LibreOffice or pdftotext was not found." "$mend"
    say "LibreOffice: installing Debian's packages (1 to 2 minutes) …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null ||
        fail "apt-get could not install LibreOffice and poppler-utils." "$mend"
}

# The server's programs only; tests start one of their own (tools/postgres.sh).
setup_postgres() {
    { has initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 && has psql && return
    local mend="sudo apt-get install postgresql, or your distribution's package of the PostgreSQL server."
    has apt-get || fail "PostgreSQL was not found." "$mend"
    [ "$(id -u)" = 0 ] || fail "PostgreSQL was not found." "$mend"
    say "PostgreSQL: installing Debian's package …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null ||
        fail "apt-get could not install postgresql." "$mend"
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || fail "PostgreSQL was installed and is not found." "$mend"
}

# The server of buckets of the tests (tools/moto.sh), in an environment of this checkout. Pictures, documents and all else that it
# could serve besides stay out.
setup_moto() {
    local python
    for python in .tools/moto/bin/python3 python3; do
        if has "$python" && "$python" -c 'import moto.server' 2>/dev/null; then return; fi
    done
    local mend="install Python 3.10 or newer with its module venv (sudo apt-get install python3-venv)."
    has python3 || fail "moto needs Python, which was not found." "$mend"
    say "moto: installing it into .tools/moto …"
    if ! python3 -m venv .tools/moto 2>/dev/null; then
        { [ "$(id -u)" = 0 ] && has apt-get && { apt-get update -qq && apt_install python3-venv; } >/dev/null &&
            python3 -m venv .tools/moto; } || fail "python3 makes no environment of its own." "$mend"
    fi
    .tools/moto/bin/python3 -m pip install --quiet --disable-pip-version-check 'moto[server]==5.2.1' ||
        fail "pip could not install moto." "see that PyPI can be reached, then run tools/setup.sh moto again."
}

# Only `make fuzz` needs it.
setup_fuzz() {
    has cargo || fail "cargo is not installed." "install Rust (rustup.rs), then run make again."
    has c++ || has g++ || fail "there is no C++ compiler, which libFuzzer needs." "install g++."
    cargo_tool cargo-fuzz 0.13.2 cargo-fuzz '1 minute'
    rm -rf .tools/target
}

case "${1:-}" in
rust | npm | tests | audit | chromium | webkit | firefox | wordpress | libreoffice | hosts | postgres | moto | fuzz) "setup_$1" ;;
*) fail "'${1:-}' is not a part of the setup." "tools/setup.sh rust, npm, tests, audit, chromium, webkit, firefox, wordpress, libreoffice, hosts, postgres, moto or fuzz." ;;
esac
