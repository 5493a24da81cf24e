namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const int LeastBuffer = 1 << 16;

        /// <summary>Writes the elements, last index fastest, as they lie in memory; from whatever device.</summary>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var host = InHostMemory();
            var length = host.NumberOfElements * host.ElementSize;
            if (length == 0)
                return;
            using var memory = new UnmanagedMemoryStream((byte*)host.HostPointer(), length);
            memory.CopyTo(stream, Math.Max(bufferSize, LeastBuffer));
        }

        /// <summary>Fills the tensor with elements that <see cref="WriteBytesToStream"/> wrote.</summary>
        /// <exception cref="EndOfStreamException">The stream ends before the last element.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            using var grad = no_grad();
            using var host = InHostMemory();
            var length = host.NumberOfElements * host.ElementSize;
            if (length == 0)
                return;
            using var memory = new UnmanagedMemoryStream((byte*)host.HostPointer(), length, length, FileAccess.Write);
            CopyExactly(stream, memory, length, Math.Max(bufferSize, LeastBuffer));
            if (host.HostPointerOrZero() != HostPointerOrZero())
                copy_(host);
        }

        // Shares this tensor's memory where it lies in one piece in host memory.
        private Tensor InHostMemory() => detach().To(null, CPU, copy: false, disposeAfter: true, nonBlocking: false).Compact();

        private Tensor Compact()
        {
            if (is_contiguous())
                return this;
            using (this)
                return contiguous();
        }

        private IntPtr HostPointerOrZero() => device_type == DeviceType.CPU ? HostPointer() : 0;

        private static void CopyExactly(Stream from, Stream to, long length, int bufferSize)
        {
            var buffer = new byte[(int)Math.Min(length, bufferSize)];
            for (var left = length; left > 0;)
            {
                var read = from.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0)
                    throw new EndOfStreamException($"The elements end after {length - left} of {length} bytes. The file is cut off; write it again.");
                to.Write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
