using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>An item with values: text or numbers.</summary>
public abstract class DicomElement : DicomItem, IEquatable<DicomElement>
{
    private IByteBuffer _buffer;

    protected DicomElement(DicomTag tag, IByteBuffer data)
        : base(tag) => _buffer = data;

    /// <summary>Bytes of the value.</summary>
    public uint Length => (uint)Buffer.Size;

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    public IByteBuffer Buffer
    {
        get => _buffer ??= CreateBuffer();
        protected set => _buffer = value;
    }

    /// <summary>The value at <paramref name="item"/>, or for an array type all of them.</summary>
    /// <exception cref="DicomDataException">There is no such value, or it is not such a type.</exception>
    public abstract T Get<T>(int item = -1);

    public override void Validate()
    {
        ValidateString();
        ValidateVM();
    }

    public abstract bool Equals(DicomElement other);

    protected virtual void ValidateString()
    {
    }

    protected virtual void ValidateVM()
    {
        if (Tag.IsPrivate || Count == 0)
            return;
        var entry = Tag.DictionaryEntry;
        if (!entry.ValueMultiplicity.Allows(Count))
            throw new DicomValidationException(ToString(), ValueRepresentation,
                $"it has {Count} values; {entry.Name} takes {entry.ValueMultiplicity}.");
    }

    // For an element made of a text: its bytes, when they are first asked for.
    private protected virtual IByteBuffer CreateBuffer() => EmptyBuffer.Value;

    private protected void ForgetBuffer() => _buffer = null;

    private protected string Describe() => DicomTag.Describe(Tag.Card);

    private protected DicomDataException NoValue(int item) => new(Count == 0
        ? $"{Describe()} is empty; a value was asked for."
        : $"{Describe()} has {Count} value{(Count == 1 ? "" : "s")}; number {item} was asked for, counted from 0.");

    private protected DicomDataException NotA<T>(object value) =>
        new($"{Describe()} holds '{value}', which is not {Article(typeof(T))}.");

    private static string Article(Type type)
    {
        var asked = Nullable.GetUnderlyingType(type) ?? type;
        if (asked == typeof(DateTime) || asked == typeof(DateOnly))
            return "a date or time";
        if (asked == typeof(double) || asked == typeof(float) || asked == typeof(decimal))
            return "a number";
        return asked.IsPrimitive ? $"a whole number that fits {asked.Name}" : $"convertible to {asked.Name}";
    }
}
