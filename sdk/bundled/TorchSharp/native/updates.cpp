// Optimizer steps on the CPU: one pass over parameter, gradient and state, over all tensors of a list at once. An optimizer that goes through
// list operators instead reads and writes the same memory five to eight times.
#include "bridge.h"

#include <ATen/Parallel.h>
#include <torch/library.h>

#include <cmath>

// Which products and sums are rounded together is written out (fma) and never left to the compiler, so that a step gives the same bits on any
// processor.

namespace {

struct Adam {
  float step_size, beta1, rest1, beta2, rest2, epsilon, root_correction, l2, keep, sign;
};

VECTORISED void adam(
    int64_t count, float* __restrict parameter, const float* __restrict gradient, float* __restrict average, float* __restrict square, Adam with) {
  for (int64_t i = 0; i < count; i++) {
    auto weight = parameter[i] * with.keep;
    auto slope = with.sign * gradient[i] + with.l2 * weight;
    average[i] = __builtin_fmaf(with.rest1, slope, with.beta1 * average[i]);
    square[i] = __builtin_fmaf(with.rest2 * slope, slope, with.beta2 * square[i]);
    parameter[i] = weight - with.step_size * average[i] / (__builtin_sqrtf(square[i]) / with.root_correction + with.epsilon);
  }
}

VECTORISED void amsgrad(
    int64_t count, float* __restrict parameter, const float* __restrict gradient, float* __restrict average, float* __restrict square,
    float* __restrict largest, Adam with) {
  for (int64_t i = 0; i < count; i++) {
    auto weight = parameter[i] * with.keep;
    auto slope = with.sign * gradient[i] + with.l2 * weight;
    average[i] = __builtin_fmaf(with.rest1, slope, with.beta1 * average[i]);
    square[i] = __builtin_fmaf(with.rest2 * slope, slope, with.beta2 * square[i]);
    largest[i] = square[i] < largest[i] ? largest[i] : square[i]; // a NaN goes on, as in at::maximum
    parameter[i] = weight - with.step_size * average[i] / (__builtin_sqrtf(largest[i]) / with.root_correction + with.epsilon);
  }
}

struct Sgd {
  float rate, l2, sign, momentum, undamped, nesterov, look_ahead;
};

VECTORISED void descend(int64_t count, float* __restrict parameter, const float* __restrict gradient, Sgd with) {
  for (int64_t i = 0; i < count; i++)
    parameter[i] -= with.rate * (with.sign * gradient[i] + with.l2 * parameter[i]);
}

VECTORISED void descend_with_momentum(
    int64_t count, float* __restrict parameter, const float* __restrict gradient, float* __restrict momentum, Sgd with) {
  for (int64_t i = 0; i < count; i++) {
    auto slope = with.sign * gradient[i] + with.l2 * parameter[i];
    momentum[i] = with.momentum * momentum[i] + with.undamped * slope;
    parameter[i] -= with.rate * (with.nesterov * slope + with.look_ahead * momentum[i]);
  }
}

// A tensor with its elements in the order of the parameter's: itself where it has the parameter's strides, else a copy that goes back at the end.
struct Operand {
  Operand(const at::Tensor& tensor, const at::Tensor& like)
      : tensor(tensor), laid(tensor.strides() == like.strides() && tensor.is_non_overlapping_and_dense() ? tensor : at::empty_like(like).copy_(tensor)) {
  }

  void put_back() {
    if (!laid.is_same(tensor))
      tensor.copy_(laid);
  }

  float* data() const {
    return laid.data_ptr<float>();
  }

  at::Tensor tensor, laid;
};

constexpr int64_t piece = 1 << 15; // elements; small enough for an even share, large enough to cost nothing

// Calls body(tensor's number, offset, count) for pieces of all tensors, on all threads.
template <class Body> void for_pieces(const std::vector<std::vector<Operand>>& tensors, const Body& body) {
  std::vector<std::pair<int64_t, int64_t>> pieces;
  for (size_t i = 0; i < tensors.size(); i++)
    for (int64_t start = 0; start < tensors[i][0].laid.numel(); start += piece)
      pieces.emplace_back(i, start);
  at::parallel_for(0, pieces.size(), 1, [&](int64_t begin, int64_t end) {
    for (auto at = begin; at < end; at++) {
      auto [number, start] = pieces[at];
      body(tensors[number], start, std::min(piece, tensors[number][0].laid.numel() - start));
    }
  });
}

using Lists = std::initializer_list<at::TensorList>;

// The first list's tensors say how the others' elements are laid out.
std::vector<std::vector<Operand>> align(Lists lists) {
  auto parameters = *lists.begin();
  std::vector<std::vector<Operand>> aligned(parameters.size());
  for (size_t i = 0; i < parameters.size(); i++) {
    auto like = parameters[i].is_non_overlapping_and_dense() ? parameters[i] : at::empty_like(parameters[i]);
    for (auto list : lists) {
      TORCH_CHECK(list[i].device().is_cpu() && list[i].scalar_type() == at::kFloat && list[i].layout() == at::kStrided,
                  "an update in one pass takes strided tensors of 32-bit floats on the CPU");
      TORCH_CHECK(list[i].sizes() == like.sizes(), "parameter ", i, ": gradient and state need its shape");
      aligned[i].emplace_back(list[i], like);
    }
  }
  return aligned;
}

// Gradients are read only; all else goes back.
void put_back(std::vector<std::vector<Operand>>& tensors) {
  for (auto& operands : tensors)
    for (size_t i = 0; i < operands.size(); i++)
      if (i != 1)
        operands[i].put_back();
}

void adam_(
    at::TensorList parameters, at::TensorList gradients, at::TensorList averages, at::TensorList squares, at::TensorList largest,
    at::ArrayRef<double> rates, bool maximize) {
  TORCH_CHECK(rates.size() == 7, "adam_ takes seven rates");
  // What is left of 1 must be taken before rounding: in 32 bits 1 - 0.999 is off in the fifth digit.
  Adam with{float(rates[0]), float(rates[1]), float(1 - rates[1]), float(rates[2]), float(1 - rates[2]),
            float(rates[3]), float(rates[4]), float(rates[5]), float(rates[6]), maximize ? -1.f : 1.f};
  auto keeps_largest = !largest.empty();
  auto tensors = keeps_largest ? align({parameters, gradients, averages, squares, largest}) : align({parameters, gradients, averages, squares});
  for_pieces(tensors, [&](const std::vector<Operand>& of, int64_t start, int64_t count) {
    if (keeps_largest)
      amsgrad(count, of[0].data() + start, of[1].data() + start, of[2].data() + start, of[3].data() + start, of[4].data() + start, with);
    else
      adam(count, of[0].data() + start, of[1].data() + start, of[2].data() + start, of[3].data() + start, with);
  });
  put_back(tensors);
}

// 'momenta' is empty where there is no momentum. Momenta of zero and a dampening of 0 make the first step.
void sgd_(at::TensorList parameters, at::TensorList gradients, at::TensorList momenta, at::ArrayRef<double> rates, bool nesterov, bool maximize) {
  TORCH_CHECK(rates.size() == 4, "sgd_ takes four rates");
  auto momentum = float(rates[2]);
  Sgd with{float(rates[0]), float(rates[1]), maximize ? -1.f : 1.f, momentum, float(1 - rates[3]), nesterov ? 1.f : 0.f, nesterov ? momentum : 1.f};
  auto tensors = momenta.empty() ? align({parameters, gradients}) : align({parameters, gradients, momenta});
  for_pieces(tensors, [&](const std::vector<Operand>& of, int64_t start, int64_t count) {
    if (of.size() == 2)
      descend(count, of[0].data() + start, of[1].data() + start, with);
    else
      descend_with_momentum(count, of[0].data() + start, of[1].data() + start, of[2].data() + start, with);
  });
  put_back(tensors);
}

} // namespace

TORCH_LIBRARY_FRAGMENT(framework, library) {
  library.def("adam_(Tensor(a!)[] parameters, Tensor[] gradients, Tensor(b!)[] averages, Tensor(c!)[] squares, Tensor(d!)[] largest, "
              "float[] rates, bool maximize) -> ()", adam_);
  library.def("sgd_(Tensor(a!)[] parameters, Tensor[] gradients, Tensor(b!)[] momenta, float[] rates, bool nesterov, bool maximize) -> ()", sgd_);
}
