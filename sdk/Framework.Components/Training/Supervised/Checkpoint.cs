using Framework.Components.Training.Checkpoints;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Writes and reads the state of a run: one safetensors file.</summary>
internal static class Checkpoint
{
    public const string FileName = CheckpointFiles.Last;
    private const string Version = "4";
    private const string ModelPrefix = "model.";
    private const string BestPrefix = "best.";
    private const string AveragePrefix = "average.";

    /// <summary>Writes the state. A checkpoint of another identity is refused later: it is what the run depends on.</summary>
    /// <param name="store">Takes the files.</param>
    /// <param name="state">What is written.</param>
    /// <param name="identity">What the run depends on.</param>
    /// <param name="keepsPrevious">Whether what was written last becomes the one before. Where writing fails after that, it is still there to go on from.</param>
    public static void Save(ICheckpointStore store, TrainingState state, string identity, bool keepsPrevious = false)
    {
        if (keepsPrevious)
            store.Rename(FileName, CheckpointFiles.Previous);
        using var scope = torch.NewDisposeScope();
        var tensors = Weights.Of(state.Module).Select(item => (ModelPrefix + item.Name, item.Tensor))
            .Concat(state.Best.Select(item => (BestPrefix + item.Key, item.Value)))
            .Concat(AverageOf(state).Select(item => (AveragePrefix + item.Name, item.Tensor)))
            .Concat(OptimizerRecord.Tensors(state)).ToArray();
        var metadata = state.At.ToText();
        StepCounters.Write(state, metadata);
        OptimizerRecord.WriteNumbers(state, metadata);
        metadata.Add("version", Version);
        metadata.Add("identity", identity);
        store.Save(FileName, stream => SafeTensors.Write(stream, tensors, metadata));
    }

    /// <summary>Puts the last state back; false where there is none.</summary>
    public static bool Restore(ICheckpointStore store, TrainingState state, string identity)
    {
        using var stream = store.Open(FileName) ?? store.Open(CheckpointFiles.Previous);
        if (stream is null)
            return false;
        using var content = SafeTensors.Read(stream, FileName);
        if (content.Metadata.GetValueOrDefault("version") is not Version)
            throw new TrainingException($"{FileName}: it was written by another version of the framework. Go on with that version, or start over in a new run folder.");
        if (content.Metadata.GetValueOrDefault("identity") != identity)
            throw new TrainingException($"{FileName}: it belongs to a run of other cases, seed or options. Start over in a new run folder.");
        ReadCounters(state, content);
        Weights.Load(state.Module, content.Tensors, FileName, ModelPrefix);
        Weights.Load(AverageOf(state), content.Tensors, FileName, AveragePrefix);
        state.SetBest(content.Tensors.Where(item => item.Key.StartsWith(BestPrefix, StringComparison.Ordinal))
            .ToDictionary(item => item.Key[BestPrefix.Length..], item => item.Value.clone().DetachFromDisposeScope()));
        return true;
    }

    private static IEnumerable<(string Name, torch.Tensor Tensor)> AverageOf(TrainingState state) =>
        state.Average?.Averages.Select(item => (item.Key, item.Value)) ?? [];

    private static void ReadCounters(TrainingState state, SafeTensorsContent content)
    {
        try
        {
            state.At = Bookmark.FromText(content.Metadata);
            StepCounters.Read(state, content.Metadata);
            OptimizerRecord.Read(state, content);
        }
        catch (FormatException e)
        {
            throw new DataFormatException($"{FileName}: the file is damaged: {e.Message}. Restore it from a copy, or make it again.", e);
        }
    }
}
