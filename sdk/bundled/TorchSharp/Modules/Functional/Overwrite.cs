using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What layers compute, as functions.</summary>
        public static partial class functional
        {
            private static readonly Operator OpAlias = new("aten::alias");

            // The result is another handle on the input, so that disposing of one leaves the other alive.
            internal static Tensor Overwrite(Operator inPlace, params ReadOnlySpan<Arg> arguments)
            {
                inPlace.CallVoid(arguments);
                return OpAlias.Call(arguments[0]);
            }
        }
    }
}
