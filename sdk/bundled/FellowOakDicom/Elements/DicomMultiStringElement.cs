using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Text of several values, a backslash between them.</summary>
public abstract class DicomMultiStringElement : DicomStringElement
{
    private string[] _values;

    protected DicomMultiStringElement(DicomTag tag, params string[] values)
        : base(tag, values is null ? "" : string.Join('\\', values))
    {
    }

    protected DicomMultiStringElement(DicomTag tag, Encoding[] encodings, IByteBuffer buffer)
        : base(tag, encodings, buffer)
    {
    }

    public override int Count => Values.Length;

    private protected string[] Values => _values ??= Split(StringValue);

    public override T Get<T>(int item = -1)
    {
        if (item < 0 && (typeof(T) == typeof(string) || typeof(T) == typeof(object)))
            return (T)(object)StringValue;
        if (typeof(T) == typeof(string[]) || typeof(T) == typeof(object[]))
            return (T)(object)Values.ToArray();
        if (typeof(T).IsArray)
            return ArrayConversion.Convert<T, string>(Values, this);
        var index = Math.Max(item, 0);
        if (index >= Values.Length)
            throw NoValue(index);
        return ConvertValue<T>(Values[index]);
    }

    public override bool Equals(DicomElement other) =>
        other is DicomMultiStringElement text && Tag == text.Tag && ValueRepresentation == text.ValueRepresentation
        && Values.AsSpan().SequenceEqual(text.Values);

    protected override void ValidateString()
    {
        foreach (var value in Values)
            ValueRepresentation.ValidateString(value);
    }

    internal virtual T ConvertValue<T>(string value) =>
        TextConversion.TryConvert<T>(value, out var result) ? result : throw NotA<T>(value);

    private static string[] Split(string text)
    {
        if (text.Length == 0)
            return [];
        if (!text.Contains('\\', StringComparison.Ordinal))
            return [text.Trim(' ', '\0')];
        var values = text.Split('\\');
        for (var i = 0; i < values.Length; i++)
            values[i] = values[i].Trim(' ', '\0');
        return values;
    }
}
