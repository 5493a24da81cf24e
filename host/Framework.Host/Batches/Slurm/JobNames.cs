using System.Globalization;

namespace Framework.Host.Batches.Slurm;

/// <summary>Names of jobs as <c>squeue</c> writes them: tasks of an array that stand for the same are together, <c>12_[0-2,5%1]</c>.</summary>
internal static class JobNames
{
    /// <summary>The single jobs of a name.</summary>
    public static IEnumerable<string> Expand(string name)
    {
        if (name.Split("_[") is not [var array, var tasks])
            return [name];
        return tasks.TrimEnd(']').Split('%')[0].Split(',').SelectMany(Range).Select(task => string.Create(CultureInfo.InvariantCulture, $"{array}_{task}"));
    }

    private static IEnumerable<int> Range(string range)
    {
        var ends = range.Split('-');
        return int.TryParse(ends[0], CultureInfo.InvariantCulture, out var first) && int.TryParse(ends[^1], CultureInfo.InvariantCulture, out var last) && last >= first
            ? Enumerable.Range(first, last - first + 1)
            : [];
    }
}
