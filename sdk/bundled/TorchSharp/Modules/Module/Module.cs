using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a neural network: parameters (trained), buffers (kept with them, not trained) and submodules, each under a name.
        /// </summary>
        /// <remarks>
        /// A module of one's own derives from <c>Module&lt;T, TResult&gt;</c>, assigns its parts to fields in the constructor and then calls
        /// <see cref="RegisterComponents"/>, which registers every field under its name. A module owns what is registered with it:
        /// <see cref="Dispose()"/> disposes of parameters, buffers and submodules, and no dispose scope does.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private bool _training = true;
            private bool _disposed;

            protected string? name;

            /// <param name="name">What the module calls itself; the name it has inside another module is the one it is registered under.</param>
            protected Module(string name) => this.name = name;

            /// <summary>True after <see cref="train"/> and at the beginning, false after <see cref="eval"/>.</summary>
            public virtual bool training => _training;

            /// <summary>The name given at construction.</summary>
            public virtual string GetName() => name ?? GetType().Name;

            /// <summary>Puts this module and all submodules in training mode, or in evaluation mode when <paramref name="train"/> is false.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, child) in named_children())
                    child.train(train);
            }

            /// <summary>Puts this module and all submodules in evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> on every submodule, children first, and last on this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters, or sets them to zero in place.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                using var quiet = torch.no_grad();
                foreach (var (_, parameter) in named_parameters())
                    ClearGradient(parameter, set_to_none);
            }

            private static void ClearGradient(Parameter parameter, bool forget)
            {
                using var gradient = parameter.grad;
                if (gradient is null)
                    return;
                if (forget)
                    parameter.grad = null;
                else
                    gradient.zero_();
            }

            /// <summary>Disposes of the module's parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed)
                    return;
                _disposed = true;
                foreach (var (_, buffer) in _ownBuffers)
                    buffer.Tensor.Dispose();
                foreach (var (_, parameter) in _ownParameters)
                    parameter.Dispose();
                foreach (var (_, child) in _ownModules)
                    child.Dispose();
            }
        }
    }
}
