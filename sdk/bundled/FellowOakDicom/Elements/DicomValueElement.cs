using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FellowOakDicom.IO;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>An element of binary numbers.</summary>
public abstract class DicomValueElement<Tv> : DicomElement
    where Tv : struct
{
    protected DicomValueElement(DicomTag tag, params Tv[] values)
        : base(tag, ByteConverter.ToByteBuffer(values))
    {
    }

    protected DicomValueElement(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override int Count => (int)(Buffer.Size / Unsafe.SizeOf<Tv>());

    public override T Get<T>(int item = -1)
    {
        if (typeof(T) == typeof(Tv))
            return (T)(object)Value(Math.Max(item, 0));
        if (typeof(T) == typeof(Tv[]))
            return (T)(object)AllValues();
        if (typeof(T) == typeof(byte[]))
            return (T)(object)Buffer.Data;
        if (typeof(T) == typeof(string))
            return (T)(object)Text(item);
        if (typeof(T).IsArray)
            return ArrayConversion.Convert<T, Tv>(AllValues(), this);
        var number = Value(Math.Max(item, 0));
        return NumberConversion.TryConvert<T>(number, out var value) ? value : throw NotA<T>(number);
    }

    public override bool Equals(DicomElement other) =>
        other is DicomValueElement<Tv> numbers && Tag == numbers.Tag && ValueRepresentation == numbers.ValueRepresentation
        && Buffer.AsSpan().SequenceEqual(numbers.Buffer.AsSpan());

    private protected Tv Value(int index) => index < Count
        ? MemoryMarshal.Read<Tv>(Buffer.AsSpan()[(index * Unsafe.SizeOf<Tv>())..])
        : throw NoValue(index);

    private protected Tv[] AllValues() =>
        MemoryMarshal.Cast<byte, Tv>(Buffer.AsSpan()[..(Count * Unsafe.SizeOf<Tv>())]).ToArray();

    private string Text(int item) => item >= 0
        ? Convert.ToString(Value(item), CultureInfo.InvariantCulture)
        : string.Join('\\', AllValues().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
