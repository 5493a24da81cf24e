#!/usr/bin/env bash
# Packs the SDK as it was built into a folder that NuGet takes as a source: sdk.sh FOLDER [release|debug]
# The last line on standard output is the packages' version. It ends in a hash of the assemblies, so that another build is another version and NuGet's cache
# never gives the old one for the new.
set -euo pipefail
out=$(realpath -m "${1:?usage: sdk.sh FOLDER [release|debug]}")
configuration=${2:-release}
root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd)
cd "$root"
assemblies=()
for name in Framework.Torch Framework.Sdk Framework.Components Framework.Sdk.Testing; do
  assembly=artifacts/bin/$name/$configuration/$name.dll
  [ -e "$assembly" ] || { printf 'framework: %s is not built. Run: dotnet build sdk/%s -c %s\n' "$assembly" "$name" "${configuration^}" >&2; exit 2; }
  assemblies+=("$assembly")
done
base=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
version=$base-local.h$(cat "${assemblies[@]}" | sha256sum | cut -c1-12)
if [ ! -e "$out/Framework.Sdk.Testing.$version.nupkg" ]; then
  mkdir -p "$out"
  log=$(mktemp)
  if ! dotnet msbuild sdk/Packaging/Pack.proj -nologo -v:quiet -p:Configuration="${configuration^}" -p:PackageVersion="$version" -p:PackageOutputPath="$out" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    printf 'framework: packing the SDK failed.\n' >&2
    exit 2
  fi
  rm -f "$log"
fi
printf '%s\n' "$version"
