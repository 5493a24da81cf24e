// What tensors hold on the CPU, over all threads: an allocator that counts, and keeps large blocks for the next who wants them.
#include "blocks.h"
#include "bridge.h"

#include <c10/core/CPUAllocator.h>

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace {

std::atomic<int64_t> held{0};
std::atomic<int64_t> most{0};
c10::Allocator* inner = nullptr; // libtorch's own, for what is small
c10::DeleterFnPtr release_inner = nullptr;

void add(size_t bytes) {
  auto now = held += static_cast<int64_t>(bytes);
  auto before = most.load();
  while (before < now && !most.compare_exchange_weak(before, now)) {
  }
}

void release(void* data) {
  if (auto block = blocks::give_back(data)) {
    held -= static_cast<int64_t>(block);
  } else if (data) {
    held -= static_cast<int64_t>(malloc_usable_size(data));
    release_inner(data);
  }
}

c10::DataPtr allocated(size_t bytes) {
  if (bytes >= blocks::least) {
    // Sizes below 0 come as sizes beyond any memory.
    if (auto* data = bytes <= PTRDIFF_MAX ? blocks::take(bytes) : nullptr) {
      add(bytes);
      return {data, data, &release, c10::Device(c10::DeviceType::CPU)};
    }
    return inner->allocate(bytes); // which knows the words for a machine without memory
  }
  auto own = inner->allocate(bytes);
  void* data = own.get();
  if (!data || own.get_context() != data)
    return own;
  add(malloc_usable_size(data));
  auto device = own.device();
  own.release_context();
  return {data, data, &release, device};
}

// Versions of libtorch differ in which of these they ask for, and whether 'allocate' is const: there are both, and the one that is virtual is taken.
struct Allocator final : c10::Allocator {
  c10::DataPtr allocate(size_t bytes) const { return allocated(bytes); }
  c10::DataPtr allocate(size_t bytes) { return allocated(bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &release; }
  void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }
};

// As the library is loaded; an allocator that can only be asked through its own pointers stays as it is, and is not counted.
const bool installed = [] {
  inner = c10::GetCPUAllocator();
  release_inner = inner->raw_deleter();
  if (release_inner)
    c10::SetCPUAllocator(new Allocator, UINT8_MAX); // until the process ends, whose last tensors go after everything static
  return release_inner != nullptr;
}();

} // namespace

// Fails where it does not.
BRIDGE int tensor_memory_counts() {
  return bridge::guarded([] {
    if (!installed)
      throw std::runtime_error("this libtorch has an allocator of its own, whose memory cannot be counted");
  });
}

BRIDGE int64_t tensor_memory_held() {
  return held;
}

BRIDGE int64_t tensor_memory_peak() {
  return most;
}

// The peak begins anew at this many bytes, or at what is held where that is more.
BRIDGE void tensor_memory_set_peak(int64_t bytes) {
  most = std::max(bytes, held.load());
}
