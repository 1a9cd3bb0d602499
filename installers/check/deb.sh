#!/usr/bin/env bash
# Tries a Debian package as a user would, on a clean system, as root:
#     deb.sh FOLDER [FOLDER OF THE VERSION BEFORE]
# Installs it with nothing but what it depends on, runs the self-test without a network where that can
# be had, upgrades from the version before, and removes it without a trace.
set -euo pipefail

package=fdiwn-upscaler
new=$(find "$1" -maxdepth 1 -name '*.deb' | head -n 1)
old=$(find "${2:-/nonexistent}" -maxdepth 1 -name '*.deb' 2>/dev/null | head -n 1 || true)
[ -n "$new" ] || { echo "there is no package in $1" >&2; exit 1; }

install() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "$(realpath "$1")"
}

self_test() {
    local home offline=()
    home=$(mktemp -d "${TMPDIR:-/tmp}/home Zoë XXXXXX") # a space and a letter beyond ASCII
    if unshare --net true 2>/dev/null; then offline=(unshare --net); fi
    "${offline[@]}" env HOME="$home" QT_QPA_PLATFORM=offscreen fdiwn-upscaler --self-test
    "${offline[@]}" env HOME="$home" fdiwn --version
    "${offline[@]}" env HOME="$home" fdiwn models verify
    rm -rf "$home"
}

remove() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y purge "$package"
    local left
    left=$(find /opt /usr/bin /usr/share -path "*fdiwn*" 2>/dev/null || true)
    [ -z "$left" ] || { printf 'left behind:\n%s\n' "$left" >&2; exit 1; }
}

echo "== installing $new"
install "$new"
self_test
remove

if [ -n "$old" ]; then
    echo "== upgrading from $old"
    install "$old"
    install "$new"
    self_test
    remove
else
    echo "== no version before: no upgrade to try"
fi
echo "== all well"
