using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What updates parameters from their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups = new List<ParamGroup>();

            /// <param name="handle">Ignored: every optimizer here is managed code over libtorch's operators.</param>
            protected Optimizer(IntPtr handle)
            {
            }

            ~Optimizer() => Dispose(false);

            /// <summary>The groups of parameters, each with a learning rate of its own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>Frees the state kept for the parameters; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Every parameter of every group.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Fills the gradients that exist with zeros, in place.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    gradient?.zero_();
                }
            }

            /// <summary>One update of all parameters that have a gradient.</summary>
            /// <param name="closure">Computes the loss anew, with gradients; called once before the update.</param>
            /// <returns>What <paramref name="closure"/> returned, or null without one.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null) =>
                throw new NotImplementedException($"{GetType().Name} does not implement step().");

            /// <summary>Adds parameters with options of their own; options left null are the optimizer's.</summary>
            public virtual void add_param_group(ParamGroup param_group) =>
                throw new NotImplementedException($"{GetType().Name} does not implement add_param_group().");
        }
    }
}
