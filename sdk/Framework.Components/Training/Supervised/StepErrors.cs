using System.Runtime.InteropServices;
using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>What went wrong in a step, in words: the unit, the step, the cases and the shapes.</summary>
internal static class StepErrors
{
    private const int NamedCases = 8;

    /// <param name="loss">Of the batch.</param>
    /// <param name="unit">Its name.</param>
    /// <param name="step">Steps finished.</param>
    /// <param name="batch">What it was worked out on.</param>
    /// <param name="output">What the model said.</param>
    /// <param name="parts">What the loss is made of.</param>
    public static double RequireFinite(double loss, string unit, long step, Batch batch, ModelOutput output, Func<IReadOnlyDictionary<string, torch.Tensor>> parts) => double.IsFinite(loss)
        ? loss
        : throw new TrainingException(
            $"{unit}: the loss is {loss} at step {step}, on {Cases(batch)}. {NonFinite(batch, output, parts())}Lower the learning rate, or look at these cases' pixels and labels.");

    public static T Explain<T>(string unit, long step, Batch batch, Func<T> compute)
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

    private static string Cases(Batch batch) => Cases(batch.Cases.Select(item => item.Id).ToArray());

    private static string Cases(string[] ids)
    {
        var named = string.Join(", ", ids.Take(NamedCases).Select(id => $"'{id}'"));
        var more = ids.Length - NamedCases;
        return ids.Length == 1 ? $"case {named}" : $"cases {named}{(more > 0 ? $" and {more} more" : "")}";
    }

    // From the input to the loss: what comes first is most likely the cause of the rest.
    private static string NonFinite(Batch batch, ModelOutput output, IReadOnlyDictionary<string, torch.Tensor> parts)
    {
        string[] images = [.. Enumerable.Range(0, batch.Cases.Count).Where(row => !IsFinite(batch.Image[row])).Select(row => batch.Cases[row].Id)];
        string[] found =
        [
            .. images.Length == 0 ? Array.Empty<string>() : [$"the image of {Cases(images)}"],
            .. output.Heads.Where(head => !IsFinite(head.Value)).Select(head => $"the model's '{head.Key}'"),
            .. parts.Where(part => !IsFinite(part.Value)).Select(part => $"the loss of '{part.Key}'"),
        ];
        return found.Length == 0 ? "" : $"Not finite: {string.Join(", ", found)}. ";
    }

    private static bool IsFinite(torch.Tensor tensor) => tensor.isfinite().all().item<bool>();

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('.', '\r');
}
