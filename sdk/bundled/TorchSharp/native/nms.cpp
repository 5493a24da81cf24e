// Non-maximum suppression: of boxes that overlap, the one with the highest score stays. Computed in float32. Boxes are (box, 4): x1, y1, x2, y2.
// The CPU has a kernel; other devices compare all pairs, some rows at a time, and leave only the greedy pass to the host.
#include "bridge.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/library.h>

#include <cmath>
#include <limits>

using at::Tensor;

namespace {

void require(const Tensor& boxes, const Tensor& scores) {
  TORCH_CHECK(boxes.dim() == 2 && boxes.size(1) == 4, "nms: boxes are (box, 4): x1, y1, x2, y2; these are ", boxes.sizes());
  TORCH_CHECK(scores.dim() == 1 && scores.size(0) == boxes.size(0), "nms: ", boxes.size(0), " boxes need as many scores; these are ", scores.sizes());
}

Tensor best_first(const Tensor& scores) {
  return std::get<1>(scores.sort(/*stable=*/true, /*dim=*/0, /*descending=*/true));
}

// Marks what box 'i' suppresses among those behind it. 'rows' are x1, y1, x2, y2 and the area, so that the loop runs over vectors.
VECTORISED void suppress(const float* __restrict__ rows, int64_t i, int64_t count, float threshold, uint8_t* __restrict__ suppressed) {
  auto *x1 = rows, *y1 = rows + count, *x2 = rows + 2 * count, *y2 = rows + 3 * count, *area = rows + 4 * count;
  for (auto j = i + 1; j < count; j++) {
    auto width = std::min(x2[i], x2[j]) - std::max(x1[i], x1[j]);
    auto height = std::min(y2[i], y2[j]) - std::max(y1[i], y1[j]);
    auto shared = std::max(0.f, width) * std::max(0.f, height);
    suppressed[j] |= shared / (area[i] + area[j] - shared) > threshold;
  }
}

// The largest float32 that is not above: what exceeds it is what exceeds the float64 itself.
float rounded_down(double value) {
  auto nearest = static_cast<float>(value);
  return nearest > value ? std::nextafter(nearest, -std::numeric_limits<float>::infinity()) : nearest;
}

Tensor nms_cpu(const Tensor& boxes, const Tensor& scores, double threshold) {
  require(boxes, scores);
  auto count = boxes.size(0);
  auto order = best_first(scores);
  auto corners = boxes.to(at::kFloat).index_select(0, order).t();
  auto area = (corners[2] - corners[0]) * (corners[3] - corners[1]);
  auto rows = at::cat({corners, area.unsqueeze(0)}).contiguous();
  std::vector<uint8_t> suppressed(count);
  std::vector<int64_t> kept;
  for (int64_t i = 0; i < count; i++) {
    if (suppressed[i])
      continue;
    kept.push_back(i);
    suppress(rows.data_ptr<float>(), i, count, rounded_down(threshold), suppressed.data());
  }
  return order.index_select(0, at::tensor(kept, order.options()));
}

// Pairs whose sides are in memory at one time: some tens of megabytes.
constexpr int64_t pairs_at_once = 1 << 20;

Tensor nms_composed(const Tensor& boxes, const Tensor& scores, double threshold) {
  require(boxes, scores);
  at::NoGradGuard quiet;
  auto count = boxes.size(0);
  auto order = best_first(scores);
  auto box = boxes.to(at::kFloat).index_select(0, order);
  auto first = box.slice(1, 0, 2), last = box.slice(1, 2, 4);
  auto area = (last - first).prod(1);
  auto overlaps = at::empty({count, count}, box.options().dtype(at::kBool));
  auto step = std::max<int64_t>(1, pairs_at_once / std::max<int64_t>(1, count));
  for (int64_t begin = 0; begin < count; begin += step) {
    auto rows = std::min(step, count - begin), columns = count - begin; // a box suppresses what is behind it
    auto sides = at::minimum(last.narrow(0, begin, rows).unsqueeze(1), last.narrow(0, begin, columns));
    sides.sub_(at::maximum(first.narrow(0, begin, rows).unsqueeze(1), first.narrow(0, begin, columns))).clamp_min_(0);
    auto shared = sides.prod(2);
    auto all = area.narrow(0, begin, rows).unsqueeze(1) + area.narrow(0, begin, columns);
    overlaps.narrow(0, begin, rows).narrow(1, begin, columns).copy_(shared.div(all.sub_(shared)) > threshold);
  }
  overlaps = overlaps.cpu();
  auto* row = overlaps.data_ptr<bool>();
  std::vector<uint8_t> suppressed(count);
  std::vector<int64_t> kept;
  for (int64_t i = 0; i < count; i++, row += count) {
    if (suppressed[i])
      continue;
    kept.push_back(i);
    for (auto j = i + 1; j < count; j++)
      suppressed[j] |= row[j];
  }
  return order.index_select(0, at::tensor(kept, at::kLong).to(order.device()));
}

Tensor nms(const Tensor& boxes, const Tensor& scores, double threshold) {
  static auto op = c10::Dispatcher::singleton().findSchemaOrThrow("framework::nms", "").typed<decltype(nms_cpu)>();
  return op.call(boxes, scores, threshold);
}

// Few boxes are moved apart, class by class, and go through at once; many go class by class. Both say the same but for rounding, and the
// limits are torchvision's (4,000 numbers on a CPU, 20,000 elsewhere) so that even that agrees with it.
Tensor batched_nms(const Tensor& boxes, const Tensor& scores, const Tensor& classes, double threshold) {
  at::NoGradGuard quiet;
  if (boxes.size(0) == 0)
    return at::empty({0}, boxes.options().dtype(at::kLong));
  if (boxes.numel() <= (boxes.is_cpu() ? 4000 : 20000))
    return nms(boxes + (classes.to(boxes.scalar_type()) * (boxes.max() + 1)).unsqueeze(1), scores, threshold);
  auto kept = at::zeros_like(scores, at::kBool);
  auto different = std::get<0>(at::_unique(classes)).cpu();
  for (int64_t i = 0; i < different.numel(); i++) {
    auto own = (classes == different[i].item()).nonzero().squeeze(1);
    kept.index_fill_(0, own.index_select(0, nms(boxes.index_select(0, own), scores.index_select(0, own), threshold)), true);
  }
  auto all = kept.nonzero().squeeze(1);
  return all.index_select(0, best_first(scores.index_select(0, all)));
}

} // namespace

TORCH_LIBRARY_FRAGMENT(framework, library) {
  library.def("nms(Tensor boxes, Tensor scores, float threshold) -> Tensor");
  library.def("nms_composed(Tensor boxes, Tensor scores, float threshold) -> Tensor", nms_composed);
  library.def("batched_nms(Tensor boxes, Tensor scores, Tensor classes, float threshold) -> Tensor", batched_nms);
}

TORCH_LIBRARY_IMPL(framework, CPU, library) {
  library.impl("nms", nms_cpu);
}

TORCH_LIBRARY_IMPL(framework, CompositeImplicitAutograd, library) {
  library.impl("nms", nms_composed);
}
