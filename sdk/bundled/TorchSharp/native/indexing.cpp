// Python-style indexing: numbers, slices, None, '...', truth values, masks and index tensors.
#include "bridge.h"

#include <ATen/TensorIndexing.h>

#include <limits>

namespace {

// Kinds of an index; Tensors/TensorIndex.cs holds the same list.
enum Kind : int32_t { None, Ellipsis, Integer, Boolean, Slice, TensorKind };

struct Index {
  int32_t kind;
  int32_t given; // of a slice: 1 start, 2 stop, 4 step
  int64_t first; // the number, the truth value, or the slice's start
  int64_t stop;
  int64_t step;
  at::Tensor* tensor;
};

at::indexing::TensorIndex slice(const Index& index) {
  auto step = index.given & 4 ? index.step : 1;
  auto start = index.given & 1 ? index.first : 0;
  auto stop = index.given & 2 ? index.stop : std::numeric_limits<int64_t>::max();
  return at::indexing::Slice(start, stop, step);
}

at::indexing::TensorIndex convert(const Index& index) {
  switch (index.kind) {
    case Ellipsis: return at::indexing::Ellipsis;
    case Integer: return at::indexing::TensorIndex(index.first);
    case Boolean: return at::indexing::TensorIndex(index.first != 0);
    case Slice: return slice(index);
    case TensorKind: return *index.tensor;
    default: return at::indexing::None;
  }
}

std::vector<at::indexing::TensorIndex> convert_all(const Index* indices, int64_t count) {
  std::vector<at::indexing::TensorIndex> all;
  for (int64_t i = 0; i < count; i++)
    all.push_back(convert(indices[i]));
  return all;
}

} // namespace

BRIDGE int tensor_index(at::Tensor* tensor, const Index* indices, int64_t count, at::Tensor** result) {
  return bridge::guarded([&] { *result = bridge::own(tensor->index(convert_all(indices, count))); });
}

BRIDGE int tensor_index_put(at::Tensor* tensor, const Index* indices, int64_t count, at::Tensor* value) {
  return bridge::guarded([&] { tensor->index_put_(convert_all(indices, count), *value); });
}
