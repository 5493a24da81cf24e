// Lifetime, metadata, memory and gradients of tensors: the direct functions, because they are hot or because no operator offers them.
#include "bridge.h"

#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

using at::Tensor;

BRIDGE void tensor_free(Tensor* tensor) {
  bridge::guarded([&] { delete tensor; });
}

// A second handle to the same tensor.
BRIDGE Tensor* tensor_share(Tensor* tensor) {
  return new Tensor(*tensor);
}

BRIDGE int32_t tensor_is_same(Tensor* left, Tensor* right) {
  return left->is_same(*right);
}

BRIDGE int64_t tensor_dim(Tensor* tensor) {
  return tensor->dim();
}

BRIDGE int64_t tensor_numel(Tensor* tensor) {
  return tensor->numel();
}

BRIDGE int32_t tensor_dtype(Tensor* tensor) {
  return static_cast<int32_t>(tensor->scalar_type());
}

BRIDGE int64_t tensor_element_size(Tensor* tensor) {
  return static_cast<int64_t>(tensor->element_size());
}

BRIDGE int32_t tensor_device_type(Tensor* tensor) {
  return static_cast<int32_t>(tensor->device().type());
}

BRIDGE int32_t tensor_device_index(Tensor* tensor) {
  return tensor->device().index();
}

BRIDGE int32_t tensor_layout(Tensor* tensor) {
  return static_cast<int32_t>(tensor->layout());
}

BRIDGE void tensor_sizes(Tensor* tensor, int64_t* sizes) {
  auto all = tensor->sizes();
  std::copy(all.begin(), all.end(), sizes);
}

BRIDGE int tensor_strides(Tensor* tensor, int64_t* strides) {
  return bridge::guarded([&] {
    auto all = tensor->strides();
    std::copy(all.begin(), all.end(), strides);
  });
}

BRIDGE int tensor_storage_offset(Tensor* tensor, int64_t* offset) {
  return bridge::guarded([&] { *offset = tensor->storage_offset(); });
}

BRIDGE int tensor_data(Tensor* tensor, void** data) {
  return bridge::guarded([&] { *data = tensor->data_ptr(); });
}

BRIDGE int tensor_is_contiguous(Tensor* tensor, int32_t memory_format, int32_t* result) {
  return bridge::guarded([&] { *result = tensor->is_contiguous(static_cast<at::MemoryFormat>(memory_format)); });
}

BRIDGE int tensor_is_pinned(Tensor* tensor, int32_t* result) {
  return bridge::guarded([&] { *result = tensor->is_pinned(); });
}

// Wraps memory that the caller owns until 'release' is called with 'context'.
BRIDGE int tensor_from_blob(
    void* data, const int64_t* sizes, int64_t dimensions, int32_t dtype, void (*release)(void*), void* context, Tensor** result) {
  return bridge::guarded([&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    auto released = [release, context](void*) { release(context); };
    *result = bridge::own(at::from_blob(data, at::IntArrayRef(sizes, dimensions), released, options));
  });
}

BRIDGE int tensor_item(Tensor* tensor, int64_t* integer, double* real, double* imaginary) {
  return bridge::guarded([&] {
    auto value = tensor->item();
    *integer = value.isIntegral(true) ? value.toLong() : 0;
    *real = value.isComplex() ? value.toComplexDouble().real() : value.toDouble();
    *imaginary = value.isComplex() ? value.toComplexDouble().imag() : 0;
  });
}

BRIDGE int32_t tensor_requires_grad(Tensor* tensor) {
  return tensor->requires_grad();
}

BRIDGE int tensor_set_requires_grad(Tensor* tensor, int32_t value) {
  return bridge::guarded([&] { tensor->set_requires_grad(value != 0); });
}

BRIDGE int32_t tensor_is_leaf(Tensor* tensor) {
  return tensor->is_leaf();
}

BRIDGE int tensor_retain_grad(Tensor* tensor) {
  return bridge::guarded([&] { tensor->retain_grad(); });
}

BRIDGE int tensor_grad(Tensor* tensor, Tensor** result) {
  return bridge::guarded([&] { *result = bridge::own(tensor->grad()); });
}

BRIDGE int tensor_set_grad(Tensor* tensor, Tensor* gradient) {
  return bridge::guarded([&] { tensor->mutable_grad() = gradient ? *gradient : Tensor(); });
}

// Makes the tensor hold another's data, keeping its identity: how a module's parameters change device or type.
BRIDGE int tensor_set_data(Tensor* tensor, Tensor* data) {
  return bridge::guarded([&] { tensor->set_data(*data); });
}

BRIDGE int autograd_backward(
    Tensor* const* tensors, int64_t count, Tensor* const* gradients, int64_t gradient_count, int32_t retain_graph, int32_t create_graph,
    Tensor* const* inputs, int64_t input_count) {
  return bridge::guarded([&] {
    torch::autograd::backward(
        bridge::gather(tensors, count), bridge::gather(gradients, gradient_count), retain_graph != 0, create_graph != 0,
        bridge::gather(inputs, input_count));
  });
}

// 'results' has room for one handle an input; an unused input's is null.
BRIDGE int autograd_grad(
    Tensor* const* outputs, int64_t output_count, Tensor* const* inputs, int64_t input_count, Tensor* const* gradients,
    int64_t gradient_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, Tensor** results) {
  return bridge::guarded([&] {
    auto found = torch::autograd::grad(
        bridge::gather(outputs, output_count), bridge::gather(inputs, input_count), bridge::gather(gradients, gradient_count),
        retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (int64_t i = 0; i < input_count; i++)
      results[i] = bridge::own(found[i]);
  });
}
