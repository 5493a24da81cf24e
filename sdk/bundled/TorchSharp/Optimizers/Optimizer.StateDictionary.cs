using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>An optimizer's options and state: the live objects, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group, in order.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter, in order.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the positions of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
