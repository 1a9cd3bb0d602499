#!/usr/bin/env bash
# Signs the application bundle, notarises it and makes the signed disk image.
#
#   installers/macos/sign_and_notarize.sh "dist/FDIWN Upscaler.app" dist/fdiwn-upscaler-0.1.0-macos-arm64.dmg
#
# With SIGN_IDENTITY ("Developer ID Application: ...") and NOTARY_PROFILE (a profile of
# `xcrun notarytool store-credentials`): signed and notarised. With SIGN_IDENTITY alone: signed.
# With neither: signed ad hoc; users have to allow the program in System Settings, Privacy & Security.
set -euo pipefail

app=${1:?the application bundle}
image=${2:?the disk image to write}
here=$(cd "$(dirname "$0")" && pwd)
identity=${SIGN_IDENTITY:--}
profile=${NOTARY_PROFILE:-}
name=$(basename "$app" .app)

if [ "$identity" = - ] && [ -n "$profile" ]; then
    echo "NOTARY_PROFILE needs SIGN_IDENTITY: Apple notarises nothing that is signed ad hoc." >&2
    exit 2
fi

sign() {
    if [ "$identity" = - ]; then
        codesign --force --sign - "$@"
    else
        codesign --force --timestamp --options runtime --sign "$identity" "$@"
    fi
}

notarize() {
    xcrun notarytool submit "$1" --keychain-profile "$profile" --wait
}

# From the inside out: libraries, then the programs, then the bundle. `--deep` would sign all with the same entitlements.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    while IFS= read -r -d '' file; do sign "$file"; done
find "$app/Contents/Frameworks" -type d -name '*.framework' -print0 2>/dev/null |
    while IFS= read -r -d '' framework; do sign "$framework"; done
find "$app/Contents/MacOS" -type f -perm -u+x -print0 |
    while IFS= read -r -d '' program; do sign --entitlements "$here/entitlements.plist" "$program"; done
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --strict --verbose=2 "$app"

if [ -n "$profile" ]; then
    archive=$(mktemp -d)/$name.zip
    ditto -c -k --keepParent "$app" "$archive"
    notarize "$archive"
    xcrun stapler staple "$app"
fi

# The system's scanner may still hold the image that was just made.
for try in 1 2 3 4 5; do
    rm -f "$image"
    dmgbuild -s "$here/dmg_settings.py" -D app="$app" "$name" "$image" && break
    [ "$try" -lt 5 ] || { echo "The disk image could not be made." >&2; exit 1; }
    sleep $((try * 5))
done

if [ "$identity" != - ]; then
    codesign --force --timestamp --sign "$identity" "$image"
fi
if [ -n "$profile" ]; then
    notarize "$image"
    xcrun stapler staple "$image"
    spctl --assess --verbose=2 --type open --context context:primary-signature "$image"
fi
shasum -a 256 "$image"
