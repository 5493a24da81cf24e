using Framework.Plugins.Ich.Source;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Kaggle;

/// <summary>The slices and sub-types that the challenge asks for, in the order of its sample file.</summary>
internal sealed class SampleSubmission
{
    private const string Header = "ID,Label";

    private SampleSubmission(IReadOnlyList<(string Slice, int Label)> lines, IReadOnlySet<string> slices) => (Lines, Slices) = (lines, slices);

    /// <summary>A slice and a position in <see cref="RsnaLabels.Names"/> for each line.</summary>
    public IReadOnlyList<(string Slice, int Label)> Lines { get; }

    /// <summary>Every slice once.</summary>
    public IReadOnlySet<string> Slices { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataFormatException">It is not there, a line is none of the form, stands twice, or a slice has not all six.</exception>
    public static SampleSubmission Read(string path)
    {
        if (!File.Exists(path))
            throw new DataFormatException($"{path}: the challenge's sample file is not there. Set 'sample' to stage_2_sample_submission.csv.");
        var name = Path.GetFileName(path);
        using var reader = new StreamReader(path);
        if (reader.ReadLine()?.Trim() is var header && header != Header)
            throw new DataFormatException($"{name}:1: the first line is '{header}'. It must be '{Header}'.");
        var lines = new List<(string, int)>();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim().Length > 0)
                lines.Add(Parse(line, name, number, found));
        }

        var all = (1 << RsnaLabels.Names.Length) - 1;
        if (found.FirstOrDefault(slice => slice.Value != all) is { Key: { } partial })
            throw new DataFormatException($"{name}: '{partial}' has no line for each of {string.Join(", ", RsnaLabels.Names)}. Take the file as the challenge gives it.");
        return new SampleSubmission(lines, found.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private static (string Slice, int Label) Parse(string line, string name, int number, Dictionary<string, int> found)
    {
        var id = line.AsSpan(0, Math.Max(0, line.IndexOf(','))).Trim();
        var split = id.LastIndexOf('_');
        var label = split < 0 ? -1 : RsnaLabels.Find(id[(split + 1)..]);
        if (label < 0)
            throw new DataFormatException($"{name}:{number}: '{line}' is not 'ID_slice_subtype,label'. The sub-types are {string.Join(", ", RsnaLabels.Names)}.");
        var slice = id[..split].ToString();
        var bits = found.GetValueOrDefault(slice);
        if ((bits & (1 << label)) != 0)
            throw new DataFormatException($"{name}:{number}: '{id}' stands there twice. Take the file as the challenge gives it.");
        found[slice] = bits | (1 << label);
        return (slice, label);
    }
}
