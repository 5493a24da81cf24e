using System.Reflection;

namespace Framework.Host.Experiments.Binding;

/// <summary>The keys of an options record, and how one is made.</summary>
internal sealed class OptionsShape
{
    private readonly ConstructorInfo? _constructor;

    private OptionsShape(Type type)
    {
        Type = type;
        // A record without parameters has none here; a positional record's are found again as properties.
        _constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).FirstOrDefault();
        var parameters = _constructor?.GetParameters() ?? [];
        Options = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Select(property => new Option(property, Array.Find(parameters, parameter => Matches(parameter, property))))];
    }

    /// <summary>The record.</summary>
    public Type Type { get; }

    /// <summary>Its keys, in the order of its properties.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>The component whose own keys stand among these; null in the options of a component.</summary>
    public Option? Inline => Options.FirstOrDefault(option => option.Property.IsDefined(typeof(InlineAttribute)));

    public static OptionsShape Of(Type type) => new(type);

    /// <summary>A record with the values given, and its own defaults for the others.</summary>
    /// <exception cref="ArgumentException">The record does not accept a value.</exception>
    public object Create(IReadOnlyDictionary<Option, object?> values)
    {
        try
        {
            var parameters = _constructor?.GetParameters() ?? [];
            var made = _constructor is null
                ? Activator.CreateInstance(Type)!
                : _constructor.Invoke([.. parameters.Select(parameter => Argument(parameter, values))]);
            foreach (var (option, value) in values)
            {
                if (option.Parameter is null)
                    option.Property.SetValue(made, value);
            }

            return made;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw new ArgumentException(e.InnerException.Message, e.InnerException);
        }
    }

    /// <summary>A record with nothing but its defaults, to read them from; null where it cannot be made without values.</summary>
    public object? Defaults()
    {
        try
        {
            return Create(new Dictionary<Option, object?>());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object? Argument(ParameterInfo parameter, IReadOnlyDictionary<Option, object?> values)
    {
        foreach (var (option, value) in values)
        {
            if (option.Parameter == parameter)
                return value;
        }

        return parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.Ordinal) && parameter.ParameterType == property.PropertyType;
}
