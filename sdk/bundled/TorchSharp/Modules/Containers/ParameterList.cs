using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of parameters that is a module, so that another module can have it as a part. Their names are their places.</summary>
        public class ParameterList : nn.Module, IList<Parameter>
        {
            private readonly List<Parameter> _list;

            /// <param name="parameters">The parameters.</param>
            public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList))
            {
                _list = [.. parameters];
                Rename();
            }

            /// <summary>The parameter at the place.</summary>
            public Parameter this[int index]
            {
                get => _list[index];
                set
                {
                    _list[index] = value;
                    Rename();
                }
            }

            /// <summary>The number of parameters.</summary>
            public int Count => _list.Count;

            public bool IsReadOnly => false;

            /// <summary>Adds a parameter at the end.</summary>
            public void Add(Parameter item) => Insert(_list.Count, item);

            /// <summary>Adds parameters at the end.</summary>
            public void append(params Parameter[] parameters) => extend(parameters);

            /// <summary>Adds parameters at the end.</summary>
            public void extend(IEnumerable<Parameter> parameters)
            {
                _list.AddRange(parameters);
                Rename();
            }

            public void Insert(int index, Parameter item)
            {
                _list.Insert(index, item);
                Rename();
            }

            public bool Remove(Parameter item)
            {
                var place = IndexOf(item);
                if (place >= 0)
                    RemoveAt(place);
                return place >= 0;
            }

            public void RemoveAt(int index)
            {
                _list.RemoveAt(index);
                Rename();
            }

            public void Clear()
            {
                _list.Clear();
                Rename();
            }

            public bool Contains(Parameter item) => IndexOf(item) >= 0;

            // By identity: comparing tensors would compare their elements.
            public int IndexOf(Parameter item) => _list.FindIndex(parameter => ReferenceEquals(parameter, item));

            public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

            public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }

            private void Rename()
            {
                ClearParameters();
                for (var place = 0; place < _list.Count; place++)
                    register_parameter(place.ToString(CultureInfo.InvariantCulture), _list[place]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A list of parameters that is a module.</summary>
            public static Modules.ParameterList ParameterList(params Modules.Parameter[] parameters) => new(parameters);
        }
    }
}
