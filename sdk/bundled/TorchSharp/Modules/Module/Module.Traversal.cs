using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules and their names, in the order of registration.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (name, module) in _ownModules)
                    yield return (name, module);
            }

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>All submodules at any depth and their dotted names: the children first, then each child's own. Unlike PyTorch, without this
            /// module.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (name, child) in named_children())
                    foreach (var (inner, module) in child.named_modules())
                        yield return ($"{name}.{inner}", module);
            }

            /// <summary>All submodules at any depth, without this module.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>The parameters and their dotted names, each once even when it is shared.</summary>
            /// <param name="recurse">False for this module's own parameters only.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach (var (name, parameter) in _ownParameters)
                    if (seen.Add(parameter))
                        yield return (name, parameter);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in named_children())
                    foreach (var (name, parameter) in module.named_parameters())
                        if (seen.Add(parameter))
                            yield return ($"{child}.{name}", parameter);
            }

            /// <summary>The parameters, each once even when it is shared.</summary>
            /// <param name="recurse">False for this module's own parameters only.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The buffers and their dotted names, each once even when it is shared.</summary>
            /// <param name="recurse">False for this module's own buffers only.</param>
            /// <param name="include_nonpersistent">False leaves out those that are no part of <see cref="state_dict"/>.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach (var (name, (tensor, persistent)) in _ownBuffers)
                    if ((persistent || include_nonpersistent) && seen.Add(tensor))
                        yield return (name, tensor);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in named_children())
                    foreach (var (name, buffer) in module.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer))
                            yield return ($"{child}.{name}", buffer);
            }

            /// <summary>The buffers, each once even when it is shared.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The parameter of that dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                _ownParameters.TryGetValue(target, out var own) ? own : ChildOf(target, out var rest)?.get_parameter(rest);

            /// <summary>Whether there is a parameter of that dotted name.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The buffer of that dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                _ownBuffers.TryGetValue(target, out var own) ? own.Tensor : ChildOf(target, out var rest)?.get_buffer(rest);

            /// <summary>Whether there is a buffer of that dotted name.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private Module? ChildOf(string target, out string rest)
            {
                var dot = target.IndexOf('.');
                rest = target[(dot + 1)..];
                return dot < 0 ? null : _ownModules.GetValueOrDefault(target[..dot]);
            }
        }
    }
}
