// The ranks of a training as c10d's process group: Gloo between CPUs, NCCL between GPUs. Compiled to a refusal where there is no c10d.
#include "distributed.h"

// Bit 0: Gloo, bit 1: NCCL.
BRIDGE int32_t distributed_backends() {
  int32_t backends = 0;
#ifdef BRIDGE_GLOO
  backends |= 1;
#endif
#ifdef BRIDGE_NCCL
  backends |= 2;
#endif
  return backends;
}

#ifdef BRIDGE_DISTRIBUTED
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>

#include <iostream>

#ifdef BRIDGE_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#ifdef BRIDGE_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

namespace {

using Store = c10::intrusive_ptr<c10d::Store>;
using Milliseconds = std::chrono::milliseconds;

#ifdef BRIDGE_GLOO
// Since 2.7 Gloo tells of every connection, on standard output or on standard error as its version goes: both are the caller's, who has machines read
// them. Several groups may be opened at a time; the last puts things back.
class Hushed {
public:
  Hushed() {
    std::lock_guard<std::mutex> lock(mutex);
    if (count++ == 0)
      output = std::cout.rdbuf(&nothing), error = std::cerr.rdbuf(&nothing);
  }

  ~Hushed() {
    std::lock_guard<std::mutex> lock(mutex);
    if (--count == 0)
      std::cout.rdbuf(output), std::cerr.rdbuf(error);
  }

private:
  struct Nothing : std::streambuf {
    int overflow(int c) override {
      return traits_type::not_eof(c);
    }
  };

  static inline std::mutex mutex;
  static inline int count = 0;
  static inline Nothing nothing;
  static inline std::streambuf* output;
  static inline std::streambuf* error;
};

// Closing is not among what a process group offers; its connections are open to those that derive from it.
struct Gloo : c10d::ProcessGroupGloo {
  using c10d::ProcessGroupGloo::ProcessGroupGloo;

  void close() {
    for (auto& context : contexts_)
      context->closeConnections();
  }
};

bridge::Group open_gloo(const Store& store, int rank, int size, const char* address, const char* interface, Milliseconds timeout) {
  auto options = c10d::ProcessGroupGloo::Options::create(timeout);
  options->devices.push_back(
      *interface ? c10d::ProcessGroupGloo::createDeviceForInterface(interface) : c10d::ProcessGroupGloo::createDeviceForHostname(address));
  options->threads = 2;
  Hushed hushed;
  auto gloo = c10::make_intrusive<Gloo>(store, rank, size, options);
  return {{}, gloo, [gloo] { gloo->close(); }};
}
#endif

#ifdef BRIDGE_NCCL
bridge::Group open_nccl(const Store& store, int rank, int size, Milliseconds timeout) {
  // By itself libtorch's watchdog kills the process as soon as another is lost. The ranks watch each other and end with words; whoever set this is heard.
  constexpr auto name = TORCH_AT_LEAST(2, 2) ? "TORCH_NCCL_ASYNC_ERROR_HANDLING" : "NCCL_ASYNC_ERROR_HANDLING";
  if (!getenv("TORCH_NCCL_ASYNC_ERROR_HANDLING") && !getenv("NCCL_ASYNC_ERROR_HANDLING"))
    setenv(name, "0", 0);
  auto options = c10d::ProcessGroupNCCL::Options::create();
  options->timeout = timeout;
  auto nccl = c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
#if TORCH_AT_LEAST(2, 1)
  return {{}, nccl, [nccl] { nccl->abort(); }};
#else
  return {{}, nccl, [] {}};
#endif
}
#endif

bridge::Group open(const Store& store, int rank, int size, bool cuda, const char* address, const char* interface, Milliseconds timeout) {
  if (cuda) {
#ifdef BRIDGE_NCCL
    return open_nccl(store, rank, size, timeout);
#else
    throw std::runtime_error("the bridge was built without NCCL");
#endif
  }
#ifdef BRIDGE_GLOO
  return open_gloo(store, rank, size, address, interface, timeout);
#else
  throw std::runtime_error("the bridge was built without Gloo");
#endif
}

#if TORCH_AT_LEAST(2, 0)
template <class Front> auto make_front(const Store& store, int rank, int size, bool cuda) {
  if constexpr (std::is_constructible_v<Front, Store, int, int>)
    return c10::make_intrusive<Front>(store, rank, size);
  else
    return c10::make_intrusive<Front>(store, rank, size, c10::make_intrusive<typename Front::Options>(cuda ? "nccl" : "gloo"));
}

template <class Front> auto set_default(Front& front, typename Front::BackendType type, int) -> decltype(front.setDefaultBackend(type)) {
  front.setDefaultBackend(type);
}

template <class Front> void set_default(Front&, typename Front::BackendType, long) {
}
#endif

void put_front(bridge::Group& group, const Store& store, int rank, int size, bool cuda) {
#if TORCH_AT_LEAST(2, 0)
  auto type = cuda ? c10d::ProcessGroup::BackendType::NCCL : c10d::ProcessGroup::BackendType::GLOO;
  group.group = make_front<c10d::ProcessGroup>(store, rank, size, cuda);
  group.group->setBackend(cuda ? c10::DeviceType::CUDA : c10::DeviceType::CPU, type, group.backend);
  set_default(*group.group, type, 0);
#else
  group.group = group.backend;
#endif
}

// Back ends read memory from a tensor's first element on.
template <class Body> void with_dense(const bridge::Group& group, at::Tensor tensor, Body body) {
  at::NoGradGuard none;
  tensor = tensor.detach();
  auto dense = tensor.is_non_overlapping_and_dense() ? tensor : tensor.contiguous();
  std::vector<at::Tensor> tensors{dense};
  group.wait(*body(tensors));
  if (!dense.is_same(tensor))
    tensor.copy_(dense);
}

} // namespace

// Gloo's threads wait on for what was sent to nobody when connections are closed; who asked for it need not.
void bridge::Group::wait(c10d::Work& work) const {
  if (backend->getBackendName() == "gloo") {
    auto future = work.getFuture();
    future->addCallback([waiting = waiting](auto&) {
      std::lock_guard<std::mutex> lock(waiting->mutex);
      waiting->changed.notify_all();
    });
    std::unique_lock<std::mutex> lock(waiting->mutex);
    waiting->changed.wait(lock, [&] { return waiting->aborted || future->completed(); });
    if (waiting->aborted)
      throw std::runtime_error("the connections were closed");
  }
  work.wait();
}

void bridge::Group::abort() {
  {
    std::lock_guard<std::mutex> lock(waiting->mutex);
    waiting->aborted = true;
    waiting->changed.notify_all();
  }
  close();
}

void bridge::Group::sum(at::Tensor tensor) const {
  with_dense(*this, tensor, [&](auto& tensors) { return backend->allreduce(tensors); });
}

// Gloo listens at 'address', or on 'interface' where that is not empty.
BRIDGE int process_group_open(
    bridge::Store* store, const char* prefix, int32_t rank, int32_t size, int32_t cuda, const char* address, const char* interface,
    int64_t milliseconds, bridge::Group** result) {
  return bridge::guarded([&] {
    auto own = c10::make_intrusive<c10d::PrefixStore>(prefix, store->store);
    auto group = open(own, rank, size, cuda != 0, address, interface, Milliseconds(milliseconds));
    put_front(group, own, rank, size, cuda != 0);
    *result = new bridge::Group(std::move(group));
  });
}

BRIDGE int process_group_free(bridge::Group* group) {
  return bridge::guarded([&] { delete group; });
}

BRIDGE int process_group_abort(bridge::Group* group) {
  return bridge::guarded([&] { group->abort(); });
}

BRIDGE int process_group_sum(bridge::Group* group, at::Tensor* tensor) {
  return bridge::guarded([&] { group->sum(*tensor); });
}

BRIDGE int process_group_broadcast(bridge::Group* group, at::Tensor* tensor, int32_t root) {
  return bridge::guarded([&] {
    c10d::BroadcastOptions options;
    options.rootRank = root;
    with_dense(*group, *tensor, [&](auto& tensors) { return group->backend->broadcast(tensors, options); });
  });
}

// 'all' is (rank, ...) for tensors (...) of one shape.
BRIDGE int process_group_gather(bridge::Group* group, at::Tensor* tensor, at::Tensor* all) {
  return bridge::guarded([&] {
    std::vector<std::vector<at::Tensor>> outputs{all->unbind(0)};
    with_dense(*group, *tensor, [&](auto& tensors) { return group->backend->allgather(outputs, tensors); });
  });
}

BRIDGE int process_group_barrier(bridge::Group* group) {
  return bridge::guarded([&] { group->wait(*group->backend->barrier()); });
}
#else
BRIDGE int process_group_open(void*, const char*, int32_t, int32_t, int32_t, const char*, const char*, int64_t, void**) {
  return bridge::no_distributed();
}

BRIDGE int process_group_free(void*) {
  return 0;
}

BRIDGE int process_group_abort(void*) {
  return bridge::no_distributed();
}

BRIDGE int process_group_sum(void*, at::Tensor*) {
  return bridge::no_distributed();
}

BRIDGE int process_group_broadcast(void*, at::Tensor*, int32_t) {
  return bridge::no_distributed();
}

BRIDGE int process_group_gather(void*, at::Tensor*, at::Tensor*) {
  return bridge::no_distributed();
}

BRIDGE int process_group_barrier(void*) {
  return bridge::no_distributed();
}
#endif
