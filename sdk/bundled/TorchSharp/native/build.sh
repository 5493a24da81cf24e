#!/usr/bin/env bash
# Builds the bridge to libtorch: build.sh OUT_DIR -> OUT_DIR/libtorchsharp_bridge.so
# LIBTORCH names a libtorch distribution or a pip 'torch' folder (CUDA if it has it); otherwise the system's libtorch is used.
# On failure the one line on stderr says what is wrong and what to do.
set -euo pipefail

out_dir=${1:?usage: build.sh OUT_DIR}
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
install="apt-get install --no-install-recommends g++ libtorch-dev libgloo-dev libopenblas0-pthread"

fail() { echo "$*" >&2; exit 1; }

command -v g++ >/dev/null || fail "The C++ compiler g++ is missing. Install it: $install"

if [[ -n ${LIBTORCH:-} ]]; then
  [[ -f $LIBTORCH/include/torch/csrc/api/include/torch/version.h ]] ||
    fail "LIBTORCH is '$LIBTORCH', where there is no include/torch/csrc/api/include/torch/version.h. Set it to a libtorch distribution or a pip 'torch' folder, or unset it to use the system's libtorch."
  include=$(cd "$LIBTORCH/include" && pwd)
  lib=$(cd "$LIBTORCH/lib" && pwd)
else
  include=/usr/include
  lib=/usr/lib/$(g++ -print-multiarch)
  [[ -f $include/torch/csrc/api/include/torch/version.h && -e $lib/libtorch_cpu.so ]] ||
    fail "libtorch is missing. Install it: $install   or set LIBTORCH to a libtorch folder."
fi

version_h=$include/torch/csrc/api/include/torch/version.h
# By the compiler, because newer libtorch keeps the numbers in a header that this one includes. Not through a pipe, which breaks where the compiler ends early.
version=$(g++ -E -P -I"$include" -I"$include/torch/csrc/api/include" -x c++ - 2>/dev/null \
  <<<$'#include <torch/version.h>\n@ TORCH_VERSION_MAJOR * 100 + TORCH_VERSION_MINOR' | sed -n 's/^@//p') || version=
[[ $version =~ ^[0-9\ *+]+$ ]] || fail "'$version_h' does not say which version of libtorch it is. Install it again, or set LIBTORCH to a whole libtorch distribution or pip 'torch' folder."
version=$((version))
((version >= 113)) || fail "The libtorch in $lib is older than 1.13. Use 1.13 up to 2.14."

# A torch built before the C++11 ABI exports c10::Error(..., std::string) with the old string type.
abi=1
nm -D --defined-only "$lib/libc10.so" 2>/dev/null | grep -q '_ZN3c105ErrorC1ENS_14SourceLocationESs' && abi=0

standard=c++17
((version >= 209)) && standard=c++20

# Loops over numbers become vector instructions, with products and sums rounded one by one so that results do not depend on the processor.
flags=(-O2 -ftree-vectorize -fno-math-errno -fno-trapping-math -ffp-contract=off -std=$standard -fPIC -fvisibility=hidden -w "-D_GLIBCXX_USE_CXX11_ABI=$abi")
[[ $include == /usr/include ]] || flags+=("-isystem" "$include")
flags+=("-isystem" "$include/torch/csrc/api/include" -idirafter "$here/missing")

# Takes definitions, with the first set of header folders that lets a header of libtorch be compiled: define_if "DEFINITIONS" HEADER SET...
# A set is folders with ':' between; what the compiler finds by itself is the last.
define_if() {
  local definitions set folder folders header=$2
  read -ra definitions <<<"$1"
  shift 2
  for set in "$@" ""; do
    folders=()
    while IFS= read -rd: folder; do [[ -z $folder ]] || folders+=(-isystem "$folder"); done <<<"$set:"
    g++ "${flags[@]}" "${folders[@]}" "${definitions[@]}" -fsyntax-only -include "$header" -x c++ /dev/null 2>/dev/null || continue
    flags+=("${folders[@]}" "${definitions[@]}")
    return
  done
}

# CUDA's headers are in one toolkit, or spread over the wheels that a pip torch came with; without them the bridge does not count CUDA memory.
shopt -s nullglob
wheels=("$lib"/../../nvidia/*/include)
shopt -u nullglob
toolkits=(${CUDA_HOME:+"$CUDA_HOME/include"})
((${#wheels[@]} == 0)) || toolkits+=("$(IFS=:; printf '%s' "${wheels[*]}")")
toolkits+=(/usr/local/cuda/include)
[[ ! -e $lib/libtorch_cuda.so ]] || define_if -DBRIDGE_CUDA c10/cuda/CUDACachingAllocator.h "${toolkits[@]}"

# Training by several processes: Gloo's headers must be those that libtorch was built with, so none but its own neighbours count; NCCL's come with CUDA's.
c10d=$include/torch/csrc/distributed/c10d
distributed=()
[[ -f $c10d/ProcessGroupGloo.hpp && -f $include/gloo/algorithm.h ]] && flags+=(-DBRIDGE_GLOO) && [[ $include == /usr/include ]] && distributed+=(-lgloo)
if [[ " ${flags[*]} " == *" -DBRIDGE_CUDA "* && -f $c10d/ProcessGroupNCCL.hpp ]]; then
  define_if "-DBRIDGE_NCCL -DUSE_C10D_NCCL" torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp ${NCCL_HOME:+"$NCCL_HOME/include"} "${toolkits[@]}"
fi

link=(-shared "-L$lib" -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10)
[[ -e $lib/libtorch_cuda.so ]] && link+=(-ltorch_cuda -lc10_cuda)
[[ $include == /usr/include ]] || link+=("-Wl,-rpath,$lib")
link+=("${distributed[@]}" -ldl)

mkdir -p "$out_dir"
exec 9>"$out_dir/.lock"
flock 9

target=$out_dir/libtorchsharp_bridge.so
sources=("$here"/*.cpp)
stamp="$lib $(stat -c '%Y %s' "$version_h") ${flags[*]} ${link[*]}"
is_current() {
  [[ -f $target && -f $out_dir/stamp && $(<"$out_dir/stamp") == "$stamp" ]] || return 1
  local input
  for input in "$here"/*; do [[ $input -ot $target ]] || return 1; done
}
if is_current; then touch "$target"; exit 0; fi

log=$out_dir/build.log
: >"$log"
work=$(mktemp -d "$out_dir/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
jobs=()
for source in "${sources[@]}"; do
  g++ "${flags[@]}" -c "$source" -o "$work/$(basename "$source" .cpp).o" 2>>"$log" 9>&- &
  jobs+=($!)
done
for job in "${jobs[@]}"; do
  wait "$job" || fail "g++ cannot compile the bridge against the libtorch in $lib (the compiler's messages: $log). Versions 1.13 up to 2.14 are supported."
done
g++ "$work"/*.o "${link[@]}" -o "$work/bridge.so" 2>>"$log" ||
  fail "g++ cannot link the bridge against the libtorch in $lib (the linker's messages: $log)."
mv "$work/bridge.so" "$target"
printf '%s' "$stamp" >"$out_dir/stamp"
