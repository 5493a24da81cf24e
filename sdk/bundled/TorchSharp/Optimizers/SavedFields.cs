using System.Reflection;

namespace TorchSharp.Modules;

/// <summary>
/// Saves, loads, copies and compares an optimizer's options and states, which are the public fields of their classes in the
/// order of declaration: numbers, flags and tensors, any of which may be null.
/// </summary>
internal static class SavedFields
{
    public static void Save(object owner, BinaryWriter writer)
    {
        foreach (var field in FieldsOf(owner))
            Write(writer, field.GetValue(owner));
    }

    public static void Load(object owner, BinaryReader reader, torch.Device device)
    {
        foreach (var field in FieldsOf(owner))
            Replace(owner, field, Read(reader, field, device));
    }

    public static void Copy(object source, object target, torch.Device device)
    {
        if (source.GetType() != target.GetType())
            throw new ArgumentException($"This is the state of another optimizer, {source.GetType().DeclaringType?.Name}: load it into one of its kind.");
        foreach (var field in FieldsOf(target))
            Replace(target, field, CopyOf(field.GetValue(source), device));
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

    public static void Write(BinaryWriter writer, object? value)
    {
        writer.Write(value is not null);
        switch (value)
        {
            case null: break;
            case double number: writer.Write(number); break;
            case long number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case torch.Tensor tensor: tensor.Save(writer); break;
            default: throw new NotSupportedException($"A field of type {value.GetType().Name} cannot be saved.");
        }
    }

    public static torch.Tensor? ReadTensor(BinaryReader reader, torch.Device device) =>
        reader.ReadBoolean() ? Keep(TensorExtensionMethods.Load(reader), device, copy: false) : null;

    private static IEnumerable<FieldInfo> FieldsOf(object owner) =>
        owner.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).OrderBy(field => field.MetadataToken);

    private static object? Read(BinaryReader reader, FieldInfo field, torch.Device device)
    {
        var type = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
        if (type == typeof(torch.Tensor))
            return ReadTensor(reader, device);
        if (!reader.ReadBoolean())
            return null;
        return type == typeof(double) ? reader.ReadDouble() : type == typeof(long) ? reader.ReadInt64() : (object)reader.ReadBoolean();
    }

    private static void Replace(object owner, FieldInfo field, object? value)
    {
        (field.GetValue(owner) as torch.Tensor)?.Dispose();
        field.SetValue(owner, value);
    }

    private static object? CopyOf(object? value, torch.Device device) =>
        value is torch.Tensor tensor ? Keep(tensor, device, copy: true) : value;

    private static torch.Tensor Keep(torch.Tensor tensor, torch.Device device, bool copy) =>
        tensor.to(device, copy: copy, disposeAfter: !copy).DetachFromDisposeScope();

    private static bool ApproximatelyEqualValues(object? left, object? right) =>
        left is torch.Tensor first && right is torch.Tensor second ? first.allclose(second) : Equals(left, right);
}
