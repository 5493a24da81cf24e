using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters and persistent buffers under their dotted names: the tensors themselves, not copies.</summary>
            /// <remarks>The names are PyTorch's. The order is not: here all parameters come before all buffers. A tensor that two modules share
            /// stands under both names.</remarks>
            /// <param name="destination">Where to add them; a new dictionary when null.</param>
            /// <param name="prefix">Put before every name, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (name, parameter) in named_parameters())
                    destination.TryAdd(Dotted(prefix, name), parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Dotted(prefix, name), buffer);
                foreach (var (name, child) in named_children())
                    child.state_dict(destination, Dotted(prefix, name));
                return destination;
            }

            private static string Dotted(string? prefix, string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";

            /// <summary>Copies the tensors of <paramref name="source"/> into the parameters and buffers of the same names, converting type and
            /// device.</summary>
            /// <param name="source">Tensors under the names that <see cref="state_dict"/> has.</param>
            /// <param name="strict">Whether the names must be exactly those of <see cref="state_dict"/>. Shapes must agree in any case.</param>
            /// <param name="skip">Names to leave alone on both sides.</param>
            /// <returns>The names that only this module has, and those that only <paramref name="source"/> has.</returns>
            /// <exception cref="InvalidOperationException">Names (if strict) or shapes differ; the message tells all of them, and nothing was
            /// copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var difference = StateDifference.Between(source, state_dict(), skip ?? []);
                if (difference.Describe(GetName(), strict) is { } problem)
                    throw new InvalidOperationException(problem);
                difference.Copy();
                return (difference.Missing, difference.Unexpected);
            }
        }
    }
}
