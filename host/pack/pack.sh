#!/usr/bin/env bash
# Makes the archive of `./framework pack` from what was built: pack.sh OUT_FILE [release|debug]
# It holds the host, plugins, benchmarks and tests, the .NET runtime that this machine has, and the sources of the native bridges, which the
# archive's launcher compiles where it is unpacked. The same build gives the same bytes.
set -euo pipefail
out=$(realpath -m "${1:?usage: pack.sh OUT_FILE [release|debug]}")
configuration=${2:-release}
root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd)
greatest=$((60 * 1000 * 1000))

fail() { printf 'framework: %s\n' "$*" >&2; exit 2; }

# "Microsoft.NETCore.App 10.0.12 [/usr/share/dotnet/shared/Microsoft.NETCore.App]": `dotnet` on PATH may be a wrapper that lies elsewhere.
read -r runtime shared < <(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" && $2 ~ /^10\./ { version = $2; $1 = $2 = ""; folder = $0 } END { gsub(/^ *\[|\]$/, "", folder); print version, folder }') || true
[ -n "$runtime" ] || fail "'pack' found no .NET 10 runtime beside the SDK; \`dotnet --list-runtimes\` lists what is there."
dotnet=${shared%/shared/*}

mkdir -p "$(dirname "$out")"
stage=$(mktemp -d "$root/artifacts/pack.XXXXXX")
trap 'rm -rf "$stage"' EXIT
name=framework
top=$stage/$name
mkdir -p "$top"

# $1...: paths below the repository, which keep their places
take() { tar -C "$root" --exclude='*.pdb' --exclude=libtorchsharp_bridge.so --exclude=libdicom_gdcm.so --exclude=libframework_pictures.so --exclude=__pycache__ --exclude='.msCoverage*' -cf - "$@" | tar -C "$top" -xf -; }

cd "$root"
# Files that tests read where they lie in the repository.
take tests/Framework.Components.Tests/{Peers,Models/Weights/Files,Data/Pictures/*.py,Data/Volumes/*.py} tests/Framework.Plugins.DeepSpine.Tests/Reports/*.txt
take LICENSE README.md docs experiments sdk/{bundled/TorchSharp,bundled/FellowOakDicom,Framework.Components/Data/Pictures}/native
take artifacts/bin/Framework.Host/"$configuration"
for built in artifacts/bin/{Benchmarks,*.Tests}/"$configuration"; do
  # What looks at sources or at built test plugins belongs to the repository.
  case $built in
    */Framework.Architecture.Tests/* | */Framework.PublicApi.Tests/* | */Framework.Host.Tests/* | */McMaster.NETCore.Plugins.Tests/*) ;;
    *) [ ! -d "$built" ] || take "$built" ;;
  esac
done
[ "$configuration" = release ] || for built in "$top"/artifacts/bin/*/; do mv "$built/$configuration" "$built/release"; done
cp host/pack/framework "$top/framework"
mkdir -p "$top/dotnet/host/fxr" "$top/dotnet/shared/Microsoft.NETCore.App"
cp "$dotnet/dotnet" "$dotnet"/{LICENSE,ThirdPartyNotices}.txt "$top/dotnet/"
cp -r "$dotnet/host/fxr/$runtime" "$top/dotnet/host/fxr/"
cp -r "$shared/$runtime" "$top/dotnet/shared/Microsoft.NETCore.App/"

# Tests and benchmarks carry copies of the same libraries: as links each is in the archive once.
declare -A first
while read -r sum file; do
  if [ -n "${first[$sum]:-}" ]; then ln -f "${first[$sum]}" "$file"; else first[$sum]=$file; fi
done < <(find "$top" -type f -size +3k -name '*.*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)

chmod -R u=rwX,go=rX "$top"
tar -C "$stage" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$name" | gzip -n >"$stage/archive"
size=$(stat -c %s "$stage/archive")
((size <= greatest)) || fail "the archive has $((size / 1000000)) MB, more than the 60 that are allowed; the largest files: $(cd "$top" && find . -type f -printf '%s %p\n' | sort -rn | head -n 5 | tr '\n' ';')"
mv "$stage/archive" "$out"
printf 'framework: %s, %d.%d MB. Unpack it with tar -xzf where there is g++ and a PyTorch or libtorch, then run framework/framework doctor.\n' \
  "$out" $((size / 1000000)) $((size / 100000 % 10)) >&2
