// One generic call for every ATen operator: find it in the dispatcher, turn tagged arguments into what its schema wants, call it boxed.
#include "bridge.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

namespace {

// Kinds of a tagged value; Interop/ValueKind.cs holds the same list.
enum Kind : int32_t { None, TensorKind, Long, Double, Bool, Complex, Longs, Doubles, Bools, Tensors, String, DeviceKind, GeneratorKind };

struct Value {
  int32_t kind;
  int32_t count; // elements of a list, bytes of a string
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
};

enum class Want { Tensor, Int, Float, Bool, Scalar, Ints, Floats, Bools, Tensors, OptionalTensors, String, Device, Generator, Other };

struct Parameter {
  Want want;
  int32_t repeat; // int[2] takes one number for both
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
};

Want want_of(const c10::Type& type);

Want want_list(const c10::Type& element) {
  switch (element.kind()) {
    case c10::TypeKind::TensorType: return Want::Tensors;
    case c10::TypeKind::OptionalType: return Want::OptionalTensors;
    case c10::TypeKind::FloatType: return Want::Floats;
    case c10::TypeKind::BoolType: return Want::Bools;
    default: return want_of(element) == Want::Int ? Want::Ints : Want::Other;
  }
}

Want want_of(const c10::Type& type) {
  switch (type.kind()) {
    case c10::TypeKind::TensorType: return Want::Tensor;
    case c10::TypeKind::FloatType: return Want::Float;
    case c10::TypeKind::BoolType: return Want::Bool;
    case c10::TypeKind::NumberType: return Want::Scalar;
    case c10::TypeKind::StringType: return Want::String;
    case c10::TypeKind::DeviceObjType: return Want::Device;
    case c10::TypeKind::GeneratorType: return Want::Generator;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
    case c10::TypeKind::ScalarTypeType:
    case c10::TypeKind::LayoutType:
    case c10::TypeKind::MemoryFormatType: return Want::Int;
    case c10::TypeKind::OptionalType: return want_of(*type.containedTypes().at(0));
    case c10::TypeKind::ListType: return want_list(*type.containedTypes().at(0));
    default: return Want::Other;
  }
}

[[noreturn]] void refuse(const Operator& op, size_t index) {
  const auto& schema = op.handle.schema();
  throw std::invalid_argument(
      schema.name() + ": argument '" + schema.arguments()[index].name() + "' does not take a value of this type");
}

const at::Tensor& tensor_at(const Value& value, int64_t index) {
  static const at::Tensor undefined;
  auto* tensor = static_cast<at::Tensor**>(value.pointer)[index];
  return tensor ? *tensor : undefined;
}

c10::IValue scalar(const Operator& op, size_t index, const Value& value) {
  switch (value.kind) {
    case Long: return value.integer;
    case Double: return value.real;
    case Bool: return value.integer != 0;
    case Complex: {
      auto* parts = static_cast<double*>(value.pointer);
      return c10::complex<double>(parts[0], parts[1]);
    }
    default: refuse(op, index);
  }
}

c10::IValue integers(const Operator& op, size_t index, const Value& value) {
  if (value.kind == Longs)
    return c10::IValue(c10::IntArrayRef(static_cast<int64_t*>(value.pointer), value.count));
  if (value.kind != Long)
    refuse(op, index);
  return c10::IValue(std::vector<int64_t>(std::max(1, op.parameters[index].repeat), value.integer));
}

c10::IValue reals(const Operator& op, size_t index, const Value& value) {
  if (value.kind == Double)
    return c10::IValue(std::vector<double>(1, value.real));
  if (value.kind != Doubles)
    refuse(op, index);
  auto* first = static_cast<double*>(value.pointer);
  return c10::IValue(std::vector<double>(first, first + value.count));
}

c10::IValue truths(const Operator& op, size_t index, const Value& value) {
  if (value.kind != Bools)
    refuse(op, index);
  c10::List<bool> list;
  for (int64_t i = 0; i < value.count; i++)
    list.push_back(static_cast<int64_t*>(value.pointer)[i] != 0);
  return list;
}

c10::IValue tensors(const Operator& op, size_t index, const Value& value) {
  if (value.kind != Tensors)
    refuse(op, index);
  c10::List<at::Tensor> list;
  list.reserve(value.count);
  for (int64_t i = 0; i < value.count; i++)
    list.push_back(tensor_at(value, i));
  return list;
}

c10::IValue optional_tensors(const Operator& op, size_t index, const Value& value) {
  if (value.kind != Tensors)
    refuse(op, index);
  c10::List<Optional<at::Tensor>> list;
  list.reserve(value.count);
  for (int64_t i = 0; i < value.count; i++) {
    const auto& tensor = tensor_at(value, i);
    list.push_back(tensor.defined() ? Optional<at::Tensor>(tensor) : Optional<at::Tensor>());
  }
  return list;
}

c10::IValue single(const Operator& op, size_t index, const Value& value) {
  switch (op.parameters[index].want) {
    case Want::Int:
      if (value.kind == Long || value.kind == Bool) return value.integer;
      break;
    case Want::Float:
      if (value.kind == Double) return value.real;
      if (value.kind == Long) return static_cast<double>(value.integer);
      break;
    case Want::Bool:
      if (value.kind == Bool) return value.integer != 0;
      break;
    case Want::String:
      if (value.kind == String) return std::string(static_cast<char*>(value.pointer), value.count);
      break;
    case Want::Device:
      if (value.kind == DeviceKind) return bridge::device_of(value.integer >> 32, static_cast<int32_t>(value.integer));
      break;
    case Want::Generator:
      if (value.kind == GeneratorKind) return *static_cast<at::Generator*>(value.pointer);
      break;
    default: break;
  }
  refuse(op, index);
}

c10::IValue convert(const Operator& op, size_t index, const Value& value) {
  auto want = op.parameters[index].want;
  if (want == Want::Tensor && value.kind == TensorKind)
    return *static_cast<at::Tensor*>(value.pointer);
  if (value.kind == None)
    return {};
  switch (want) {
    case Want::Scalar: return scalar(op, index, value);
    case Want::Ints: return integers(op, index, value);
    case Want::Floats: return reals(op, index, value);
    case Want::Bools: return truths(op, index, value);
    case Want::Tensors: return tensors(op, index, value);
    case Want::OptionalTensors: return optional_tensors(op, index, value);
    default: return single(op, index, value);
  }
}

void push_default(const Operator& op, size_t index, torch::jit::Stack& stack) {
  const auto& argument = op.handle.schema().arguments()[index];
  if (argument.default_value())
    stack.push_back(*argument.default_value());
  else if (argument.type()->kind() == c10::TypeKind::OptionalType)
    stack.emplace_back();
  else
    throw std::invalid_argument(op.handle.schema().name() + ": argument '" + argument.name() + "' is missing");
}

void set_pointer(Value& result, Kind kind, void* pointer) {
  result.kind = pointer ? kind : None;
  result.pointer = pointer;
}

// A list of tensors comes back as one malloc'd array of handles; the caller frees it with bridge_free.
void set_tensors(Value& result, const std::vector<at::Tensor>& list) {
  auto** handles = static_cast<at::Tensor**>(malloc(sizeof(void*) * (list.size() + 1)));
  for (size_t i = 0; i < list.size(); i++)
    handles[i] = bridge::own(list[i]);
  set_pointer(result, Tensors, handles);
  result.count = static_cast<int32_t>(list.size());
}

void set_result(const Operator& op, Value& result, c10::IValue& value) {
  result.count = 0;
  if (value.isTensor()) set_pointer(result, TensorKind, bridge::own(std::move(value).toTensor()));
  else if (value.isNone()) set_pointer(result, None, nullptr);
  else if (value.isInt()) result.kind = Long, result.integer = value.toInt();
  else if (value.isBool()) result.kind = Bool, result.integer = value.toBool();
  else if (value.isDouble()) result.kind = Double, result.real = value.toDouble();
  else if (value.isTensorList()) set_tensors(result, value.toTensorVector());
  else throw std::invalid_argument(op.handle.schema().name() + ": a result of this type is not passed on");
}

// The stack of the thread's last call, so that a call need not allocate one. A call within a call finds none and makes its own.
struct Borrowed {
  Borrowed() {
    stack.swap(spare);
  }

  ~Borrowed() {
    stack.clear();
    stack.swap(spare);
  }

  torch::jit::Stack stack;
  static thread_local torch::jit::Stack spare;
};

thread_local torch::jit::Stack Borrowed::spare;

std::vector<Parameter> parameters_of(const c10::FunctionSchema& schema) {
  std::vector<Parameter> parameters;
  for (const auto& argument : schema.arguments())
    parameters.push_back({want_of(*argument.type()), argument.N() ? *argument.N() : 1});
  return parameters;
}

} // namespace

BRIDGE int bridge_operator_find(const char* name, const char* overload, Operator** op) {
  return bridge::guarded([&] {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!found)
      throw std::invalid_argument(
          std::string("this libtorch (" TORCH_VERSION ") has no operator '") + name + (*overload ? "." : "") + overload + "'");
    *op = new Operator{*found, parameters_of(found->schema())};
  });
}

BRIDGE int bridge_operator_call(Operator* op, const Value* arguments, int32_t count, Value* results, int32_t capacity, int32_t* produced) {
  return bridge::guarded([&] {
    if (static_cast<size_t>(count) > op->parameters.size())
      throw std::invalid_argument(op->handle.schema().name() + ": too many arguments");
    Borrowed borrowed;
    auto& stack = borrowed.stack;
    for (int32_t i = 0; i < count; i++)
      stack.push_back(convert(*op, i, arguments[i]));
    for (size_t i = count; i < op->parameters.size(); i++)
      push_default(*op, i, stack);
    op->handle.callBoxed(&stack);
    if (stack.size() > static_cast<size_t>(capacity))
      throw std::invalid_argument(op->handle.schema().name() + ": too many results");
    *produced = static_cast<int32_t>(stack.size());
    for (size_t i = 0; i < stack.size(); i++)
      set_result(*op, results[i], stack[i]);
  });
}

BRIDGE void bridge_free(void* memory) {
  free(memory);
}
