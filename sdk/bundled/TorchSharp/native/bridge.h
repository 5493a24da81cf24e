// The C functions through which managed code reaches libtorch. Every function that can fail returns 0 on success and 1 on failure;
// the message of the calling thread's last failure is bridge_error(). No C++ exception ever leaves this library.
#pragma once

#include <ATen/ATen.h>
#include <torch/version.h>

#include <cstdint>
#include <string>

#define BRIDGE extern "C" __attribute__((visibility("default")))

#define TORCH_AT_LEAST(major, minor) \
  (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

// For inner loops: compiled for several levels of the instruction set, of which the processor's best is taken when the library is loaded. (Levels,
// not processors' names: by name GCC gives another maker's processor the slowest.)
#if defined(__x86_64__)
#define VECTORISED __attribute__((noinline, target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define VECTORISED
#endif

#if TORCH_AT_LEAST(2, 4)
#include <optional>
template <class T> using Optional = std::optional<T>;
#else
template <class T> using Optional = c10::optional<T>;
#endif

namespace bridge {

void remember_error(const std::exception& error);
void remember_error(const std::string& message);

template <class Body> int guarded(Body body) {
  try {
    body();
    return 0;
  } catch (const std::exception& error) {
    remember_error(error);
  } catch (...) {
    remember_error("libtorch failed with something that is no exception");
  }
  return 1;
}

inline at::Tensor* own(at::Tensor tensor) {
  return tensor.defined() ? new at::Tensor(std::move(tensor)) : nullptr;
}

inline std::vector<at::Tensor> gather(at::Tensor* const* tensors, int64_t count) {
  std::vector<at::Tensor> all;
  all.reserve(count);
  for (int64_t i = 0; i < count; i++)
    all.push_back(tensors[i] ? *tensors[i] : at::Tensor());
  return all;
}

inline c10::Device device_of(int32_t type, int32_t index) {
  return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

} // namespace bridge
