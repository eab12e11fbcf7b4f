# Shared by ./run and ./test: finds out what the machine lacks, says so, and installs it.
# Sourced, never run. Builds nothing and starts nothing: that is what the two commands are for.
# shellcheck shell=bash

# The toolchain that is installed where there is none. The lowest one that will do is `rust-version` in
# Cargo.toml; this one is named exactly so that two fresh machines lint with the same rules.
readonly RUST_TO_INSTALL=1.95.0

STEP_NAME=''
STEP_HELP=''

# Opens a step. If the command stops inside it, its name and the help are the last thing on the screen.
step() {
    STEP_NAME=$1
    STEP_HELP=$2
    printf -- '── %s\n' "$STEP_NAME"
}

step_done() { STEP_NAME=''; }

# For the EXIT trap: names the step that did not come to its end.
name_failed_step() {
    local code=$1
    if [ "$code" -ne 0 ] && [ -n "$STEP_NAME" ]; then
        printf '\nStopped at: %s (exit code %s)\nWhat to do: %s\n' "$STEP_NAME" "$code" "$STEP_HELP" >&2
    fi
}

# quietly CMD…: shows what the command printed only when it fails.
quietly() {
    local log code=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || code=$?
    [ "$code" -eq 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$code"
}

# True if the command is there, or if the argument is a path (or a pattern) and such a file is there.
is_there() {
    case $1 in
        /*) compgen -G "$1" >/dev/null ;;
        *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

# root_do CMD…: as root, with sudo where that is needed. sudo asks for its password at most where a
# person sits at the terminal; without one it fails at once instead of hanging.
root_do() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif is_there sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        sudo "$@"
    else
        printf 'This needs root. Run once, then start again:\n    su -c "%s"\n' "$*" >&2
        return 1
    fi
}

# need_packages PROBE=PACKAGE…: installs the Debian packages whose probe (a command or a file) is missing.
# Probing instead of asking dpkg leaves a Node or a compiler from elsewhere in peace.
need_packages() {
    local pair missing=()
    for pair in "$@"; do
        is_there "${pair%%=*}" || missing+=("${pair#*=}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    step "Debian packages: ${missing[*]}" \
        "look at what apt-get printed; with network and root rights: apt-get install ${missing[*]}"
    if ! is_there apt-get; then
        printf 'No apt-get on this machine. Install by hand what these packages hold, then start again.\n' >&2
        return 1
    fi
    quietly root_do apt-get update
    quietly root_do env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
    step_done
}

# at_least HAVE WANT: compares dotted versions.
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

rust_wanted() {
    sed -n 's/^rust-version *= *"\(.*\)"/\1/p' Cargo.toml | head -n 1
}

rust_is_new_enough() {
    is_there cargo && at_least "$(cargo --version 2>/dev/null | cut -d ' ' -f 2)" "$(rust_wanted)"
}

# need_rust [COMPONENT…]: a cargo that is new enough, with rustup where there is none. An older cargo
# (Debian's own, for instance) is left where it is; rustup's comes before it on this command's PATH.
need_rust() {
    if [ -d "${CARGO_HOME:-$HOME/.cargo}/bin" ]; then
        export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
    fi
    if ! rust_is_new_enough; then
        if is_there rustup; then
            step "Rust $RUST_TO_INSTALL with the rustup that is here" \
                "check that ${RUSTUP_DIST_SERVER:-https://static.rust-lang.org} can be reached"
            quietly rustup toolchain install "$RUST_TO_INSTALL" --profile minimal --no-self-update
            export RUSTUP_TOOLCHAIN=$RUST_TO_INSTALL
        else
            install_rustup
        fi
        step_done
    fi
    local component
    for component in "$@"; do
        cargo "$component" --version >/dev/null 2>&1 || need_rust_component "$component"
    done
}

need_rust_component() {
    step "Rust component $1" "install it with the toolchain that is here, or remove that cargo and start again"
    quietly rustup component add "${1/#fmt/rustfmt}"
    step_done
}

install_rustup() {
    local root=${RUSTUP_UPDATE_ROOT:-https://static.rust-lang.org/rustup} triple dir
    triple=$(uname -m)-unknown-linux-gnu
    step "Rust $RUST_TO_INSTALL with rustup, into ${CARGO_HOME:-$HOME/.cargo} and ${RUSTUP_HOME:-$HOME/.rustup}" \
        "check that $root can be reached, or set RUSTUP_UPDATE_ROOT and RUSTUP_DIST_SERVER to a mirror, \
or install Rust $(rust_wanted) or newer by hand"
    dir=$(mktemp -d)
    curl --tlsv1.2 -fsSL --retry 3 -o "$dir/rustup-init" "$root/dist/$triple/rustup-init"
    curl --tlsv1.2 -fsSL --retry 3 -o "$dir/rustup-init.sha256" "$root/dist/$triple/rustup-init.sha256"
    printf '%s  %s\n' "$(cut -d ' ' -f 1 "$dir/rustup-init.sha256")" "$dir/rustup-init" | sha256sum --check --quiet
    chmod +x "$dir/rustup-init"
    quietly "$dir/rustup-init" -y --quiet --no-modify-path --profile minimal \
        --default-toolchain "$RUST_TO_INSTALL" --component clippy --component rustfmt
    rm -rf "$dir"
    export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH" RUSTUP_TOOLCHAIN=$RUST_TO_INSTALL
}

# need_npm all|build: the packages of package-lock.json. `build` leaves out what only the tests need.
# The lock file is kept beside them, so that nothing is fetched or checked again until it changes.
need_npm() {
    local mark=node_modules/.locked-$1 flags=(--no-audit --no-fund --loglevel=error)
    if cmp -s package-lock.json node_modules/.locked-all || cmp -s package-lock.json "$mark"; then
        return 0
    fi
    [ "$1" = all ] || flags+=(--omit=dev)
    step "npm packages by package-lock.json, into node_modules" \
        "check that the npm registry can be reached ('npm ping'), or set npm's registry to a mirror"
    quietly npm ci "${flags[@]}"
    cp package-lock.json "$mark"
    step_done
}

# need_build_tools: what both commands build with.
need_build_tools() {
    need_packages cc=gcc /usr/include/stdio.h=libc6-dev curl=curl \
        /etc/ssl/certs/ca-certificates.crt=ca-certificates node=nodejs npm=npm
    need_rust
}
