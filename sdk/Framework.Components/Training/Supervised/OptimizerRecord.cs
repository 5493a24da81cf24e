using System.Reflection;
using Framework.Components.Training.Checkpoints;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>
/// What an optimizer remembers of each parameter, under names that anybody can read: tensors such as <c>optimizer.conv1.weight.exp_avg</c>, and numbers in the
/// metadata, such as <c>optimizer.conv1.weight.step</c>.
/// </summary>
/// <remarks>A state that keeps anything out of sight, as one of a plugin may, is one tensor of bytes, <c>optimizer</c>, in its own form.</remarks>
internal static class OptimizerRecord
{
    private const string Bytes = "optimizer";
    private const string Nothing = "none";

    /// <summary>The tensors; they are the optimizer's own.</summary>
    public static IEnumerable<(string Name, torch.Tensor Tensor)> Tensors(TrainingState state) => IsOpen(state.Optimizer)
        ? Fields(state).Where(field => field.Value is torch.Tensor).Select(field => (field.Name, (torch.Tensor)field.Value!))
        : [(Bytes, torch.tensor(OptimizerBytes.Of(state.Optimizer)))];

    /// <summary>The numbers, and what there is nothing of.</summary>
    public static void WriteNumbers(TrainingState state, Dictionary<string, string> metadata)
    {
        if (!IsOpen(state.Optimizer))
            return;
        foreach (var (name, _, _, value) in Fields(state))
        {
            if (value is not torch.Tensor)
                metadata.Add(name, value is null ? Nothing : MetadataNumber.Write(value is bool flag ? (flag ? 1L : 0L) : (IFormattable)value));
        }
    }

    /// <summary>Puts it all back; what there was nothing of is nothing again.</summary>
    /// <exception cref="FormatException">Something is missing, or not a number.</exception>
    public static void Read(TrainingState state, SafeTensorsContent content)
    {
        if (!IsOpen(state.Optimizer))
        {
            OptimizerBytes.Load(state.Optimizer, content.Tensors.TryGetValue(Bytes, out var bytes) ? bytes.bytes.ToArray() : throw new FormatException($"there is no '{Bytes}'"));
            return;
        }

        var (parameters, states) = (state.Optimizer.parameters().ToList(), state.Optimizer.state_dict().State);
        foreach (var (name, field, place, old) in Fields(state).ToList())
        {
            var value = content.Metadata.GetValueOrDefault(name) == Nothing ? null
                : field.FieldType == typeof(torch.Tensor) ? Like(parameters[place], content.Tensors.TryGetValue(name, out var tensor) ? tensor : throw new FormatException($"'{name}' is missing"))
                : Number(field, content.Metadata, name);
            (old as torch.Tensor)?.Dispose();
            field.SetValue(states[place], value);
        }
    }

    // In the parameter's layout, without which every later step would be slower.
    private static torch.Tensor Like(Parameter parameter, torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var place = value.shape.SequenceEqual(parameter.shape) ? torch.empty_like(parameter, dtype: value.dtype) : torch.empty(value.shape, dtype: value.dtype, device: parameter.device);
        return place.copy_(value).DetachFromDisposeScope();
    }

    private static object Number(FieldInfo field, IReadOnlyDictionary<string, string> metadata, string name)
    {
        var type = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
        return type == typeof(double) ? MetadataNumber.Read<double>(metadata, name)
            : type == typeof(long) ? MetadataNumber.Read<long>(metadata, name)
            : MetadataNumber.Read<long>(metadata, name) != 0;
    }

    // 'Place' is the parameter's in the optimizer, whose states are in the same order.
    private static IEnumerable<(string Name, FieldInfo Field, int Place, object? Value)> Fields(TrainingState state)
    {
        var names = new Dictionary<IntPtr, string>();
        foreach (var (name, parameter) in state.Module.named_parameters())
            names.TryAdd(parameter.Handle, name);
        foreach (var (place, (parameter, own)) in state.Optimizer.parameters().Zip(state.Optimizer.state_dict().State).Index())
        {
            var owner = names.GetValueOrDefault(parameter.Handle) ?? FormattableString.Invariant($"parameter{place}");
            foreach (var field in own.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
                yield return ($"{Bytes}.{owner}.{field.Name}", field, place, field.GetValue(own));
        }
    }

    private static bool IsOpen(OptimizerHelper optimizer) => optimizer.state_dict().State.Select(state => state.GetType()).Distinct().All(IsOpen);

    // Whoever writes a state by a method of his own may have more of it elsewhere; the tensor library's own have their fields alone.
    private static bool IsOpen(Type? type)
    {
        if (type!.Assembly != typeof(OptimizerState).Assembly && type.GetMethod(nameof(OptimizerState.SaveStateDict), [typeof(BinaryWriter)])?.DeclaringType != typeof(OptimizerState))
            return false;
        for (; type is not null && type != typeof(OptimizerState); type = type.BaseType)
        {
            if (type.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(field => !field.IsPublic || !IsPlain(field.FieldType)))
                return false;
        }

        return true;
    }

    private static bool IsPlain(Type type) => type == typeof(torch.Tensor) || (Nullable.GetUnderlyingType(type) ?? type) is var number && (number == typeof(long) || number == typeof(double) || number == typeof(bool));
}
