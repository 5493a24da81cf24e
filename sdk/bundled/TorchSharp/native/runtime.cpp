// What belongs to the thread or the process: errors, threads, gradient and inference mode, autocast, random numbers, CUDA.
#include "bridge.h"

#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/cuda.h>

#include <dlfcn.h>

#include <mutex>

namespace {

thread_local std::string last_error;

std::string first_line(const std::string& message) {
  return message.substr(0, message.find('\n'));
}

// OpenBLAS keeps a pool of its own, which at::set_num_threads does not reach. It is looked for among the libraries that this one needs.
void set_blas_threads(int32_t count) {
  Dl_info self;
  if (!dladdr(reinterpret_cast<void*>(&set_blas_threads), &self))
    return;
  auto* library = dlopen(self.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
  if (!library)
    return;
  if (auto* set = reinterpret_cast<void (*)(int)>(dlsym(library, "openblas_set_num_threads")))
    set(count);
  dlclose(library);
}

} // namespace

void bridge::remember_error(const std::string& message) {
  last_error = first_line(message);
}

void bridge::remember_error(const std::exception& error) {
  auto* known = dynamic_cast<const c10::Error*>(&error);
  last_error = first_line(known ? known->what_without_backtrace() : error.what());
}

BRIDGE const char* bridge_error() {
  return last_error.c_str();
}

BRIDGE const char* torch_version() {
  return TORCH_VERSION;
}

BRIDGE int32_t threads_get() {
  return at::get_num_threads();
}

BRIDGE int threads_set(int32_t count) {
  return bridge::guarded([&] {
    at::set_num_threads(count);
    set_blas_threads(count);
  });
}

BRIDGE int32_t interop_threads_get() {
  return at::get_num_interop_threads();
}

BRIDGE int interop_threads_set(int32_t count) {
  return bridge::guarded([&] { at::set_num_interop_threads(count); });
}

BRIDGE int32_t default_dtype_get() {
  return static_cast<int32_t>(c10::get_default_dtype_as_scalartype());
}

BRIDGE int default_dtype_set(int32_t dtype) {
  return bridge::guarded([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<at::ScalarType>(dtype))); });
}

BRIDGE int32_t grad_mode_get() {
  return c10::GradMode::is_enabled();
}

BRIDGE void grad_mode_set(int32_t enabled) {
  c10::GradMode::set_enabled(enabled != 0);
}

BRIDGE int32_t inference_mode_get() {
  return c10::InferenceMode::is_enabled();
}

// The guard must be ended on the thread that began it.
BRIDGE c10::InferenceMode* inference_mode_begin(int32_t enabled) {
  return new c10::InferenceMode(enabled != 0);
}

BRIDGE void inference_mode_end(c10::InferenceMode* guard) {
  delete guard;
}

BRIDGE int32_t anomaly_mode_get() {
  return torch::autograd::AnomalyMode::is_enabled();
}

BRIDGE int32_t anomaly_mode_checks_nan() {
  return torch::autograd::AnomalyMode::should_check_nan();
}

BRIDGE void anomaly_mode_set(int32_t enabled, int32_t check_nan) {
  torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
}

BRIDGE int autocast_get(int32_t device_type, int32_t* enabled, int32_t* dtype) {
  return bridge::guarded([&] {
    auto device = static_cast<c10::DeviceType>(device_type);
#if TORCH_AT_LEAST(2, 4)
    *enabled = at::autocast::is_autocast_enabled(device);
    *dtype = static_cast<int32_t>(at::autocast::get_autocast_dtype(device));
#else
    auto cpu = device == c10::DeviceType::CPU;
    *enabled = cpu ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
    *dtype = static_cast<int32_t>(cpu ? at::autocast::get_autocast_cpu_dtype() : at::autocast::get_autocast_gpu_dtype());
#endif
  });
}

BRIDGE int autocast_set(int32_t device_type, int32_t enabled, int32_t dtype) {
  return bridge::guarded([&] {
    auto device = static_cast<c10::DeviceType>(device_type);
    auto type = static_cast<at::ScalarType>(dtype);
#if TORCH_AT_LEAST(2, 4)
    at::autocast::set_autocast_enabled(device, enabled != 0);
    at::autocast::set_autocast_dtype(device, type);
#else
    if (device == c10::DeviceType::CPU) {
      at::autocast::set_cpu_enabled(enabled != 0);
      at::autocast::set_autocast_cpu_dtype(type);
    } else {
      at::autocast::set_enabled(enabled != 0);
      at::autocast::set_autocast_gpu_dtype(type);
    }
#endif
  });
}

BRIDGE int32_t autocast_nest(int32_t inwards) {
  return inwards ? at::autocast::increment_nesting() : at::autocast::decrement_nesting();
}

BRIDGE void autocast_clear_cache() {
  at::autocast::clear_cache();
}

BRIDGE int32_t autocast_cache_get() {
  return at::autocast::is_autocast_cache_enabled();
}

BRIDGE void autocast_cache_set(int32_t enabled) {
  at::autocast::set_autocast_cache_enabled(enabled != 0);
}

BRIDGE int manual_seed(int64_t seed) {
  return bridge::guarded([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

BRIDGE int generator_default(int32_t device_type, int32_t device_index, at::Generator** result) {
  return bridge::guarded([&] {
    *result = new at::Generator(at::globalContext().defaultGenerator(bridge::device_of(device_type, device_index)));
  });
}

// A new generator of the device's kind; 'seed' replaces what it inherits.
BRIDGE int generator_new(int32_t device_type, int32_t device_index, int64_t seed, at::Generator** result) {
  return bridge::guarded([&] {
    auto source = at::globalContext().defaultGenerator(bridge::device_of(device_type, device_index));
    std::lock_guard<std::mutex> lock(source.mutex());
    *result = new at::Generator(source.clone());
    (*result)->set_current_seed(static_cast<uint64_t>(seed));
  });
}

BRIDGE void generator_free(at::Generator* generator) {
  delete generator;
}

BRIDGE int generator_get_state(at::Generator* generator, at::Tensor** state) {
  return bridge::guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    *state = bridge::own(generator->get_state());
  });
}

BRIDGE int generator_set_state(at::Generator* generator, at::Tensor* state) {
  return bridge::guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_state(*state);
  });
}

BRIDGE int generator_set_seed(at::Generator* generator, int64_t seed) {
  return bridge::guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_current_seed(static_cast<uint64_t>(seed));
  });
}

BRIDGE int generator_seed(at::Generator* generator, int32_t draw, int64_t* seed) {
  return bridge::guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    *seed = static_cast<int64_t>(draw ? generator->seed() : generator->current_seed());
  });
}

// Switches of libtorch's context; Interop/ContextSwitch.cs holds the same list.
BRIDGE int context_get(int32_t which, int32_t* value) {
  return bridge::guarded([&] {
    auto& context = at::globalContext();
    switch (which) {
      case 0: *value = context.allowTF32CuBLAS(); break;
      case 1: *value = context.allowTF32CuDNN(); break;
      case 2: *value = context.userEnabledFlashSDP(); break;
      case 3: *value = context.userEnabledMathSDP(); break;
      case 4: *value = context.deterministicAlgorithms(); break;
      case 5: *value = context.deterministicAlgorithmsWarnOnly(); break;
      default: throw std::invalid_argument("unknown switch");
    }
  });
}

BRIDGE int context_set(int32_t which, int32_t value) {
  return bridge::guarded([&] {
    auto& context = at::globalContext();
    switch (which) {
      case 0: context.setAllowTF32CuBLAS(value != 0); break;
      case 1: context.setAllowTF32CuDNN(value != 0); break;
      case 2: context.setSDPUseFlash(value != 0); break;
      case 3: context.setSDPUseMath(value != 0); break;
      case 4: context.setDeterministicAlgorithms(value != 0, context.deterministicAlgorithmsWarnOnly()); break;
      case 5: context.setDeterministicAlgorithms(context.deterministicAlgorithms(), value != 0); break;
      default: throw std::invalid_argument("unknown switch");
    }
  });
}

BRIDGE int cuda_device_count(int64_t* count) {
  return bridge::guarded([&] { *count = static_cast<int64_t>(torch::cuda::device_count()); });
}

BRIDGE int cuda_has_cudnn(int32_t* result) {
  return bridge::guarded([&] { *result = torch::cuda::cudnn_is_available(); });
}

BRIDGE int cuda_manual_seed(int64_t seed, int32_t all) {
  return bridge::guarded([&] {
    all ? torch::cuda::manual_seed_all(static_cast<uint64_t>(seed)) : torch::cuda::manual_seed(static_cast<uint64_t>(seed));
  });
}

BRIDGE int cuda_synchronize(int64_t device_index) {
  return bridge::guarded([&] { torch::cuda::synchronize(device_index); });
}
