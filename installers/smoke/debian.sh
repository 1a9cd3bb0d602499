#!/usr/bin/env bash
# Installs the Debian package in a Debian 12 with nothing else in it, and uses it as a user would:
#     installers/smoke/debian.sh PACKAGE PHOTO [ROOT]
# Needs root, and debootstrap and xvfb of this computer. ROOT is a folder with a clean Debian 12, which is
# made where it is missing, and stays. The tests run as a user without rights, without a network, on a
# system that is read-only but for /tmp and the user's home; their results come into build/smoke.
set -euo pipefail

package=$(realpath "$1") photo=$(realpath "$2")
root=${3:-$(mktemp -d)/root}
results=$PWD/build/smoke
name=fdiwn-upscaler
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

if [ ! -x "$root/bin/bash" ]; then
    debootstrap --variant=minbase bookworm "$root" "${MIRROR:-http://deb.debian.org/debian}"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"

list() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./tmp -o -path ./var \) -prune -o -print | sort); }
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

mkdir -p "$results"
echo "== a system without it"
in_root apt-get -qq update
in_root id tester >/dev/null 2>&1 || in_root useradd --create-home tester
list > "$results/before"

echo "== installing"
cp "$package" "$root/tmp/package.deb"
in_root apt-get -qq -y install --no-install-recommends /tmp/package.deb > "$results/apt.log" 2>&1 ||
    { tail -n 20 "$results/apt.log" >&2; exit 1; }
in_root dpkg-query -W -f '${Package} ${Version} ${db:Status-Status} ${Installed-Size} kB\n' $name
in_root dpkg --verify $name

echo "== libraries"
in_root find /opt/$name -type f \( -name '*.so*' -o -perm /111 \) -exec sh -c \
    'for f; do ldd "$f" 2>/dev/null | grep "not found" | sed "s|^|$f:|"; done' sh {} + > "$results/not-found" || true
# What its own folder has is found by path at run time; anything else would be missing.
while read -r file what _; do
    [ "$what" != libOpenCL.so.1 ] || continue # of the driver of Intel's GPUs, which is not on every computer
    [ -n "$(find "$root/opt/$name" -name "$what" -print -quit)" ] || { echo "$file needs $what" >&2; exit 1; }
done < <(sed 's/:[[:space:]]*/ /' "$results/not-found")

echo "== tests: no network, read-only, no rights"
Xvfb :97 -screen 0 1600x1000x24 -nolisten tcp > "$results/xvfb.log" 2>&1 &
display=$!
trap 'kill $display 2>/dev/null || true' EXIT
mkdir -p "$root/photo"
for _ in $(seq 50); do [ -S /tmp/.X11-unix/X97 ] && break; sleep 0.2; done
export root photo results name
unshare --net --mount --propagation private bash -euo pipefail -c '
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    mount -t tmpfs tmpfs "$root/home"
    install -d -o 1000 -g 1000 "$root/home/Zoë Ł"
    mount --bind "$(dirname "$photo")" "$root/photo"
    mkdir "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    mount -o remount,bind,ro "$root"
    user() {
        chroot --userspec=1000:1000 "$root" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="/home/Zoë Ł" \
            XDG_RUNTIME_DIR="/home/Zoë Ł" "$@"
    }
    ! touch "$root/opt/x" 2>/dev/null
    user $name --version
    user fdiwn --version
    echo "-- self-test, offscreen"
    user QT_QPA_PLATFORM=offscreen $name --self-test --json "/home/Zoë Ł/offscreen.json"
    echo "-- self-test, X11"
    user DISPLAY=:97 QT_QPA_PLATFORM=xcb $name --self-test --json "/home/Zoë Ł/x11.json"
    echo "-- a photograph"
    user fdiwn upscale "/photo/$(basename "$photo")" -o "/home/Zoë Ł/large ✓.png" --scale 2
    user fdiwn models verify
    cp "$root/home/Zoë Ł/"*.json "$root/home/Zoë Ł/"*.png "$results/"
'

echo "== the same version again, over itself"
in_root apt-get -qq -y install --reinstall /tmp/package.deb >> "$results/apt.log" 2>&1
rm "$root/tmp/package.deb"
in_root dpkg --verify $name

echo "== removing"
rmdir "$root/photo"
in_root apt-get -qq -y purge $name > "$results/purge.log" 2>&1
list > "$results/after"
in_root sh -c 'cat /var/lib/dpkg/info/*.list | sort -u' | sed 's|^|.|' > "$results/owned"
left=$(find "$root" -xdev -ipath '*fdiwn*' -not -path "$root/var/log/*" -print)
left+=$(comm -13 "$results/before" "$results/after" | comm -23 - <(sort -u "$results/owned") |
    grep -v -E '^\./(etc|usr/share/(mime|glib-2.0|icons)|usr/lib/x86_64-linux-gnu|usr/local/share/fonts|run|root)' || true)
if in_root test -d /opt; then left+=$(ls -A "$root/opt"); fi
[ -z "$left" ] || { printf 'left behind:\n%s\n' "$left" >&2; exit 1; }
echo "== all well"
