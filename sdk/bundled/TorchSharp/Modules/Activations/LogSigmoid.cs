using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes log(1 / (1 + exp(-x))).</summary>
        public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
        {
            internal LogSigmoid() : base(nameof(LogSigmoid))
            {
            }

            public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes log(1 / (1 + exp(-x))).</summary>
            public static Modules.LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                private static readonly Operator OpLogsigmoid = new("aten::log_sigmoid");

                /// <summary>log(1 / (1 + exp(-x))).</summary>
                public static Tensor logsigmoid(Tensor x) => OpLogsigmoid.Call(x);
            }
        }
    }
}
