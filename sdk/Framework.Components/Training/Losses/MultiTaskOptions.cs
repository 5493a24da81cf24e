using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>multi-task</c>.</summary>
/// <example>{ use: multi-task, tasks: [ { head: canal, loss: cross-entropy }, { head: foramina, labels: [left, right], loss: bce-with-logits, weight: 0.5 } ] }</example>
public sealed record MultiTaskOptions
{
    /// <summary>The tasks. Every label is answered by exactly one, and every head of the model is read by at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<TaskOptions> Tasks { get; init; }
}
