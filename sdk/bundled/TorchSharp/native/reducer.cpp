// Gradients summed over ranks in buckets while the backward pass still runs: c10d's Reducer. Compiled to a refusal where there is no c10d.
#include "distributed.h"

#ifdef BRIDGE_DISTRIBUTED
#include <torch/csrc/distributed/c10d/reducer.hpp>

namespace {

using Buckets = std::vector<std::vector<size_t>>;
using Parameters = std::vector<at::Tensor>;
using Front = c10::intrusive_ptr<c10d::ProcessGroup>;
using Names = std::unordered_map<size_t, std::string>;

// The constructor lost and got arguments from version to version.
template <class Reducer>
Reducer* make(const Parameters& of, const Buckets& buckets, const std::vector<size_t>& limits, const Front& group, int64_t first, int64_t cap) {
  std::vector<bool> sparse(of.size(), false);
  if constexpr (std::is_constructible_v<Reducer, Parameters, Buckets, std::vector<size_t>, Front, std::vector<bool>, int64_t, bool, bool, Names, int64_t>)
    return new Reducer(of, buckets, limits, group, sparse, cap, true, false, Names(), first);
  else if constexpr (std::is_constructible_v<Reducer, Parameters, Buckets, Front, std::vector<bool>, int64_t, bool, bool, Names, int64_t>)
    return new Reducer(of, buckets, group, sparse, cap, true, false, Names(), first);
  else if constexpr (std::is_constructible_v<Reducer, Parameters, Buckets, Front, std::vector<bool>, int64_t, bool, bool, Names, int64_t, bool, bool>)
    return new Reducer(of, buckets, group, sparse, cap, true, false, Names(), first, false, false);
  else // limits of single buckets, for when they are built again
    return new Reducer(of, buckets, group, sparse, cap, true, false, Names(), first, false, false, std::vector<int64_t>());
}

// That all parameters are reached is nothing to warn of: whether they are is looked up at every step. Nor are gradients that lie otherwise than the
// bucket, as those of channels-last kernels of one pixel do: they have the same numbers in the same order.
bool is_meant(const std::string& message) {
  return message.find("find_unused_parameters=True") != std::string::npos || message.find("bucket view strides") != std::string::npos;
}

#if TORCH_AT_LEAST(2, 0)
using WarningHandlerGuard = c10::WarningUtils::WarningHandlerGuard;

struct Silent : c10::WarningHandler {
  void process(const c10::Warning& warning) override {
    if (!is_meant(warning.msg()))
      c10::WarningHandler::process(warning);
  }
};
#else
using WarningHandlerGuard = c10::Warning::WarningHandlerGuard;

struct Silent : c10::WarningHandler {
  void process(const c10::SourceLocation& place, const std::string& message, const bool verbatim) override {
    if (!is_meant(message))
      c10::WarningHandler::process(place, message, verbatim);
  }
};
#endif

} // namespace

// Looks for parameters that a loss does not reach: with that, the buckets stay those of the beginning, and a sum over ranks, whose order follows an
// element's place in its bucket, gives the same bits after a resumption.
BRIDGE int reducer_open(
    bridge::Group* group, at::Tensor* const* parameters, int64_t count, int64_t first_bytes, int64_t bucket_bytes, c10d::Reducer** result) {
  return bridge::guarded([&] {
    auto of = bridge::gather(parameters, count);
    auto [buckets, limits] = c10d::compute_bucket_assignment_by_size(
        of, {static_cast<size_t>(first_bytes), static_cast<size_t>(bucket_bytes)}, std::vector<bool>(of.size(), false));
    // What the forward pass uses last has its gradient first.
    std::reverse(buckets.begin(), buckets.end());
    std::reverse(limits.begin(), limits.end());
    *result = make<c10d::Reducer>(of, buckets, limits, group->group, first_bytes, bucket_bytes);
  });
}

// 'sums' is 0 for a pass whose gradients wait for those of later ones.
BRIDGE int reducer_backward(c10d::Reducer* reducer, at::Tensor* loss, int32_t sums) {
  return bridge::guarded([&] {
    Silent silent;
    WarningHandlerGuard guard(&silent);
    if (sums)
      reducer->prepare_for_backward({*loss});
    loss->backward();
  });
}

BRIDGE int reducer_free(c10d::Reducer* reducer) {
  return bridge::guarded([&] { delete reducer; });
}
#else
BRIDGE int reducer_open(void*, at::Tensor* const*, int64_t, int64_t, int64_t, void**) {
  return bridge::no_distributed();
}

BRIDGE int reducer_backward(void*, at::Tensor*, int32_t) {
  return bridge::no_distributed();
}

BRIDGE int reducer_free(void*) {
  return 0;
}
#endif
