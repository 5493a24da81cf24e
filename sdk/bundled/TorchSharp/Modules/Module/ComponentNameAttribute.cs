using System.Reflection;

namespace TorchSharp.Utils;

/// <summary>Gives a module's field another name in the module's state than the one it has in code.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    /// <summary>The name in the state.</summary>
    public string Name { get; set; } = "";
}

/// <summary>Under which name a field is registered.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name of the field's <see cref="ComponentNameAttribute"/>, or else the field's own.</summary>
    public static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
