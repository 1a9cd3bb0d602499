#!/usr/bin/env bash
# Installs the .deb in a clean Debian 12 and uses it there: no network, a read-only system.
#
#   sudo installers/smoke/debian.sh dist/fdiwn-upscaler_*.deb PHOTO [WORK]
#
# WORK (build/smoke if left out) keeps the clean system, so that it is fetched once. Needs
# debootstrap and root. Exit code 0 only if every step went well.
set -euo pipefail

deb=$(realpath "$1")
photo=$(realpath "$2")
work=$(realpath -m "${3:-build/smoke}")
clean=$work/clean
root=$work/root
name=fdiwn-upscaler

step() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"; }
# Everything but what the tests write to is read-only, and no network can be reached.
sealed() {
    unshare --mount --net --pid --fork bash -euc '
        root=$1; shift
        mount --bind "$root" "$root"
        mount -o remount,bind,ro "$root"
        mount -t proc proc "$root/proc"
        mount -t sysfs -o ro sysfs "$root/sys"
        mount -t tmpfs tmpfs "$root/tmp"
        mount -t tmpfs tmpfs "$root/dev/shm"
        mount -t tmpfs tmpfs "$root/home"
        mkdir "$root/home/user"
        exec chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/user LC_ALL=C.UTF-8 "$@"
    ' sealed "$root" "$@"
}
listing() { (cd "$root" && find . -xdev -path ./proc -prune -o -path ./var -prune -o -print | sort); }

cleanup() { mountpoint -q "$root/proc" && umount "$root/proc" || true; }
trap cleanup EXIT

if [ ! -e "$clean/etc/debian_version" ]; then
    step "A clean Debian 12"
    rm -rf "$clean"
    mkdir -p "$clean"
    debootstrap --variant=minbase bookworm "$clean" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/debootstrap.log"
    chroot "$clean" apt-get -qq update
    # A display, and nothing that the package would have to ask for itself.
    chroot "$clean" apt-get -qq -y install --no-install-recommends xvfb xauth >>"$work/debootstrap.log"
fi
rm -rf "$root"
cp -a "$clean" "$root"
mkdir -p "$root/dev/shm"
for device in null zero random urandom; do
    [ -e "$root/dev/$device" ] || cp -a "/dev/$device" "$root/dev/"
done
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$photo" "$root/srv/${photo##*/}"
listing >"$work/before.txt"

step "Install"
cp "$deb" "$root/var/tmp/package.deb"
inside DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends /var/tmp/package.deb >"$work/install.log" 2>&1 ||
    { tail -20 "$work/install.log"; exit 1; }
inside dpkg-query --showformat='${Package} ${Version} ${Status}, ${Installed-Size} kB\n' --show $name

step "Every library is found"
missing=$(inside sh -c "find /opt/$name -type f \( -name '*.so*' -o -name $name \) -exec ldd {} + 2>/dev/null" |
    grep 'not found' | grep -v 'libOpenCL.so.1' | sort -u || true)
if [ -n "$missing" ]; then
    # Parts of one package find each other by the path of whoever loads them; the self-test
    # below loads them that way.
    echo "$missing" | sed 's/^/note: /'
fi

step "Self-test, offscreen, no network, read-only"
sealed QT_QPA_PLATFORM=offscreen $name --self-test --json /tmp/report.json

step "Self-test on a display"
sealed sh -c "xvfb-run -a -s '-screen 0 1600x1000x24' env QT_QPA_PLATFORM=xcb $name --self-test"

step "The command on a real photo"
sealed sh -c "fdiwn upscale /srv/*.* --scale 2 --output /tmp/large.png && ls -l /tmp/large.png"

step "Upgrade over itself"
inside DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --reinstall /var/tmp/package.deb >>"$work/install.log" 2>&1
sealed fdiwn --version

step "Remove"
inside DEBIAN_FRONTEND=noninteractive apt-get -qq -y purge $name >>"$work/install.log" 2>&1
listing >"$work/after.txt"
# Packages that came along stay, as apt leaves them to autoremove; of ours nothing may.
left=$(comm -13 "$work/before.txt" "$work/after.txt" | grep -i fdiwn || true)
if [ -n "$left" ]; then
    printf 'Left behind:\n%s\n' "$left"
    exit 1
fi
echo "Nothing of $name is left."
