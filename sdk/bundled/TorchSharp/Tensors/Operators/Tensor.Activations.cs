using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor celu() => Aten.celu.Call(this);
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);
        public Tensor celu_() => Aten.celu_.CallInPlace(this);
        public Tensor celu_(Scalar alpha) => Aten.celu_.CallInPlace(this, alpha);
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu.Call(this, alpha, scale, input_scale);
        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu_.CallInPlace(this, alpha, scale, input_scale);
        public Tensor elu_(double alpha = 1) => Aten.elu_.CallInPlace(this, alpha);
        public Tensor gelu() => Aten.gelu.Call(this);
        public Tensor gelu_() => Aten.gelu_.CallInPlace(this);
        public Tensor glu(long dim = -1) => Aten.glu.Call(this, dim);
        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);
        public Tensor hardsigmoid_() => Aten.hardsigmoid_.CallInPlace(this);
        public Tensor hardswish() => Aten.hardswish.Call(this);
        public Tensor hardswish_() => Aten.hardswish_.CallInPlace(this);
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);
        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.hardtanh_.CallInPlace(this, min, max);
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.CallInPlace(this, negative_slope);
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);
        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);
        public Tensor relu() => Aten.relu.Call(this);
        public Tensor relu6() => Aten.relu6.Call(this);
        public Tensor relu6_() => Aten.relu6_.CallInPlace(this);
        public Tensor relu_() => Aten.relu_.CallInPlace(this);
        public Tensor rrelu(double lower = 0.125, double upper = 0.3333333333333333) => Aten.rrelu.Call(this, lower, upper);
        public Tensor rrelu_(double lower = 0.125, double upper = 0.3333333333333333) => Aten.rrelu_.CallInPlace(this, lower, upper);
        public Tensor selu() => Aten.selu.Call(this);
        public Tensor selu_() => Aten.selu_.CallInPlace(this);
        public Tensor silu() => Aten.silu.Call(this);
        public Tensor silu_() => Aten.silu_.CallInPlace(this);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);
        public Tensor threshold(Scalar threshold, Scalar value) => Aten.threshold.Call(this, threshold, value);
        public Tensor threshold_(Scalar threshold, Scalar value) => Aten.threshold_.CallInPlace(this, threshold, value);
    }
}

file static class Aten
{
    public static readonly Operator celu = new("aten::celu");
    public static readonly Operator celu_ = new("aten::celu_");
    public static readonly Operator elu = new("aten::elu");
    public static readonly Operator elu_ = new("aten::elu_");
    public static readonly Operator gelu = new("aten::gelu");
    public static readonly Operator gelu_ = new("aten::gelu_");
    public static readonly Operator glu = new("aten::glu");
    public static readonly Operator hardsigmoid = new("aten::hardsigmoid");
    public static readonly Operator hardsigmoid_ = new("aten::hardsigmoid_");
    public static readonly Operator hardswish = new("aten::hardswish");
    public static readonly Operator hardswish_ = new("aten::hardswish_");
    public static readonly Operator hardtanh = new("aten::hardtanh");
    public static readonly Operator hardtanh_ = new("aten::hardtanh_");
    public static readonly Operator leaky_relu = new("aten::leaky_relu");
    public static readonly Operator leaky_relu_ = new("aten::leaky_relu_");
    public static readonly Operator log_sigmoid = new("aten::log_sigmoid");
    public static readonly Operator log_softmax_int = new("aten::log_softmax", "int");
    public static readonly Operator prelu = new("aten::prelu");
    public static readonly Operator relu = new("aten::relu");
    public static readonly Operator relu6 = new("aten::relu6");
    public static readonly Operator relu6_ = new("aten::relu6_");
    public static readonly Operator relu_ = new("aten::relu_");
    public static readonly Operator rrelu = new("aten::rrelu");
    public static readonly Operator rrelu_ = new("aten::rrelu_");
    public static readonly Operator selu = new("aten::selu");
    public static readonly Operator selu_ = new("aten::selu_");
    public static readonly Operator silu = new("aten::silu");
    public static readonly Operator silu_ = new("aten::silu_");
    public static readonly Operator softmax_int = new("aten::softmax", "int");
    public static readonly Operator softplus = new("aten::softplus");
    public static readonly Operator threshold = new("aten::threshold");
    public static readonly Operator threshold_ = new("aten::threshold_");
}
