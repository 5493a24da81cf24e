// Sums and batch normalisation over a batch of which each rank holds a part. Both have gradients: those of the sum over all ranks of what each of
// them makes of its part, which is what adding the ranks' gradients of parameters gives.
#include "distributed.h"

#ifdef BRIDGE_DISTRIBUTED
#include <ATen/NativeFunctions.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <mutex>

using at::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

// The ranks over which the calling thread normalises, and whether its rows count: a rank without a row of its own goes along with one that does not.
thread_local bridge::Group* normalised = nullptr;
thread_local bool counts = true;

bridge::Group* group_of(AutogradContext* context) {
  return reinterpret_cast<bridge::Group*>(context->saved_data["group"].toInt());
}

struct Sum : torch::autograd::Function<Sum> {
  static Tensor forward(AutogradContext* context, const Tensor& part, int64_t group) {
    at::AutoDispatchBelowADInplaceOrView below;
    context->saved_data["group"] = group;
    auto whole = part.clone();
    reinterpret_cast<bridge::Group*>(group)->sum(whole);
    return whole;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    auto whole = gradients[0].clone();
    group_of(context)->sum(whole);
    return {whole, Tensor()};
  }
};

Tensor along_channels(const Tensor& values, const Tensor& like) {
  std::vector<int64_t> shape(like.dim(), 1);
  shape[1] = -1;
  return values.to(like.scalar_type()).view(shape);
}

// Mean and variance of each channel, in the kernel that a single process normalises with.
std::pair<Tensor, Tensor> statistics(const Tensor& input) {
  auto real = input.scalar_type() == at::kDouble ? input : input.to(at::kFloat);
  auto [mean, variance] = at::batch_norm_update_stats(real.contiguous(real.suggest_memory_format()), {}, {}, 0);
  return {mean.to(at::kDouble), variance.to(at::kDouble)};
}

struct Whole {
  Tensor mean, variance;
  double count;
};

// 64 bits: the variance is a difference of sums.
Whole gather(const Tensor& input, bridge::Group* group, bool counting) {
  auto channels = input.size(1);
  auto sums = at::zeros({2 * channels + 1}, input.options().dtype(at::kDouble).memory_format(c10::nullopt));
  if (counting && input.numel() > 0) {
    auto [mean, variance] = statistics(input);
    auto own = static_cast<double>(input.numel() / channels);
    sums.narrow(0, 0, channels).copy_(mean * own);
    sums.narrow(0, channels, channels).copy_((variance + mean * mean) * own);
    sums[2 * channels] = own;
  }
  group->sum(sums);
  auto count = sums[2 * channels].item<double>();
  TORCH_CHECK(count > 1, "Expected more than 1 value per channel when training, got input size ", input.sizes());
  auto mean = sums.narrow(0, 0, channels) / count;
  return {mean, (sums.narrow(0, channels, channels) / count - mean * mean).clamp_min(0), count};
}

bool is_there(const Tensor& tensor) {
  return tensor.numel() > 0;
}

void follow(const Tensor& running, const Tensor& value, double momentum) {
  if (is_there(running))
    running.mul_(1 - momentum).add_(value.to(running.scalar_type()), momentum);
}

struct Norm : torch::autograd::Function<Norm> {
  static Tensor forward(
      AutogradContext* context, const Tensor& input, const Tensor& weight, const Tensor& bias, const Tensor& running_mean,
      const Tensor& running_variance, double momentum, double epsilon, int64_t group, bool counting) {
    at::AutoDispatchBelowADInplaceOrView below;
    auto whole = gather(input, reinterpret_cast<bridge::Group*>(group), counting);
    follow(running_mean, whole.mean, momentum);
    follow(running_variance, whole.variance * (whole.count / (whole.count - 1)), momentum);
    auto type = is_there(weight) ? weight.scalar_type() : input.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    auto mean = whole.mean.to(type), variance = whole.variance.to(type);
    context->save_for_backward({input, weight, mean, variance});
    context->saved_data["group"] = group;
    context->saved_data["count"] = whole.count;
    context->saved_data["counts"] = counting;
    context->saved_data["epsilon"] = epsilon;
    return std::get<0>(at::native_batch_norm(
        input, is_there(weight) ? weight : Tensor(), is_there(bias) ? bias : Tensor(), mean, variance, false, 0, epsilon));
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    auto saved = context->get_saved_variables();
    auto &input = saved[0], &weight = saved[1], &mean = saved[2], &variance = saved[3];
    auto epsilon = context->saved_data["epsilon"].toDouble(), count = context->saved_data["count"].toDouble();
    // 16 bits would be rounded at every step of the formula.
    auto wide = input.to(mean.scalar_type());
    auto gradient = gradients[0].to(mean.scalar_type()).contiguous(wide.suggest_memory_format());
    auto scale = is_there(weight) ? weight : at::ones_like(mean);
    auto parts = at::native_batch_norm_backward(
        gradient, wide, scale, mean, variance, Tensor(), Tensor(), false, epsilon, {false, true, true});
    auto own_weight = std::get<1>(parts), own_bias = std::get<2>(parts);
    auto sums = at::cat({own_bias, own_weight}).to(at::kDouble);
    group_of(context)->sum(sums);
    auto channels = input.size(1);
    auto inverse = (variance.to(at::kDouble) + epsilon).rsqrt();
    auto slope = inverse * scale.to(at::kDouble);
    auto result = gradient * along_channels(slope, gradient);
    if (context->saved_data["counts"].toBool()) {
      // slope (dy - mean(dy) - x^ mean(dy x^)), with x^ = (x - mean) / deviation
      auto of_input = -slope * inverse * sums.narrow(0, channels, channels) / count;
      auto constant = -slope * sums.narrow(0, 0, channels) / count - of_input * mean.to(at::kDouble);
      result.addcmul_(wide, along_channels(of_input, result)).add_(along_channels(constant, result));
    }
    if (!is_there(weight))
      own_weight = own_bias = Tensor();
    return {result.to(input.scalar_type()), own_weight, own_bias, Tensor(), Tensor(), Tensor(), Tensor(), Tensor(), Tensor()};
  }
};

// Functions of autograd take no undefined tensors before libtorch 2.0: one without elements stands for none.
Tensor or_none(const Optional<Tensor>& tensor, const Tensor& input) {
  return tensor && tensor->defined() ? *tensor : at::empty({0}, input.options());
}

Tensor batch_norm(
    const Tensor& input, const Optional<Tensor>& weight, const Optional<Tensor>& bias, const Optional<Tensor>& running_mean,
    const Optional<Tensor>& running_variance, bool training, double momentum, double epsilon, bool cudnn) {
  if (!normalised || !training)
    return at::native::batch_norm(input, weight, bias, running_mean, running_variance, training, momentum, epsilon, cudnn);
  return Norm::apply(
      input, or_none(weight, input), or_none(bias, input), or_none(running_mean, input), or_none(running_variance, input), momentum, epsilon,
      reinterpret_cast<int64_t>(normalised), counts);
}

// libtorch normalises instances as batches of one row, which are a rank's own.
Tensor instance_norm(
    const Tensor& input, const Optional<Tensor>& weight, const Optional<Tensor>& bias, const Optional<Tensor>& running_mean,
    const Optional<Tensor>& running_variance, bool use_input_stats, double momentum, double epsilon, bool cudnn) {
  struct Alone {
    bridge::Group* before = normalised;
    Alone() { normalised = nullptr; }
    ~Alone() { normalised = before; }
  } alone;
  return at::native::instance_norm(input, weight, bias, running_mean, running_variance, use_input_stats, momentum, epsilon, cudnn);
}

// libtorch's own operators go this way from the first use on; where no ranks are set, they are what they were.
void register_once() {
  static std::once_flag once;
  static std::vector<torch::Library> libraries;
  std::call_once(once, [] {
    for (auto key : {c10::DispatchKey::AutogradCPU, c10::DispatchKey::AutogradCUDA}) {
      libraries.emplace_back(torch::Library::IMPL, "aten", key, __FILE__, __LINE__);
      libraries.back().impl("batch_norm", batch_norm);
      libraries.back().impl("instance_norm", instance_norm);
    }
  });
}

} // namespace

// From now on batch normalisation of the calling thread in training mode is over all ranks of the group; null ends that.
BRIDGE int rank_norm_set(bridge::Group* group, int32_t rows_count) {
  return bridge::guarded([&] {
    register_once();
    normalised = group;
    counts = rows_count != 0;
  });
}

BRIDGE int32_t rank_norm_is_set() {
  return normalised != nullptr;
}

// The sum over ranks, through which gradients flow.
BRIDGE int rank_sum(bridge::Group* group, at::Tensor* part, at::Tensor** whole) {
  return bridge::guarded([&] { *whole = bridge::own(Sum::apply(*part, reinterpret_cast<int64_t>(group))); });
}
#else
BRIDGE int rank_norm_set(void*, int32_t) {
  return bridge::no_distributed();
}

BRIDGE int32_t rank_norm_is_set() {
  return 0;
}

BRIDGE int rank_sum(void*, at::Tensor*, at::Tensor**) {
  return bridge::no_distributed();
}
#endif
