using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor to a file in libtorch's archive format, a zip file: what <see cref="load"/> and C++'s torch::load read.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads a tensor that <see cref="save"/> or C++'s torch::save wrote, into host memory.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or holds something else.</exception>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <inheritdoc cref="torch.save"/>
        public void save(string location)
        {
            if (Native.tensor_save(Handle, location) == 0)
                return;
            throw new IOException($"{location}: the tensor cannot be written: {Native.LastError()}. Is the folder there, writable and not full?");
        }

        /// <inheritdoc cref="torch.load"/>
        public static Tensor load(string location)
        {
            if (!System.IO.File.Exists(location))
                throw new FileNotFoundException($"{location}: no such file.", location);
            if (Native.tensor_load(location, out var tensor) == 0)
                return new Tensor(tensor);
            throw new InvalidDataException($"{location}: no tensor can be read from it: {Native.LastError()}. Save it again with torch.save.");
        }
    }
}
