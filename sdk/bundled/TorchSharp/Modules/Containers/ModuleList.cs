using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of modules that is a module, so that another module can have it as a part. Their names are their places.</summary>
        public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
        {
            private readonly List<T> _list;

            /// <param name="modules">The modules.</param>
            public ModuleList(params T[] modules) : base(nameof(ModuleList<T>))
            {
                _list = [.. modules];
                Rename();
            }

            /// <summary>The module at the place.</summary>
            public T this[int index]
            {
                get => _list[index];
                set
                {
                    _list[index] = value;
                    Rename();
                }
            }

            /// <summary>The number of modules.</summary>
            public int Count => _list.Count;

            public bool IsReadOnly => false;

            /// <summary>Adds a module at the end.</summary>
            public void Add(T item) => Insert(_list.Count, item);

            /// <summary>Adds modules at the end.</summary>
            public void append(params T[] parameters) => extend(parameters);

            /// <summary>Adds modules at the end.</summary>
            public void extend(IEnumerable<T> modules)
            {
                _list.AddRange(modules);
                Rename();
            }

            public void Insert(int index, T item)
            {
                _list.Insert(index, item);
                Rename();
            }

            public bool Remove(T item)
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

            public bool Contains(T item) => _list.Contains(item);

            public int IndexOf(T item) => _list.IndexOf(item);

            public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

            public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() => Rename();

            private void Rename()
            {
                ClearModules();
                for (var place = 0; place < _list.Count; place++)
                    register_module(place.ToString(CultureInfo.InvariantCulture), _list[place]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A list of modules that is a module.</summary>
            public static Modules.ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>A list of modules of a type that is a module.</summary>
            public static Modules.ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
