// ROI align (He et al. 2017, arXiv:1703.06870): the features under a box, averaged from bilinear samples into a grid. It is linear in the
// features, so that each of the two operators here, the gathering and its transpose, is the other's derivative.
// The CPU has a kernel; other devices take the same sum as a weighted embedding bag. Always computed in float32 or, if given, float64.
#include "bridge.h"

#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

using at::Tensor;

namespace {

struct Grid {
  double scale;
  int64_t height, width, sampling_ratio;
  bool aligned;
};

// The samples along one axis of a box: each lies between two pixels. One that is more than a pixel outside the image weighs nothing.
template <class T> struct Axis {
  int64_t per_bin;
  std::vector<int64_t> pixel[2];
  std::vector<T> weight[2];

  Axis(T first, T last, int64_t bins, int64_t pixels, const Grid& grid) {
    auto offset = grid.aligned ? T(0.5) : T(0);
    auto start = first * T(grid.scale) - offset;
    auto length = last * T(grid.scale) - offset - start;
    if (!grid.aligned)
      length = std::max(length, T(1));
    auto bin = length / bins;
    per_bin = grid.sampling_ratio > 0 ? grid.sampling_ratio : std::max<int64_t>(0, std::ceil(bin));
    for (auto i : {0, 1}) {
      pixel[i].reserve(bins * per_bin);
      weight[i].reserve(bins * per_bin);
    }
    for (int64_t i = 0; i < bins * per_bin; i++)
      add(start + (i / per_bin) * bin + (i % per_bin + T(0.5)) * bin / per_bin, pixels);
  }

  void add(T position, int64_t pixels) {
    auto inside = position >= -1 && position <= pixels;
    auto clamped = inside ? std::min(std::max(position, T(0)), T(pixels - 1)) : T(0);
    auto low = static_cast<int64_t>(clamped);
    auto share = clamped - low;
    pixel[0].push_back(low);
    pixel[1].push_back(std::min(low + 1, pixels - 1));
    weight[0].push_back(inside ? (1 - share) / per_bin : T(0));
    weight[1].push_back(inside ? share / per_bin : T(0));
  }
};

VECTORISED void add_scaled(float* __restrict__ sum, const float* __restrict__ values, float factor, int64_t count) {
  for (int64_t i = 0; i < count; i++)
    sum[i] += factor * values[i];
}

VECTORISED void add_scaled(double* __restrict__ sum, const double* __restrict__ values, double factor, int64_t count) {
  for (int64_t i = 0; i < count; i++)
    sum[i] += factor * values[i];
}

template <class T> inline void add(T* sum, const T* values, T factor, int64_t count) {
  if (count == 1) // a mask: not worth a call
    *sum += factor * *values;
  else
    add_scaled(sum, values, factor, count);
}

// Calls 'visit' with every pixel's offset, bin and weight, for all that a box touches. Channels are the innermost axis of both tensors.
template <class T, class Visit> void visit_box(const T* box, at::IntArrayRef shape, const Grid& grid, Visit visit) {
  auto image = static_cast<int64_t>(box[0]);
  TORCH_CHECK(image >= 0 && image < shape[0], "roi_align: a box belongs to image ", image, " of ", shape[0]);
  Axis<T> y(box[2], box[4], grid.height, shape[2], grid), x(box[1], box[3], grid.width, shape[3], grid);
  for (int64_t i = 0; i < grid.height * y.per_bin; i++)
    for (auto row : {0, 1})
      for (int64_t j = 0; y.weight[row][i] != 0 && j < grid.width * x.per_bin; j++)
        for (auto column : {0, 1})
          if (auto weight = y.weight[row][i] * x.weight[column][j])
            visit((image * shape[2] + y.pixel[row][i]) * shape[3] + x.pixel[column][j], i / y.per_bin * grid.width + j / x.per_bin, weight);
}

at::ScalarType computed_in(const Tensor& features) {
  return features.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
}

Tensor channels_last(const Tensor& tensor, at::ScalarType type) {
  return tensor.to(type).contiguous(at::MemoryFormat::ChannelsLast);
}

void require(const Tensor& features, const Tensor& boxes) {
  TORCH_CHECK(features.dim() == 4, "roi_align: features are (image, channel, y, x); these have ", features.dim(), " axes");
  TORCH_CHECK(boxes.dim() == 2 && boxes.size(1) == 5, "roi_align: boxes are (box, 5): image, x1, y1, x2, y2; these are ", boxes.sizes());
}

Tensor gather_cpu(
    const Tensor& features, const Tensor& boxes, double scale, int64_t height, int64_t width, int64_t sampling_ratio, bool aligned) {
  require(features, boxes);
  Grid grid{scale, height, width, sampling_ratio, aligned};
  auto type = computed_in(features);
  auto source = channels_last(features, type), corners = boxes.to(type).contiguous();
  auto count = boxes.size(0), channels = features.size(1), bins = height * width;
  auto result = at::zeros({count, height, width, channels}, source.options());
  AT_DISPATCH_FLOATING_TYPES(type, "roi_align", [&] {
    auto* from = source.data_ptr<scalar_t>();
    auto* box = corners.data_ptr<scalar_t>();
    auto* to = result.data_ptr<scalar_t>();
    at::parallel_for(0, count, 1, [&](int64_t begin, int64_t end) {
      for (auto i = begin; i < end; i++)
        visit_box(box + 5 * i, features.sizes(), grid, [&](int64_t pixel, int64_t bin, scalar_t weight) {
          add(to + (i * bins + bin) * channels, from + pixel * channels, weight, channels);
        });
    });
  });
  return result.permute({0, 3, 1, 2}).to(features.scalar_type());
}

// Threads share the channels, not the boxes: no two write to one number, and the sums are in the same order on any number of threads.
Tensor spread_cpu(const Tensor& gradient, const Tensor& boxes, at::IntArrayRef shape, double scale, int64_t sampling_ratio, bool aligned) {
  Grid grid{scale, gradient.size(2), gradient.size(3), sampling_ratio, aligned};
  auto type = computed_in(gradient);
  auto source = channels_last(gradient, type), corners = boxes.to(type).contiguous();
  auto count = boxes.size(0), channels = shape[1], bins = grid.height * grid.width;
  auto result = at::zeros({shape[0], shape[2], shape[3], channels}, source.options());
  AT_DISPATCH_FLOATING_TYPES(type, "roi_align_transpose", [&] {
    auto* from = source.data_ptr<scalar_t>();
    auto* box = corners.data_ptr<scalar_t>();
    auto* to = result.data_ptr<scalar_t>();
    at::parallel_for(0, channels, 16, [&](int64_t begin, int64_t end) {
      for (int64_t i = 0; i < count; i++)
        visit_box(box + 5 * i, shape, grid, [&](int64_t pixel, int64_t bin, scalar_t weight) {
          add(to + pixel * channels + begin, from + (i * bins + bin) * channels + begin, weight, end - begin);
        });
    });
  });
  return result.permute({0, 3, 1, 2}).to(gradient.scalar_type());
}

Tensor gather(const Tensor& features, const Tensor& boxes, double scale, int64_t height, int64_t width, int64_t sampling_ratio, bool aligned) {
  static auto op = c10::Dispatcher::singleton().findSchemaOrThrow("framework::roi_align", "").typed<decltype(gather_cpu)>();
  return op.call(features, boxes, scale, height, width, sampling_ratio, aligned);
}

Tensor spread(const Tensor& gradient, const Tensor& boxes, at::IntArrayRef shape, double scale, int64_t sampling_ratio, bool aligned) {
  static auto op = c10::Dispatcher::singleton().findSchemaOrThrow("framework::roi_align_transpose", "").typed<decltype(spread_cpu)>();
  return op.call(gradient, boxes, shape, scale, sampling_ratio, aligned);
}

struct Gather : torch::autograd::Function<Gather> {
  static Tensor forward(
      torch::autograd::AutogradContext* context, const Tensor& features, const Tensor& boxes, double scale, int64_t height, int64_t width,
      int64_t sampling_ratio, bool aligned) {
    at::AutoDispatchBelowADInplaceOrView below;
    context->save_for_backward({boxes});
    context->saved_data["shape"] = features.sizes().vec();
    context->saved_data["scale"] = scale;
    context->saved_data["sampling_ratio"] = sampling_ratio;
    context->saved_data["aligned"] = aligned;
    return gather(features, boxes, scale, height, width, sampling_ratio, aligned);
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
    auto& data = context->saved_data;
    auto shape = data["shape"].toIntVector();
    auto result = spread(gradients[0], context->get_saved_variables()[0], shape, data["scale"].toDouble(), data["sampling_ratio"].toInt(),
                         data["aligned"].toBool());
    return {result, Tensor(), Tensor(), Tensor(), Tensor(), Tensor(), Tensor()};
  }
};

struct Spread : torch::autograd::Function<Spread> {
  static Tensor forward(
      torch::autograd::AutogradContext* context, const Tensor& gradient, const Tensor& boxes, at::IntArrayRef shape, double scale,
      int64_t sampling_ratio, bool aligned) {
    at::AutoDispatchBelowADInplaceOrView below;
    context->save_for_backward({boxes});
    context->saved_data["height"] = gradient.size(2);
    context->saved_data["width"] = gradient.size(3);
    context->saved_data["scale"] = scale;
    context->saved_data["sampling_ratio"] = sampling_ratio;
    context->saved_data["aligned"] = aligned;
    return spread(gradient, boxes, shape, scale, sampling_ratio, aligned);
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
    auto& data = context->saved_data;
    auto result = gather(gradients[0], context->get_saved_variables()[0], data["scale"].toDouble(), data["height"].toInt(),
                         data["width"].toInt(), data["sampling_ratio"].toInt(), data["aligned"].toBool());
    return {result, Tensor(), Tensor(), Tensor(), Tensor(), Tensor()};
  }
};

Tensor gather_autograd(
    const Tensor& features, const Tensor& boxes, double scale, int64_t height, int64_t width, int64_t sampling_ratio, bool aligned) {
  return Gather::apply(features, boxes, scale, height, width, sampling_ratio, aligned);
}

Tensor spread_autograd(const Tensor& gradient, const Tensor& boxes, at::IntArrayRef shape, double scale, int64_t sampling_ratio, bool aligned) {
  return Spread::apply(gradient, boxes, shape, scale, sampling_ratio, aligned);
}

// For every box and bin along one axis: the two pixels of each of its samples, and their weights. Both are (box, bin, 2 samples).
std::pair<Tensor, Tensor> axis(const Tensor& first, const Tensor& last, int64_t bins, int64_t pixels, const Grid& grid) {
  auto start = first * grid.scale - (grid.aligned ? 0.5 : 0);
  auto length = last * grid.scale - (grid.aligned ? 0.5 : 0) - start;
  auto bin = ((grid.aligned ? length : length.clamp_min(1)) / bins).view({-1, 1, 1});
  auto per_bin = grid.sampling_ratio > 0 ? at::full_like(bin, grid.sampling_ratio) : bin.ceil().clamp_min(0);
  auto sample = at::arange(per_bin.max().item<double>(), bin.options());
  auto position = start.view({-1, 1, 1}) + bin * (at::arange(bins, bin.options()).view({-1, 1}) + (sample + 0.5) / per_bin);
  auto inside = (position >= -1).logical_and(position <= pixels).logical_and(sample < per_bin);
  auto clamped = at::where(inside, position.clamp(0, pixels - 1), at::zeros_like(position));
  auto low = clamped.floor();
  auto share = clamped - low, weight = inside / per_bin.clamp_min(1);
  auto pixel = at::cat({low, (low + 1).clamp_max(pixels - 1)}, 2).to(at::kLong);
  return {pixel, at::cat({(1 - share) * weight, share * weight}, 2)};
}

Tensor gather_some(const Tensor& table, const Tensor& boxes, at::IntArrayRef shape, const Grid& grid) {
  auto column = boxes.unbind(1);
  auto [y, y_weight] = axis(column[2], column[4], grid.height, shape[2], grid);
  auto [x, x_weight] = axis(column[1], column[3], grid.width, shape[3], grid);
  auto image = column[0].to(at::kLong).view({-1, 1, 1, 1, 1});
  auto row = image * shape[2] + y.unsqueeze(2).unsqueeze(4);
  auto pixel = (row * shape[3] + x.unsqueeze(1).unsqueeze(3)).flatten(3);
  auto weight = (y_weight.unsqueeze(2).unsqueeze(4) * x_weight.unsqueeze(1).unsqueeze(3)).flatten();
  auto bags = at::arange(0, pixel.numel(), std::max<int64_t>(1, pixel.size(3)), pixel.options());
  if (pixel.size(3) == 0) // boxes without a sample
    return table.new_zeros({boxes.size(0) * grid.height * grid.width, table.size(1)});
  return std::get<0>(at::embedding_bag(table, pixel.flatten(), bags, false, 0, false, weight));
}

// How many pixels each box gathers along y and along x into one channel.
std::vector<std::pair<int64_t, int64_t>> samples_of(const Tensor& boxes, const Grid& grid) {
  std::vector<std::pair<int64_t, int64_t>> samples(boxes.size(0));
  auto corners = boxes.to(at::kDouble).cpu().contiguous();
  auto* box = corners.data_ptr<double>();
  auto along = [&](double first, double last, int64_t bins) {
    auto length = std::max((last - first) * grid.scale, grid.aligned ? 0.0 : 1.0);
    length = length < 1e6 ? length : 1e6; // what is no number is none of this one's
    return 2 * bins * (grid.sampling_ratio > 0 ? grid.sampling_ratio : static_cast<int64_t>(std::ceil(length / bins)));
  };
  for (auto& count : samples) {
    count = {along(box[2], box[4], grid.height), along(box[1], box[3], grid.width)};
    box += 5;
  }
  return samples;
}

// Pixels gathered at one time: each costs an index, a weight and what the embedding bag makes of them, some 30 bytes.
constexpr int64_t pixels_at_once = 1 << 22;

Tensor gather_composed(
    const Tensor& features, const Tensor& boxes, double scale, int64_t height, int64_t width, int64_t sampling_ratio, bool aligned) {
  require(features, boxes);
  Grid grid{scale, height, width, sampling_ratio, aligned};
  auto type = computed_in(features);
  auto table = features.to(type).permute({0, 2, 3, 1}).reshape({-1, features.size(1)});
  auto corners = boxes.detach().to(type);
  // Boxes that go together are padded to the most samples of any of them, along each axis.
  auto samples = samples_of(corners, grid);
  std::vector<Tensor> parts{table.narrow(0, 0, 0)};
  for (int64_t begin = 0, end = 0; begin < boxes.size(0); begin = end) {
    for (int64_t y = 0, x = 0; end < boxes.size(0); end++) {
      y = std::max(y, samples[end].first);
      x = std::max(x, samples[end].second);
      if (end > begin && (end + 1 - begin) * y * x > pixels_at_once)
        break;
    }
    parts.push_back(gather_some(table, corners.narrow(0, begin, end - begin), features.sizes(), grid));
  }

  return at::cat(parts).view({boxes.size(0), height, width, features.size(1)}).permute({0, 3, 1, 2}).to(features.scalar_type());
}

} // namespace

TORCH_LIBRARY_FRAGMENT(framework, library) {
  library.def("roi_align(Tensor features, Tensor boxes, float scale, int height, int width, int sampling_ratio=-1, bool aligned=False) -> Tensor");
  library.def("roi_align_composed(Tensor features, Tensor boxes, float scale, int height, int width, int sampling_ratio=-1, bool aligned=False) -> Tensor", gather_composed);
  library.def("roi_align_transpose(Tensor gradient, Tensor boxes, int[] shape, float scale, int sampling_ratio=-1, bool aligned=False) -> Tensor");
}

TORCH_LIBRARY_IMPL(framework, CPU, library) {
  library.impl("roi_align", gather_cpu);
  library.impl("roi_align_transpose", spread_cpu);
}

TORCH_LIBRARY_IMPL(framework, AutogradCPU, library) {
  library.impl("roi_align", gather_autograd);
  library.impl("roi_align_transpose", spread_autograd);
}

TORCH_LIBRARY_IMPL(framework, CompositeImplicitAutograd, library) {
  library.impl("roi_align", gather_composed);
}
