using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Framework.Host.Experiments.Binding;

/// <summary>One key of an options record.</summary>
internal sealed class Option
{
    public Option(PropertyInfo property, ParameterInfo? parameter)
    {
        Property = property;
        Parameter = parameter;
        Key = YamlName.Key(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Rules = [.. property.GetCustomAttributes<ValidationAttribute>().Where(rule => rule is not RequiredAttribute)];
        Required = property.IsDefined(typeof(RequiredMemberAttribute)) || property.IsDefined(typeof(RequiredAttribute))
            || parameter is { HasDefaultValue: false };
    }

    /// <summary>The property that holds it.</summary>
    public PropertyInfo Property { get; }

    /// <summary>The constructor's parameter that sets it; null where the property is set itself.</summary>
    public ParameterInfo? Parameter { get; }

    /// <summary>The name in YAML.</summary>
    public string Key { get; }

    /// <summary>The type of its value, without <see cref="Nullable{T}"/>.</summary>
    public Type Type { get; }

    /// <summary>What a value must fulfil beyond its type.</summary>
    public IReadOnlyList<ValidationAttribute> Rules { get; }

    /// <summary>Whether it has no default.</summary>
    public bool Required { get; }
}
