// Tensors in files, in libtorch's own archive format (a zip file): what torch::save writes, torch::load reads.
#include "bridge.h"

#include <torch/serialize/archive.h>

BRIDGE int tensor_save(at::Tensor* tensor, const char* file) {
  return bridge::guarded([&] {
    torch::serialize::OutputArchive archive(std::make_shared<torch::jit::CompilationUnit>());
    archive.write("0", *tensor);
    archive.save_to(file);
  });
}

BRIDGE int tensor_load(const char* file, at::Tensor** result) {
  return bridge::guarded([&] {
    torch::serialize::InputArchive archive;
    archive.load_from(file, c10::Device(c10::DeviceType::CPU));
    at::Tensor tensor;
    archive.read("0", tensor);
    *result = bridge::own(tensor);
  });
}
