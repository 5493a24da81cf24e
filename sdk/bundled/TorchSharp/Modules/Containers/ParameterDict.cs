using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Parameters by name, in the order they were added, that are one module, so that another module can have it as a part.</summary>
        public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IEnumerable<(string, Parameter)>
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];

            public ParameterDict() : base(nameof(ParameterDict)) { }

            /// <summary>The parameter of the name.</summary>
            public Parameter this[string key]
            {
                get => _parameters[key];
                set
                {
                    _parameters[key] = value;
                    ConditionallyRegisterParameter(key, value);
                }
            }

            /// <summary>The number of parameters.</summary>
            public int Count => _parameters.Count;

            public bool IsReadOnly => false;

            public ICollection<string> Keys => _parameters.Keys;

            public ICollection<Parameter> Values => _parameters.Values;

            /// <summary>Adds a parameter under a new name.</summary>
            public void Add(string key, Parameter value)
            {
                register_parameter(key, value);
                _parameters.Add(key, value);
            }

            public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

            public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

            public bool Remove(string key)
            {
                ConditionallyRegisterParameter(key, null);
                return _parameters.Remove(key);
            }

            public bool Remove(KeyValuePair<string, Parameter> item) => Contains(item) && Remove(item.Key);

            public void Clear()
            {
                ClearParameters();
                _parameters.Clear();
            }

            public bool ContainsKey(string key) => _parameters.ContainsKey(key);

            public bool Contains(KeyValuePair<string, Parameter> item) =>
                _parameters.TryGetValue(item.Key, out var value) && ReferenceEquals(value, item.Value);

            public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _parameters.TryGetValue(key, out value);

            public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) =>
                ((ICollection<KeyValuePair<string, Parameter>>)_parameters).CopyTo(array, arrayIndex);

            /// <summary>The names and the parameters.</summary>
            public IEnumerator<(string, Parameter)> GetEnumerator() => _parameters.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

            /// <inheritdoc cref="GetEnumerator"/>
            public IEnumerator<(string, Parameter)> items() => GetEnumerator();

            /// <summary>The names.</summary>
            public IEnumerable<string> keys() => _parameters.Keys;

            /// <summary>The parameters.</summary>
            public IEnumerable<Parameter> values() => _parameters.Values;

            IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => _parameters.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Parameters by name that are one module.</summary>
            public static Modules.ParameterDict ParameterDict(params (string, Modules.Parameter)[] parameters)
            {
                var all = new Modules.ParameterDict();
                foreach (var parameter in parameters)
                    all.Add(parameter);
                return all;
            }
        }
    }
}
