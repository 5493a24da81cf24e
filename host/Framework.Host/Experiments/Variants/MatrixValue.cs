using System.Globalization;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Variants;

/// <summary>A matrix as the resolved experiment shows it: the values as they were written, for which no option's type is known yet.</summary>
internal static class MatrixValue
{
    public static ResolvedValue Of(Node node) => node switch
    {
        MapNode map => new ResolvedMap(map.Origin, [.. map.Entries.Select(entry => new ResolvedEntry(entry.Key, Of(entry.Value)))]),
        ListNode list => new ResolvedList(list.Origin, [.. list.Items.Select(Of)]),
        ScalarNode { IsNull: false } scalar => new ResolvedScalar(scalar.Origin, Of(scalar)),
        _ => new ResolvedScalar(node.Origin, null),
    };

    private static object Of(ScalarNode scalar)
    {
        if (!scalar.Plain)
            return scalar.Text;
        if (scalar.Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return char.ToLowerInvariant(scalar.Text[0]) == 't';
        if (decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return scalar.Text.Any(char.IsAsciiDigit) && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : scalar.Text;
    }
}
