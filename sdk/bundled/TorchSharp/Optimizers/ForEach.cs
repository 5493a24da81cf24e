using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>libtorch's operators over lists of tensors, element by element of the lists.</summary>
internal static class ForEach
{
    private static readonly Operator MulScalar = new("aten::_foreach_mul_", "Scalar");
    private static readonly Operator DivScalar = new("aten::_foreach_div_", "Scalar");
    private static readonly Operator AddScalar = new("aten::_foreach_add_", "Scalar");
    private static readonly Operator AddListInPlace = new("aten::_foreach_add_", "List");
    private static readonly Operator AddList = new("aten::_foreach_add", "List");
    private static readonly Operator AddcmulInPlace = new("aten::_foreach_addcmul_", "Scalar");
    private static readonly Operator Addcmul = new("aten::_foreach_addcmul", "Scalar");
    private static readonly Operator AddcdivInPlace = new("aten::_foreach_addcdiv_", "Scalar");
    private static readonly Operator Sqrt = new("aten::_foreach_sqrt");
    private static readonly Operator Neg = new("aten::_foreach_neg");

    public static torch.Tensor[] mul_(this torch.Tensor[] self, double other)
    {
        MulScalar.CallVoid(self, other);
        return self;
    }

    public static torch.Tensor[] div_(this torch.Tensor[] self, double other)
    {
        DivScalar.CallVoid(self, other);
        return self;
    }

    public static torch.Tensor[] add_(this torch.Tensor[] self, double other)
    {
        AddScalar.CallVoid(self, other);
        return self;
    }

    /// <summary>self += alpha * other</summary>
    public static torch.Tensor[] add_(this torch.Tensor[] self, torch.Tensor[] other, double alpha)
    {
        AddListInPlace.CallVoid(self, other, alpha);
        return self;
    }

    /// <summary>self + alpha * other</summary>
    public static torch.Tensor[] add(this torch.Tensor[] self, torch.Tensor[] other, double alpha) => AddList.CallMany(self, other, alpha);

    /// <summary>self += value * left * right</summary>
    public static torch.Tensor[] addcmul_(this torch.Tensor[] self, torch.Tensor[] left, torch.Tensor[] right, double value)
    {
        AddcmulInPlace.CallVoid(self, left, right, value);
        return self;
    }

    /// <summary>self + value * left * right</summary>
    public static torch.Tensor[] addcmul(this torch.Tensor[] self, torch.Tensor[] left, torch.Tensor[] right, double value) =>
        Addcmul.CallMany(self, left, right, value);

    /// <summary>self += value * numerator / denominator</summary>
    public static torch.Tensor[] addcdiv_(this torch.Tensor[] self, torch.Tensor[] numerator, torch.Tensor[] denominator, double value)
    {
        AddcdivInPlace.CallVoid(self, numerator, denominator, value);
        return self;
    }

    public static torch.Tensor[] sqrt(this torch.Tensor[] self) => Sqrt.CallMany(self);

    public static torch.Tensor[] neg(this torch.Tensor[] self) => Neg.CallMany(self);
}
