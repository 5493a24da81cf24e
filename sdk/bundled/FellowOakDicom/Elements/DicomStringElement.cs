using System.Text;
using FellowOakDicom.IO;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>An element whose bytes are text.</summary>
public abstract class DicomStringElement : DicomElement
{
    private string _text;
    private Encoding[] _encodings;

    protected DicomStringElement(DicomTag tag, string value)
        : base(tag, null) => _text = value ?? "";

    protected DicomStringElement(DicomTag tag, Encoding[] encodings, IByteBuffer buffer)
        : base(tag, buffer) => _encodings = encodings;

    /// <summary>The encodings the text is written in: the first, and others an escape sequence may switch to.</summary>
    public Encoding[] TargetEncodings
    {
        get => _encodings ?? DicomEncoding.DefaultArray;
        set
        {
            if (_text is not null)
                ForgetBuffer(); // encoded anew when next asked for
            _encodings = value;
        }
    }

    public Encoding TargetEncoding
    {
        get => TargetEncodings[0];
        set => TargetEncodings = [value];
    }

    public override int Count => StringValue.Length == 0 ? 0 : 1;

    /// <summary>The text without its padding.</summary>
    protected string StringValue => _text ??= Decode();

    public override T Get<T>(int item = -1)
    {
        if (typeof(T) == typeof(string) || typeof(T) == typeof(object))
            return item <= 0 ? (T)(object)StringValue : throw NoValue(item);
        if (typeof(T) == typeof(string[]) || typeof(T) == typeof(object[]))
            return (T)(object)(Count == 0 ? [] : new[] { StringValue });
        if (item > 0 || Count == 0)
            throw NoValue(Math.Max(item, 0));
        return TextConversion.TryConvert<T>(StringValue, out var value) ? value : throw NotA<T>(StringValue);
    }

    public override bool Equals(DicomElement other) =>
        other is DicomStringElement text && Tag == text.Tag && ValueRepresentation == text.ValueRepresentation
        && StringValue == text.StringValue;

    protected override void ValidateString() => ValueRepresentation.ValidateString(StringValue);

    // After the character set of its dataset has changed; bytes read with the same set stay as they are.
    internal void EncodeAs(Encoding[] encodings)
    {
        if (TargetEncodings.AsSpan().SequenceEqual(encodings))
            return;
        _ = StringValue;
        ForgetBuffer();
        _encodings = encodings;
    }

    private string Decode()
    {
        var bytes = Buffer.AsSpan();
        var text = ValueRepresentation.IsStringEncoded
            ? DicomEncoding.Decode(bytes, TargetEncodings)
            : DicomEncoding.Default.GetString(bytes);
        return text.TrimEnd(' ', '\0');
    }

    private protected override IByteBuffer CreateBuffer()
    {
        var encoding = ValueRepresentation.IsStringEncoded ? TargetEncoding : DicomEncoding.Default;
        return ByteConverter.ToByteBuffer(StringValue, encoding, ValueRepresentation.PaddingValue);
    }
}
