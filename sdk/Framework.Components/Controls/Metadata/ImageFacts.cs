using System.Collections.Concurrent;
using System.Globalization;

namespace Framework.Components.Controls;

/// <summary>What the loaded images say of how they were acquired: matrix, spacing, scale of values, padding. Each case is loaded once.</summary>
internal sealed class ImageFacts
{
    /// <summary>Up to so many training cases are loaded unasked.</summary>
    public const int FewCases = 5000;

    private readonly ConcurrentDictionary<string, KeyValuePair<string, string>[]> _facts = new(StringComparer.Ordinal);

    /// <summary>The facts of a case that was loaded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Of(Case item) => _facts[item.Id];

    /// <summary>Loads the cases that were not loaded yet.</summary>
    public void Load(IDataSource source, IReadOnlyList<Case> cases, int threads, CancellationToken cancellation)
    {
        Case[] unknown = [.. cases.Where(item => !_facts.ContainsKey(item.Id))];
        try
        {
            Parallel.For(
                0,
                unknown.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Math.Max(threads, 1), CancellationToken = cancellation },
                () => new SampleWorkspace(),
                (at, _, workspace) =>
                {
                    _facts[unknown[at].Id] = [.. Describe(source.Load(unknown[at], workspace).Image)];
                    workspace.Reset();
                    return workspace;
                },
                workspace => workspace.Dispose());
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<FrameworkException>().FirstOrDefault() is { } known)
        {
            throw known;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Describe(Image image)
    {
        yield return new("image_matrix", string.Create(CultureInfo.InvariantCulture, $"{image.Width}x{image.Height}"));
        yield return new("image_slices", Text(image.Depth));
        var (x, y, z) = image.Geometry.Spacing;
        yield return new("image_spacing_x", Text(x));
        yield return new("image_spacing_y", Text(y));
        yield return new("image_spacing_z", Text(z));
        yield return new("image_slope", Text(image.Encoding.Slope));
        yield return new("image_intercept", Text(image.Encoding.Intercept));
        yield return new("image_padding", Padding(image));
    }

    /// <summary>The value that all four corners of the first slice have; empty where they differ.</summary>
    private static string Padding(Image image)
    {
        var slice = image.Channel(0)[..(image.Width * image.Height)];
        if (slice.Length == 0)
            return "";
        var corner = slice[0];
        return slice[image.Width - 1] == corner && slice[^1] == corner && slice[^image.Width] == corner ? Text(corner) : "";
    }

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
