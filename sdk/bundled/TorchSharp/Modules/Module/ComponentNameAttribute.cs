namespace TorchSharp.Utils;

/// <summary>Gives a module's field another name in the module's state than the one it has in code.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    /// <summary>The name in the state.</summary>
    public string Name { get; set; } = "";
}
