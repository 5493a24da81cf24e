namespace Framework.Components.Data.Loading;

/// <summary>Finds what samplers go by.</summary>
internal static class LabelPlace
{
    /// <summary>Position of a label.</summary>
    /// <exception cref="ExperimentException">There is none of that name.</exception>
    public static int Find(string sampler, string label, IReadOnlyList<string> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label)
                return i;
        }

        throw new ExperimentException($"'{sampler}' names the label '{label}', which the data do not have. They have {string.Join(", ", labels.Select(name => $"'{name}'"))}.");
    }

    /// <summary>A case's value.</summary>
    /// <exception cref="ExperimentException">The case has none.</exception>
    public static double Value(string sampler, SamplerContext context, int position, int label)
    {
        var item = context.Cases[position];
        return double.IsNaN(item.Labels[label])
            ? throw new ExperimentException($"case '{item.Id}' has no value of '{context.Labels[label]}', by which '{sampler}' draws. Leave such cases out, or let it go by another label.")
            : item.Labels[label];
    }
}
