// Debian's libtorch-dev leaves this header out, of which reducer.hpp needs two names. It is searched last: where libtorch has its own, that one counts.
#pragma once

#include <ATen/ATen.h>

#include <functional>
#include <memory>

namespace torch {
namespace distributed {
namespace autograd {

struct DistAutogradContext {
  using GradCallback = std::function<bool(at::Tensor&)>;
};

using ContextPtr = std::shared_ptr<DistAutogradContext>;

} // namespace autograd
} // namespace distributed
} // namespace torch
