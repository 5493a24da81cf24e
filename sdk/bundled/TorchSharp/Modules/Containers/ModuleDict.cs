using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules by name, in the order they were added, that are one module, so that another module can have it as a part.</summary>
        public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IEnumerable<(string, T)> where T : nn.Module
        {
            private readonly OrderedDictionary<string, T> _modules = [];

            public ModuleDict() : base(nameof(ModuleDict<T>)) { }

            /// <summary>The module of the name.</summary>
            public T this[string key]
            {
                get => _modules[key];
                set
                {
                    _modules[key] = value;
                    register_module(key, null!);
                    register_module(key, value);
                }
            }

            /// <summary>The number of modules.</summary>
            public int Count => _modules.Count;

            public bool IsReadOnly => false;

            public ICollection<string> Keys => _modules.Keys;

            public ICollection<T> Values => _modules.Values;

            /// <summary>Adds a module under a new name.</summary>
            public void Add(string key, T value)
            {
                register_module(key, value);
                _modules.Add(key, value);
            }

            public void Add((string, T) item) => Add(item.Item1, item.Item2);

            public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

            public bool Remove(string key)
            {
                register_module(key, null!);
                return _modules.Remove(key);
            }

            public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

            public void Clear()
            {
                ClearModules();
                _modules.Clear();
            }

            public bool ContainsKey(string key) => _modules.ContainsKey(key);

            public bool Contains(KeyValuePair<string, T> item) => _modules.TryGetValue(item.Key, out var value) && ReferenceEquals(value, item.Value);

            public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGetValue(key, out value);

            public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) =>
                ((ICollection<KeyValuePair<string, T>>)_modules).CopyTo(array, arrayIndex);

            /// <summary>The names and the modules.</summary>
            public IEnumerator<(string, T)> GetEnumerator() => _modules.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

            /// <inheritdoc cref="GetEnumerator"/>
            public IEnumerator<(string, T)> items() => GetEnumerator();

            /// <summary>The names.</summary>
            public IEnumerable<string> keys() => _modules.Keys;

            /// <summary>The modules.</summary>
            public IEnumerable<T> values() => _modules.Values;

            IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _modules.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules by name that are one module.</summary>
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Modules of a type by name that are one module.</summary>
            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var all = new Modules.ModuleDict<T>();
                foreach (var module in modules)
                    all.Add(module);
                return all;
            }
        }
    }
}
