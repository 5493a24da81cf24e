using System.Reflection;

namespace TorchSharp.Modules;

/// <summary>
/// Saves, loads, copies and compares an optimizer's options and states, which are the public fields of their classes in the
/// order of declaration: numbers, flags and tensors, any of which may be null. Tensors go where <c>place</c> copies them to.
/// </summary>
internal static class SavedFields
{
    public static void Save(object owner, BinaryWriter writer)
    {
        foreach (var field in FieldsOf(owner))
            Write(writer, field.GetValue(owner));
    }

    public static void Load(object owner, BinaryReader reader, Func<torch.Tensor, torch.Tensor> place)
    {
        foreach (var field in FieldsOf(owner))
            Replace(owner, field, Read(reader, field, place));
    }

    public static void Copy(object source, object target, Func<torch.Tensor, torch.Tensor> place)
    {
        if (source.GetType() != target.GetType())
            throw new ArgumentException(
                $"This is the state of another optimizer, {source.GetType().DeclaringType?.Name}: load it into one of its kind.");
        foreach (var field in FieldsOf(target))
            Replace(target, field, field.GetValue(source) is torch.Tensor tensor ? place(tensor) : field.GetValue(source));
    }

    public static void FillNulls(object source, object target)
    {
        foreach (var field in FieldsOf(target))
            if (field.GetValue(target) is null)
                field.SetValue(target, field.GetValue(source));
    }

    public static bool ApproximatelyEqual(object left, object right) => left.GetType() == right.GetType()
        && FieldsOf(left).All(field => ApproximatelyEqualValues(field.GetValue(left), field.GetValue(right)));

    public static void DisposeTensors(object owner)
    {
        foreach (var field in FieldsOf(owner))
            (field.GetValue(owner) as torch.Tensor)?.Dispose();
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        writer.Write(value is not null);
        switch (value)
        {
            case null: break;
            case double number: writer.Write(number); break;
            case long number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case torch.Tensor tensor: StoredTensor.Write(writer, tensor); break;
            default: throw new NotSupportedException($"A field of type {value.GetType().Name} cannot be saved.");
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(object owner) =>
        owner.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).OrderBy(field => field.MetadataToken);

    private static object? Read(BinaryReader reader, FieldInfo field, Func<torch.Tensor, torch.Tensor> place)
    {
        if (!reader.ReadBoolean())
            return null;
        var type = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
        if (type != typeof(torch.Tensor))
            return type == typeof(double) ? reader.ReadDouble() : type == typeof(long) ? reader.ReadInt64() : (object)reader.ReadBoolean();
        using var stored = StoredTensor.Read(reader);
        return place(stored);
    }

    private static void Replace(object owner, FieldInfo field, object? value)
    {
        (field.GetValue(owner) as torch.Tensor)?.Dispose();
        field.SetValue(owner, value);
    }

    private static bool ApproximatelyEqualValues(object? left, object? right) =>
        left is torch.Tensor first && right is torch.Tensor second ? first.allclose(second) : Equals(left, right);
}
