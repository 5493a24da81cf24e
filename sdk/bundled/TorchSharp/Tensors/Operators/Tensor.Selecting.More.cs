using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>This tensor's elements where the condition holds, the other's elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.where.Call(condition, this, y);

        /// <summary>The indices of the elements that are not 0, one tensor a dimension.</summary>
        public IList<Tensor> nonzero_as_list() => Aten.nonzero_numpy.CallMany(this);

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using var index = torch.tensor(indices.ToArray());
            return take_along_dim(index);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using var index = torch.tensor(indices.ToArray());
            return take_along_dim(index, dim);
        }

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_quantized() => torch.is_quantized(dtype);

        public Tensor polygamma(long p) => Aten.polygamma.Call(p, this);

        /// <summary>Uniform random integers from <paramref name="from"/> up to <paramref name="to"/>, which is not included.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Aten.random_.CallInPlace(this, (long)from, (long)to, generator);

        public Tensor arctan(Tensor other) => arctan2(other);

        public Tensor arctan_(Tensor other) => arctan2_(other);
    }

    /// <summary>The first where the condition holds, the second elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>The indices where the condition holds, one tensor a dimension.</summary>
    public static Tensor[] where(Tensor condition) => condition.nonzero_as_list().ToArray();
}

file static class Aten
{
    public static readonly Operator where = new("aten::where", "self");
    public static readonly Operator nonzero_numpy = new("aten::nonzero_numpy");
    public static readonly Operator polygamma = new("aten::polygamma");
    public static readonly Operator random_ = new("aten::random_", "from");
}
