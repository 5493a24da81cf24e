using Framework.Components.Data;
using Framework.Host.Planning;
using Framework.Host.Runs;

namespace Framework.Host.Engines.Frozen;

/// <summary>Predictions of new cases that an earlier start of the evaluation has made to their end: a job that is put back into the queue at its time limit goes on behind them.</summary>
internal sealed class KeptPredictions(RunFolder run)
{
    private readonly IReadOnlyList<PredictedCases> _known = run.Predicted;

    /// <summary>What was made of just this, with all its files as they were left; null where there is none.</summary>
    /// <param name="key">What predictions are made of; null where that cannot be told.</param>
    public PredictedCases? Find(string? key) =>
        key is not null && _known.FirstOrDefault(cases => cases.Key == key) is { } found && ContentOf(found.Files) is { } content && content == found.Content ? found : null;

    /// <summary>Notes what predictions were made of, and what is in their files.</summary>
    /// <param name="cases">The predictions, which are written.</param>
    /// <param name="key">What they were made of; null where that cannot be told.</param>
    public PredictedCases Seal(PredictedCases cases, string? key) => key is null ? cases : cases with { Key = key, Content = ContentOf(cases.Files) };

    /// <summary>Names and bytes of the files, and of those below folders; null where one is not there.</summary>
    private string? ContentOf(IReadOnlyList<string> files)
    {
        using var content = new UnitKey();
        foreach (var path in files.Select(file => Path.Combine(run.Path, file)))
        {
            if (!Path.Exists(path))
                return null;
            string[] below = Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [path];
            foreach (var file in below.Order(StringComparer.Ordinal))
                content.Add(Path.GetRelativePath(run.Path, file), FileHash.Of(file));
        }

        return content.ToString();
    }
}
