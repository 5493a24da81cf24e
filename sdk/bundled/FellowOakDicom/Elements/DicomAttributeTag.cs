using FellowOakDicom.IO;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Tags as values (AT).</summary>
public class DicomAttributeTag : DicomElement
{
    public DicomAttributeTag(DicomTag tag, params DicomTag[] values)
        : base(tag, ByteConverter.ToByteBuffer(values.SelectMany(value => new[] { value.Group, value.Element }).ToArray()))
    {
    }

    public DicomAttributeTag(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override int Count => (int)Buffer.Size / 4;

    public override DicomVR ValueRepresentation => DicomVR.AT;

    public IEnumerable<DicomTag> Values
    {
        get
        {
            var words = ByteConverter.ToArray<ushort>(Buffer);
            for (var i = 0; i + 1 < words.Length; i += 2)
                yield return new DicomTag(words[i], words[i + 1]);
        }
    }

    public override T Get<T>(int item = -1)
    {
        if (typeof(T) == typeof(DicomTag[]))
            return (T)(object)Values.ToArray();
        if (typeof(T) == typeof(string[]))
            return (T)(object)Values.Select(tag => tag.ToString()).ToArray();
        if (typeof(T) == typeof(string) && item < 0)
            return (T)(object)string.Join('\\', Values);
        var index = Math.Max(item, 0);
        if (index >= Count)
            throw NoValue(index);
        var value = Values.ElementAt(index);
        if (typeof(T) == typeof(DicomTag) || typeof(T) == typeof(object))
            return (T)(object)value;
        return typeof(T) == typeof(string) ? (T)(object)value.ToString() : throw NotA<T>(value);
    }

    public override bool Equals(DicomElement other) =>
        other is DicomAttributeTag tags && Tag == tags.Tag && Values.SequenceEqual(tags.Values);
}
