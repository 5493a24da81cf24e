#!/bin/sh
# Builds libframework_pictures.so, through which PNG and JPEG files are decoded with libpng and libjpeg.
# Usage: build.sh OUT_DIR
set -eu
out=${1:?"usage: build.sh OUT_DIR"}
here=$(cd "$(dirname "$0")" && pwd)
install="apt-get install --no-install-recommends g++ libpng-dev libjpeg62-turbo-dev"

if ! command -v g++ >/dev/null 2>&1; then
    echo "g++ is missing, so PNG and JPEG files cannot be read. Install it: $install" >&2
    exit 3
fi
if ! [ -e /usr/include/png.h ] || ! [ -e /usr/include/jpeglib.h ]; then
    echo "libpng-dev or libjpeg62-turbo-dev is missing, so PNG and JPEG files cannot be read. Install them: $install" >&2
    exit 3
fi

mkdir -p "$out"
# To a name of its own, then renamed: two builds at once do not see each other's half-written file.
part="$out/.libframework_pictures.$$.so"
trap 'rm -f "$part"' EXIT
g++ -std=c++17 -O2 -fPIC -fvisibility=hidden -shared -Wall -Wextra -o "$part" "$here/pictures.cpp" -lpng -ljpeg
mv -f "$part" "$out/libframework_pictures.so"
