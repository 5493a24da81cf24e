// What tensors hold on the CPU, over all threads: an allocator around libtorch's own that counts. It is put in its place by the first that asks,
// so that a process which never asks pays nothing.
#include "bridge.h"

#include <c10/core/CPUAllocator.h>

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>

namespace {

std::atomic<int64_t> held{0};
std::atomic<int64_t> most{0};
c10::Allocator* inner = nullptr;
c10::DeleterFnPtr release_inner = nullptr;

void add(void* data) {
  auto now = held += static_cast<int64_t>(malloc_usable_size(data));
  auto before = most.load();
  while (before < now && !most.compare_exchange_weak(before, now)) {
  }
}

void release(void* data) {
  if (data)
    held -= static_cast<int64_t>(malloc_usable_size(data));
  release_inner(data);
}

c10::DataPtr counted(size_t bytes) {
  auto own = inner->allocate(bytes);
  void* data = own.get();
  if (!data || own.get_context() != data)
    return own;
  add(data);
  auto device = own.device();
  own.release_context();
  return {data, data, &release, device};
}

// Versions of libtorch differ in which of these they ask for, and whether 'allocate' is const: there are both, and the one that is virtual is taken.
struct CountingAllocator final : c10::Allocator {
  c10::DataPtr allocate(size_t bytes) const { return counted(bytes); }
  c10::DataPtr allocate(size_t bytes) { return counted(bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &release; }
  void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }
};

std::once_flag begun;

} // namespace

// Counts from the first call on; tensors that were made before do not count.
BRIDGE int tensor_memory_count() {
  return bridge::guarded([] {
    std::call_once(begun, [] {
      inner = c10::GetCPUAllocator();
      release_inner = inner->raw_deleter();
      if (!release_inner)
        throw std::runtime_error("this libtorch has an allocator of its own, whose memory cannot be counted");
      c10::SetCPUAllocator(new CountingAllocator, UINT8_MAX); // until the process ends, whose last tensors go after everything static
    });
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
