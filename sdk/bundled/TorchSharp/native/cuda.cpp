// The memory of CUDA devices, as libtorch's allocator counts it. Compiled to a refusal where build.sh found no CUDA headers.
#include "bridge.h"

#ifdef BRIDGE_CUDA
#include <ATen/Context.h>
#include <c10/cuda/CUDACachingAllocator.h>

namespace allocator = c10::cuda::CUDACachingAllocator;

namespace {
// The allocator knows its devices from the first use of CUDA on.
template <class Context> auto begin(Context& context, int) -> decltype(context.lazyInitDevice(c10::DeviceType::CUDA), void()) {
  context.lazyInitDevice(c10::DeviceType::CUDA);
}

template <class Context> void begin(Context& context, long) {
  context.lazyInitCUDA();
}
} // namespace

// Bytes: allocated, its peak, reserved, its peak.
BRIDGE int cuda_memory(int32_t device, int64_t* bytes) {
  return bridge::guarded([&] {
    begin(at::globalContext(), 0);
    auto stats = allocator::getDeviceStats(device);
    // The first of each is the sum over all pools.
    bytes[0] = stats.allocated_bytes[0].current;
    bytes[1] = stats.allocated_bytes[0].peak;
    bytes[2] = stats.reserved_bytes[0].current;
    bytes[3] = stats.reserved_bytes[0].peak;
  });
}

BRIDGE int cuda_memory_reset_peak(int32_t device) {
  return bridge::guarded([&] {
    begin(at::globalContext(), 0);
    allocator::resetPeakStats(device);
  });
}

BRIDGE int32_t cuda_memory_is_counted() {
  return 1;
}
#else
namespace {
int refuse() {
  return bridge::guarded([] { throw std::runtime_error("the bridge was built without CUDA headers"); });
}
} // namespace

BRIDGE int cuda_memory(int32_t, int64_t*) {
  return refuse();
}

BRIDGE int cuda_memory_reset_peak(int32_t) {
  return refuse();
}

BRIDGE int32_t cuda_memory_is_counted() {
  return 0;
}
#endif
