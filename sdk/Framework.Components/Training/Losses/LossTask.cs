using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>A head, the columns of its labels, and its loss.</summary>
internal sealed class LossTask : IDisposable
{
    private readonly torch.Tensor _places;
    private readonly ILoss _loss;

    private LossTask(TaskOptions options, int[] columns, ILoss loss, torch.Device device)
    {
        (Head, Weight, Columns, IsOverVoxels, _loss) = (options.Head, options.Weight, columns, options.Masks, loss);
        using var scope = torch.NewDisposeScope();
        var places = columns.Length == 0 ? torch.zeros([0L], dtype: torch.ScalarType.Int64) : torch.tensor(Array.ConvertAll(columns, column => (long)column));
        _places = places.to(device).DetachFromDisposeScope();
    }

    public string Head { get; }

    public double Weight { get; }

    /// <summary>Whether the head segments, and answers no label.</summary>
    public bool IsOverVoxels { get; }

    /// <summary>Where the labels stand among all.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Whether values of parts of a batch add up.</summary>
    public bool AddsUpOverRanks => _loss.AddsUpOverRanks;

    /// <exception cref="ExperimentException">The task names labels or a group that there is not.</exception>
    public static LossTask Of(TaskOptions options, LossContext context)
    {
        var labels = options.Masks ? RequireMasks(options, context) : LabelsOf(options, context);
        int[] columns = [.. labels.Select(label => Enumerable.Range(0, context.Labels.Count).First(at => context.Labels[at] == label))];
        var own = context with
        {
            Labels = labels,
            Groups = [.. context.Groups.Where(group => group.Labels.All(labels.Contains))],
            MaskClasses = options.Masks ? context.MaskClasses : [], // a task answers labels; with classes of voxels its loss would take itself for one over masks
            TrainingCases = [.. context.TrainingCases.Select(item => item with { Labels = Array.ConvertAll(columns, column => item.Labels[column]) })],
        };
        return new LossTask(options, columns, options.Loss.Create(own), context.Device);
    }

    public torch.Tensor Compute(ModelOutput output, Batch batch) => _loss.Compute(Own(output), Own(output, batch));

    public torch.Tensor Probabilities(ModelOutput output) => _loss.Probabilities(Own(output));

    public IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch) => _loss.Parts(Own(output), Own(output, batch));

    public void Dispose()
    {
        _places.Dispose();
        _loss.Dispose();
    }

    private static IReadOnlyList<string> RequireMasks(TaskOptions options, LossContext context)
    {
        if ((options.Group ?? options.Labels?[0]) is { } label)
            throw new ExperimentException($"the task of '{options.Head}' of 'multi-task' segments, by 'masks', and names '{label}'. A head answers labels or voxels: leave one of the two out.");
        return context.MaskClasses.Count > 0
            ? []
            : throw new ExperimentException($"the task of '{options.Head}' of 'multi-task' segments, and the trainer asks for no masks. Set trainer.masks, such as {{ classes: [background, lesion] }}.");
    }

    private static IReadOnlyList<string> LabelsOf(TaskOptions options, LossContext context)
    {
        if (options is { Group: not null, Labels: not null })
            throw new ExperimentException($"the task of '{options.Head}' of 'multi-task' has 'group' and 'labels'. Give one of them.");
        if (options.Labels is { } named)
            return Known(options, named, context);
        var name = options.Group ?? options.Head;
        if (context.Groups.FirstOrDefault(group => group.Name == name) is { } found)
            return found.Labels;
        if (options.Group is null && context.Labels.Contains(name))
            return [name];
        var groups = context.Groups.Count == 0 ? "no groups" : $"the groups {string.Join(", ", context.Groups.Select(group => group.Name))}";
        throw new ExperimentException(options.Group is null
            ? $"the task of '{name}' of 'multi-task' names no labels, and there is no group or label '{name}'. Give it 'labels' or 'group'; there are the labels {string.Join(", ", context.Labels)} and {groups}."
            : $"the task of '{options.Head}' of 'multi-task' names the group '{name}', and there are {groups}. Name one of them, or give 'labels'.");
    }

    private static IReadOnlyList<string> Known(TaskOptions options, IReadOnlyList<string> labels, LossContext context)
    {
        if (labels.FirstOrDefault(label => !context.Labels.Contains(label)) is { } unknown)
            throw new ExperimentException($"the task of '{options.Head}' of 'multi-task' names the label '{unknown}', and there is no such label. There are {string.Join(", ", context.Labels)}.");
        if (context.Groups.FirstOrDefault(group => group.Labels.Any(labels.Contains) && !group.Labels.All(labels.Contains)) is { } torn)
            throw new ExperimentException($"the task of '{options.Head}' of 'multi-task' names some classes of '{torn.Name}' and not all. Give 'group: {torn.Name}'.");
        return labels;
    }

    private ModelOutput Own(ModelOutput output) => output.Heads.TryGetValue(Head, out var logits)
        ? new ModelOutput(logits) { Losses = output.Losses }
        : throw new ExperimentException($"a task of 'multi-task' names the head '{Head}', and the model has none of that name. It has {(output.Heads.Count == 0 ? "none" : string.Join(", ", output.Heads.Keys))}.");

    private Batch Own(ModelOutput output, Batch batch)
    {
        if (IsOverVoxels)
            return batch;
        var labels = batch.Labels.index_select(-1, _places);
        if (!output.Heads[Head].shape.SequenceEqual(labels.shape))
            throw new ExperimentException(
                $"the head '{Head}' gives ({string.Join(", ", output.Heads[Head].shape)}), and its task of 'multi-task' has labels ({string.Join(", ", labels.shape)}). Give the head an output for each label: '{Head}: {Columns.Count}'.");
        return new Batch(batch.Cases, batch.Image, labels) { Instances = batch.Instances, Repetitions = batch.Repetitions, Objects = batch.Objects, Mask = batch.Mask, Part = batch.Part };
    }
}
