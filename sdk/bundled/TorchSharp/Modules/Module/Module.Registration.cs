using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private readonly OrderedDictionary<string, Parameter> _ownParameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _ownBuffers = [];
            private readonly OrderedDictionary<string, Module> _ownModules = [];
            private bool _componentsRegistered;

            /// <summary>
            /// Registers every field that holds a module, a parameter or a tensor (a buffer) and is not registered yet, under the name of the
            /// field or of its <see cref="ComponentNameAttribute"/>. Called last in the constructor of a module of one's own.
            /// </summary>
            /// <remarks>Fields of the most derived class come first, then those of its base classes. Arrays and lists of modules are not
            /// looked into: use <c>ModuleList</c>.</remarks>
            protected virtual void RegisterComponents()
            {
                if (_componentsRegistered)
                    return;
                foreach (var field in ComponentFields())
                    RegisterField(field.ComponentName(), field.GetValue(this));
                _componentsRegistered = true;
            }

            private IEnumerable<FieldInfo> ComponentFields()
            {
                const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(own))
                        yield return field;
            }

            private void RegisterField(string name, object? value)
            {
                if (IsRegistered(name))
                    return;
                switch (value)
                {
                    case Module module: register_module(name, module); break;
                    case Parameter parameter: register_parameter(name, parameter); break;
                    case Tensor tensor: register_buffer(name, tensor); break;
                }
            }

            private bool IsRegistered(string name) =>
                _ownParameters.ContainsKey(name) || _ownBuffers.ContainsKey(name) || _ownModules.ContainsKey(name);

            /// <summary>Adds a submodule; null removes the one of that name.</summary>
            /// <exception cref="ArgumentException">The name is empty or contains a dot, which separates levels in
            /// <see cref="state_dict"/>.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _ownModules.Remove(name);
                    return;
                }
                RequireName(name);
                if (!_ownModules.TryAdd(name, submodule))
                    throw Taken("submodule", name);
                submodule.RegisterComponents();
            }

            /// <summary>The same as <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter, which the module owns from now on.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                RequireName(name);
                if (!_ownParameters.TryAdd(name, param))
                    throw Taken("parameter", name);
                param.DetachFromDisposeScope();
            }

            /// <summary>Adds a tensor that belongs to the module's state but is not trained, such as a running mean.</summary>
            /// <param name="name">Its name in <see cref="state_dict"/>.</param>
            /// <param name="tensor">The tensor, which the module owns from now on.</param>
            /// <param name="persistent">False leaves it out of <see cref="state_dict"/>.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                RequireName(name);
                if (!_ownBuffers.TryAdd(name, (tensor, persistent)))
                    throw Taken("buffer", name);
                tensor.DetachFromDisposeScope();
            }

            /// <summary>Sets, replaces or (null) removes the parameter of that name, without disposing of the old one.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                    _ownParameters.Remove(name);
                else
                    _ownParameters[name] = value;
                value?.DetachFromDisposeScope();
            }

            /// <summary>Sets, replaces or (null) removes the buffer of that name, without disposing of the old one.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    _ownBuffers.Remove(name);
                else
                    _ownBuffers[name] = (value, persistent);
                value?.DetachFromDisposeScope();
            }

            // For a layer's parameter property: the old value is disposed of, the new one is the module's.
            private protected void SetParameter(ref Parameter? field, string name, Parameter? value)
            {
                if (!ReferenceEquals(field, value))
                    field?.Dispose();
                field = value;
                ConditionallyRegisterParameter(name, value);
            }

            // The same for a buffer.
            private protected void SetBuffer(ref Tensor? field, string name, Tensor? value)
            {
                if (!ReferenceEquals(field, value))
                    field?.Dispose();
                field = value;
                ConditionallyRegisterBuffer(name, value);
            }

            /// <summary>Forgets all submodules, without disposing of them.</summary>
            protected void ClearModules() => _ownModules.Clear();

            private protected void ClearParameters() => _ownParameters.Clear();

            private void RequireName(string name)
            {
                if (string.IsNullOrEmpty(name))
                    throw new ArgumentException($"A part of '{GetName()}' needs a name; it is empty.", nameof(name));
                if (name.Contains('.'))
                    throw new ArgumentException($"'{name}' cannot name a part of '{GetName()}': a dot separates levels. Use '_' instead.",
                        nameof(name));
            }

            private InvalidOperationException Taken(string kind, string name) =>
                new($"'{GetName()}' already has a {kind} named '{name}'. Register each under a name of its own.");
        }
    }
}
