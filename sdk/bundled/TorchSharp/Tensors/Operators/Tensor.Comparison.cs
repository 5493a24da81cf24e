using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Aten.allclose.CallBool(this, target, rtol, atol, equal_nan);
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.argsort.Call(this, dim, descending);
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Aten.bucketize_Tensor.Call(this, boundaries, outInt32, right);
        public Tensor eq(Scalar target) => Aten.eq_Scalar.Call(this, target);
        public Tensor eq(Tensor target) => Aten.eq_Tensor.Call(this, target);
        public Tensor eq_(Scalar target) => Aten.eq__Scalar.CallInPlace(this, target);
        public Tensor eq_(Tensor target) => Aten.eq__Tensor.CallInPlace(this, target);
        public Tensor ge(Scalar target) => Aten.ge_Scalar.Call(this, target);
        public Tensor ge(Tensor target) => Aten.ge_Tensor.Call(this, target);
        public Tensor ge_(Scalar target) => Aten.ge__Scalar.CallInPlace(this, target);
        public Tensor ge_(Tensor target) => Aten.ge__Tensor.CallInPlace(this, target);
        public Tensor greater(Tensor target) => Aten.greater_Tensor.Call(this, target);
        public Tensor greater_equal(Tensor target) => Aten.greater_equal_Tensor.Call(this, target);
        public Tensor gt(Scalar target) => Aten.gt_Scalar.Call(this, target);
        public Tensor gt(Tensor target) => Aten.gt_Tensor.Call(this, target);
        public Tensor gt_(Scalar target) => Aten.gt__Scalar.CallInPlace(this, target);
        public Tensor gt_(Tensor target) => Aten.gt__Tensor.CallInPlace(this, target);
        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
            Aten.isclose.Call(this, other, rtol, atol, nanEqual);
        public Tensor isfinite() => Aten.isfinite.Call(this);
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Aten.isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);
        public Tensor isinf() => Aten.isinf.Call(this);
        public Tensor isnan() => Aten.isnan.Call(this);
        public Tensor isneginf() => Aten.isneginf.Call(this);
        public Tensor isposinf() => Aten.isposinf.Call(this);
        public Tensor isreal() => Aten.isreal.Call(this);
        public Tensor le(Scalar target) => Aten.le_Scalar.Call(this, target);
        public Tensor le(Tensor target) => Aten.le_Tensor.Call(this, target);
        public Tensor le_(Scalar target) => Aten.le__Scalar.CallInPlace(this, target);
        public Tensor le_(Tensor target) => Aten.le__Tensor.CallInPlace(this, target);
        public Tensor less(Tensor target) => Aten.less_Tensor.Call(this, target);
        public Tensor less_equal(Tensor target) => Aten.less_equal_Tensor.Call(this, target);
        public Tensor less_equal_(Tensor target) => Aten.less_equal__Tensor.CallInPlace(this, target);
        public Tensor lt(Scalar target) => Aten.lt_Scalar.Call(this, target);
        public Tensor lt(Tensor target) => Aten.lt_Tensor.Call(this, target);
        public Tensor lt_(Scalar target) => Aten.lt__Scalar.CallInPlace(this, target);
        public Tensor lt_(Tensor target) => Aten.lt__Tensor.CallInPlace(this, target);
        public Tensor msort() => Aten.msort.Call(this);
        public Tensor ne(Scalar target) => Aten.ne_Scalar.Call(this, target);
        public Tensor ne(Tensor target) => Aten.ne_Tensor.Call(this, target);
        public Tensor ne_(Scalar target) => Aten.ne__Scalar.CallInPlace(this, target);
        public Tensor ne_(Tensor target) => Aten.ne__Tensor.CallInPlace(this, target);
        public Tensor not_equal(Tensor target) => Aten.not_equal_Tensor.Call(this, target);
        public Tensor not_equal_(Tensor target) => Aten.not_equal__Tensor.CallInPlace(this, target);
        public (Tensor values, Tensor indices) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.topk.Call2(this, k, dim, largest, sorted);
        public (
            Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(bool return_inverse = false,
            bool return_counts = false, int? dim = null) =>
            Aten.unique_consecutive.Call3(this, return_inverse, return_counts, dim);
    }
}

file static class Aten
{
    public static readonly Operator allclose = new("aten::allclose");
    public static readonly Operator argsort = new("aten::argsort");
    public static readonly Operator bucketize_Tensor = new("aten::bucketize", "Tensor");
    public static readonly Operator eq_Scalar = new("aten::eq", "Scalar");
    public static readonly Operator eq_Tensor = new("aten::eq", "Tensor");
    public static readonly Operator eq__Scalar = new("aten::eq_", "Scalar");
    public static readonly Operator eq__Tensor = new("aten::eq_", "Tensor");
    public static readonly Operator ge_Scalar = new("aten::ge", "Scalar");
    public static readonly Operator ge_Tensor = new("aten::ge", "Tensor");
    public static readonly Operator ge__Scalar = new("aten::ge_", "Scalar");
    public static readonly Operator ge__Tensor = new("aten::ge_", "Tensor");
    public static readonly Operator greater_Tensor = new("aten::greater", "Tensor");
    public static readonly Operator greater_equal_Tensor = new("aten::greater_equal", "Tensor");
    public static readonly Operator gt_Scalar = new("aten::gt", "Scalar");
    public static readonly Operator gt_Tensor = new("aten::gt", "Tensor");
    public static readonly Operator gt__Scalar = new("aten::gt_", "Scalar");
    public static readonly Operator gt__Tensor = new("aten::gt_", "Tensor");
    public static readonly Operator isclose = new("aten::isclose");
    public static readonly Operator isfinite = new("aten::isfinite");
    public static readonly Operator isin_Tensor_Tensor = new("aten::isin", "Tensor_Tensor");
    public static readonly Operator isinf = new("aten::isinf");
    public static readonly Operator isnan = new("aten::isnan");
    public static readonly Operator isneginf = new("aten::isneginf");
    public static readonly Operator isposinf = new("aten::isposinf");
    public static readonly Operator isreal = new("aten::isreal");
    public static readonly Operator le_Scalar = new("aten::le", "Scalar");
    public static readonly Operator le_Tensor = new("aten::le", "Tensor");
    public static readonly Operator le__Scalar = new("aten::le_", "Scalar");
    public static readonly Operator le__Tensor = new("aten::le_", "Tensor");
    public static readonly Operator less_Tensor = new("aten::less", "Tensor");
    public static readonly Operator less_equal_Tensor = new("aten::less_equal", "Tensor");
    public static readonly Operator less_equal__Tensor = new("aten::less_equal_", "Tensor");
    public static readonly Operator lt_Scalar = new("aten::lt", "Scalar");
    public static readonly Operator lt_Tensor = new("aten::lt", "Tensor");
    public static readonly Operator lt__Scalar = new("aten::lt_", "Scalar");
    public static readonly Operator lt__Tensor = new("aten::lt_", "Tensor");
    public static readonly Operator msort = new("aten::msort");
    public static readonly Operator ne_Scalar = new("aten::ne", "Scalar");
    public static readonly Operator ne_Tensor = new("aten::ne", "Tensor");
    public static readonly Operator ne__Scalar = new("aten::ne_", "Scalar");
    public static readonly Operator ne__Tensor = new("aten::ne_", "Tensor");
    public static readonly Operator not_equal_Tensor = new("aten::not_equal", "Tensor");
    public static readonly Operator not_equal__Tensor = new("aten::not_equal_", "Tensor");
    public static readonly Operator topk = new("aten::topk");
    public static readonly Operator unique_consecutive = new("aten::unique_consecutive");
}
