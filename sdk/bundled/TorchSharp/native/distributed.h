// What the bridge has of c10d: build.sh says BRIDGE_GLOO and BRIDGE_NCCL where libtorch's headers of these back ends can be compiled.
#pragma once

#include "bridge.h"

#if defined(BRIDGE_GLOO) || defined(BRIDGE_NCCL)
#define BRIDGE_DISTRIBUTED 1
#define USE_DISTRIBUTED 1
#define USE_C10D 1
#if defined(BRIDGE_GLOO)
#define USE_C10D_GLOO 1
#endif
#if defined(BRIDGE_NCCL)
#define USE_C10D_NCCL 1
#endif

#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>
#include <torch/csrc/distributed/c10d/Store.hpp>
#include <torch/csrc/distributed/c10d/Work.hpp>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace bridge {

// From libtorch 2.0 on a process group is a front; before, the back end was one itself.
#if TORCH_AT_LEAST(2, 0)
using Backend = c10d::Backend;
#else
using Backend = c10d::ProcessGroup;
#endif

struct Store {
  c10::intrusive_ptr<c10d::Store> store;
};

// What wakes those who wait for an operation.
struct Waiting {
  std::mutex mutex;
  std::condition_variable changed;
  bool aborted = false;
};

struct Group {
  c10::intrusive_ptr<c10d::ProcessGroup> group;
  c10::intrusive_ptr<Backend> backend;
  std::function<void()> close;
  std::shared_ptr<Waiting> waiting = std::make_shared<Waiting>();

  void abort();

  void wait(c10d::Work& work) const;

  // In place; waits for the result (on CUDA: lets the current stream wait).
  void sum(at::Tensor tensor) const;
};

} // namespace bridge
#endif

namespace bridge {

inline int no_distributed() {
  return guarded([] { throw std::runtime_error("the bridge was built without c10d's headers"); });
}

} // namespace bridge
