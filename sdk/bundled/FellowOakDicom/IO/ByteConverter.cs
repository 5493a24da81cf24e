using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.IO;

/// <summary>Values to bytes and back.</summary>
public static class ByteConverter
{
    /// <summary>A text as bytes, made even with a space.</summary>
    public static IByteBuffer ToByteBuffer(string value, Encoding encoding = null) => ToByteBuffer(value, encoding, (byte)' ');

    /// <summary>A text as bytes, made even with <paramref name="padding"/>.</summary>
    public static IByteBuffer ToByteBuffer(string value, Encoding encoding, byte padding)
    {
        var bytes = (encoding ?? DicomEncoding.Default).GetBytes(value);
        if (bytes.Length == 0)
            return EmptyBuffer.Value;
        return new MemoryByteBuffer(bytes.Length % 2 == 0 ? bytes : [.. bytes, padding]);
    }

    public static IByteBuffer ToByteBuffer<T>(T[] values)
        where T : struct =>
        values is byte[] bytes ? new MemoryByteBuffer(bytes) : new MemoryByteBuffer(MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    /// <summary>As many whole values as the bytes hold.</summary>
    public static T[] ToArray<T>(IByteBuffer buffer)
    {
        var size = Unsafe.SizeOf<T>();
        var values = new T[buffer.Size / size];
        CopyTo(buffer, values);
        return values;
    }

    /// <summary>The value at position <paramref name="n"/>, counted in values.</summary>
    public static T Get<T>(IByteBuffer buffer, int n)
    {
        var bytes = buffer.AsSpan()[(n * Unsafe.SizeOf<T>())..];
        return bytes.Length < Unsafe.SizeOf<T>()
            ? throw new DicomIoException($"Value {n} was asked for; {buffer.Size:N0} bytes do not hold it.")
            : Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(bytes));
    }

    private static void CopyTo<T>(IByteBuffer buffer, T[] values)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            throw new ArgumentException($"Bytes do not convert to {typeof(T).Name}.");
        if (values.Length == 0)
            return;
        ref var first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(values));
        buffer.Read(0, MemoryMarshal.CreateSpan(ref first, values.Length * Unsafe.SizeOf<T>()));
    }
}
