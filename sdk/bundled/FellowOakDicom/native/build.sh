#!/bin/sh
# Builds libdicom_gdcm.so, through which compressed DICOM pixel data are decoded with GDCM.
# Usage: build.sh OUT_DIR
set -eu
out=${1:?"usage: build.sh OUT_DIR"}
here=$(cd "$(dirname "$0")" && pwd)
install="apt-get install --no-install-recommends g++ libgdcm-dev"

if ! command -v g++ >/dev/null 2>&1; then
    echo "g++ is missing, so compressed DICOM pixel data cannot be decoded. Install it: $install" >&2
    exit 3
fi
include=$(ls -d /usr/include/gdcm-3.* /usr/local/include/gdcm-3.* 2>/dev/null | head -n 1 || true)
if [ -z "$include" ]; then
    echo "libgdcm-dev is missing, so compressed DICOM pixel data cannot be decoded. Install it: $install" >&2
    exit 3
fi

mkdir -p "$out"
# To a name of its own, then renamed: two builds at once do not see each other's half-written file.
part="$out/.libdicom_gdcm.$$.so"
trap 'rm -f "$part"' EXIT
g++ -std=c++17 -O2 -fPIC -shared -Wall -Wextra -isystem "$include" -o "$part" "$here/dicom_gdcm.cpp" \
    -lgdcmMSFF -lgdcmDSED -lgdcmCommon
mv -f "$part" "$out/libdicom_gdcm.so"
