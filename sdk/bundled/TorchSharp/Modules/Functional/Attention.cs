using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator OpMatrixProduct = new("aten::matmul");
            private static readonly Operator OpTranspose = new("aten::transpose", "int");
            private static readonly Operator OpScale = new("aten::mul", "Scalar");
            private static readonly Operator OpMaskedFill = new("aten::masked_fill", "Scalar");
            private static readonly Operator OpLogicalNot = new("aten::logical_not");
            private static readonly Operator OpAddTensor = new("aten::add", "Tensor");

            /// <summary>softmax(query key^T / sqrt(e) + mask) value.</summary>
            /// <param name="query">(..., l, e).</param>
            /// <param name="key">(..., s, e).</param>
            /// <param name="value">(..., s, v).</param>
            /// <param name="attn_mask">(..., l, s): added to the scores, or, of type Bool, true where a key may be seen.</param>
            /// <param name="p">The probability of dropping a weight.</param>
            /// <param name="is_casual">Whether a query sees only keys up to its own place.</param>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0,
                bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Attention takes either a mask or is_casual, not both.", nameof(attn_mask));
                using var scope = NewDisposeScope();
                var scaled = OpScale.Call(query, 1 / Math.Sqrt(query.shape[^1]));
                var scores = OpMatrixProduct.Call(scaled, OpTranspose.Call(key, -2, -1));
                var mask = is_casual ? ones([scores.shape[^2], scores.shape[^1]], ScalarType.Bool, scores.device).tril() : attn_mask;
                var weights = softmax(Masked(scores, mask), -1);
                if (p > 0)
                    weights = dropout(weights, p);
                return OpMatrixProduct.Call(weights, value).MoveToOuterDisposeScope();
            }

            private static Tensor Masked(Tensor scores, Tensor? mask) => mask switch
            {
                null => scores,
                { dtype: ScalarType.Bool } => OpMaskedFill.Call(scores, OpLogicalNot.Call(mask), double.NegativeInfinity),
                _ => OpAddTensor.Call(scores, mask),
            };
        }
    }
}
