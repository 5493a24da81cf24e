using System.Text.Json;
using Framework.Components.Controls;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>The controls that one entry of <c>controls</c> stands for.</summary>
internal static class ControlUnits
{
    /// <summary>The control itself, or each of its variants under a name of its own.</summary>
    public static IEnumerable<Bound<IControl>> Of(ControlFields fields)
    {
        var control = fields.Control;
        return control.Instance.Variants is { Count: > 0 } variants
            ? variants.Select(variant => control with { Name = $"{control.Name}-{variant.Name}", Instance = variant.Control, Canonical = Canonical(control, variant) })
            : [control];
    }

    /// <summary>What each of them is to show, in the same order.</summary>
    public static IEnumerable<ControlRule> Rules(ControlFields fields) =>
        Of(fields).Select(control => new ControlRule(control.Name, control.Instance.Expected, fields.Expect, fields.Must == Obligation.Pass));

    private static string Canonical(Bound<IControl> control, ControlVariant variant) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string> { ["options"] = variant.Options, ["use"] = control.Name, ["variant"] = variant.Name });
}
