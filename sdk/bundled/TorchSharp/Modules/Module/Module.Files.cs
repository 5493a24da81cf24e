using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The format: the number of entries (LEB128), then for each entry its name as BinaryWriter writes strings,
        // and the tensor: type code, number of dimensions, sizes (all LEB128), raw row-major bytes.
        public partial class Module
        {
            /// <summary>Writes the state to a file.</summary>
            /// <param name="location">The file, replaced if it is there.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes the state to a stream, and closes it.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes the state.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state.</summary>
            /// <param name="writer">Where to.</param>
            /// <param name="sd">Tensors and their names.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Write7BitEncodedInt(entries.Count);
                foreach (var (name, tensor) in entries)
                {
                    writer.Write(name);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads the state from a file that <see cref="save(string, IList{string})"/> wrote.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the names must be exactly those of <see cref="state_dict"/>.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Filled with the file's names and whether this module has them.</param>
            /// <exception cref="ArgumentException">Names (if strict) or shapes differ; nothing was copied.</exception>
            /// <exception cref="InvalidDataException">The file is no state or is cut off; nothing was copied.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                    throw new FileNotFoundException($"There is no file '{location}' to load the state of '{GetName()}' from.", location);
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state from a stream, and closes it.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var scope = torch.NewDisposeScope();
                var target = state_dict();
                var source = ReadState(reader);
                foreach (var name in source.Keys)
                    loadedParameters?.Add(name, target.ContainsKey(name));
                var difference = StateDifference.Between(source, target, skip ?? []);
                if (difference.Describe(GetName(), strict) is { } problem)
                    throw new ArgumentException(problem);
                difference.Copy();
                return this;
            }

            private static Dictionary<string, Tensor> ReadState(BinaryReader reader)
            {
                var state = new Dictionary<string, Tensor>();
                var count = 0;
                try
                {
                    count = reader.Read7BitEncodedInt();
                    while (state.Count < count)
                        state.Add(reader.ReadString(), TensorExtensionMethods.Load(reader));
                    return state;
                }
                catch (Exception broken) when (broken is IOException or InvalidDataException or FormatException or ArgumentException)
                {
                    throw new InvalidDataException($"This is no whole state that save wrote: it breaks after {state.Count} of {count} entries. {broken.Message}", broken);
                }
            }

            /// <summary>A new module of the type, with its state from a file.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);
        }
    }
}
