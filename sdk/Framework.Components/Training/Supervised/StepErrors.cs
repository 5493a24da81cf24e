using System.Runtime.InteropServices;
using Framework.Torch;

namespace Framework.Components.Training.Supervised;

/// <summary>What went wrong in a step, in words: the unit, the step, the cases and the shapes.</summary>
internal static class StepErrors
{
    private const int NamedCases = 8;

    public static double RequireFinite(double loss, string unit, long step, Batch batch) => double.IsFinite(loss)
        ? loss
        : throw new TrainingException(
            $"{unit}: the loss is {loss} at step {step}, on {Cases(batch)}. Lower the learning rate, or look at these cases' pixels and labels.");

    public static double Explain(string unit, long step, Batch batch, Func<double> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception e) when (e is ExternalException or OutOfMemoryException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            var shape = string.Join(" x ", batch.Image.shape);
            var isMemory = e is OutOfMemoryException || e.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
                || e.Message.Contains("allocate memory", StringComparison.OrdinalIgnoreCase);
            var remedy = isMemory ? "Lower batch_size, or the size of the images."
                : Determinism.IsRefusal(e) ? "Leave 'deterministic' out, or use a model without that operator."
                : "Check that the model fits the images that the transforms make.";
            throw new TrainingException($"{unit}: step {step} failed on {Cases(batch)}, images {shape}: {FirstLine(e.Message)}. {remedy}", e);
        }
    }

    private static string Cases(Batch batch)
    {
        var named = string.Join(", ", batch.Cases.Take(NamedCases).Select(item => $"'{item.Id}'"));
        var more = batch.Cases.Count - NamedCases;
        return batch.Cases.Count == 1 ? $"case {named}" : $"cases {named}{(more > 0 ? $" and {more} more" : "")}";
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('.', '\r');
}
