using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Framework.Host.Experiments.Binding;

/// <summary>A place that takes a value, as messages name it.</summary>
/// <param name="Owner">Whose place it is: the name of a component; null for the experiment itself.</param>
/// <param name="Path">Its keys from the owner on; empty for the owner itself.</param>
/// <param name="Rules">What the value must fulfil beyond its type.</param>
internal sealed record Place(string? Owner, string Path, IReadOnlyList<ValidationAttribute> Rules)
{
    /// <summary>The experiment.</summary>
    public static Place Root { get; } = new(null, "", []);

    /// <summary>A component's mapping.</summary>
    public static Place Of(string component) => new(component, "", []);

    public Place Key(string key, IReadOnlyList<ValidationAttribute> rules) => new(Owner, Path.Length == 0 ? key : $"{Path}.{key}", rules);

    public Place Item(int index, IReadOnlyList<ValidationAttribute> rules) =>
        new(Owner, string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"), rules);

    /// <summary>Who needs something: <c>'adam'</c>.</summary>
    public string Needing => Owner is null ? "the experiment" : $"'{Owner}'";
}
