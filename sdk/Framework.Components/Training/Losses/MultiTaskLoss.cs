using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>A weighted sum over heads.</summary>
internal sealed class MultiTaskLoss(IReadOnlyList<LossTask> tasks) : ILoss
{
    public bool AddsUpOverRanks => tasks.All(task => task.AddsUpOverRanks);

    public torch.Tensor Compute(ModelOutput output, Batch batch) =>
        tasks.Select(task => task.Compute(output, batch) * task.Weight).Aggregate((sum, loss) => sum + loss);

    public torch.Tensor Probabilities(ModelOutput output)
    {
        using var scope = torch.NewDisposeScope();
        var columns = new torch.Tensor[tasks.Sum(task => task.Columns.Count)];
        foreach (var task in tasks.Where(task => !task.IsOverVoxels))
        {
            var own = task.Probabilities(output).unbind(1);
            for (var i = 0; i < own.Length; i++)
                columns[task.Columns[i]] = own[i];
        }

        return torch.stack(columns, 1).MoveToOuterDisposeScope();
    }

    public torch.Tensor? VoxelProbabilities(ModelOutput output) => tasks.FirstOrDefault(task => task.IsOverVoxels)?.Probabilities(output);

    public IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch)
    {
        var parts = new Dictionary<string, torch.Tensor>();
        foreach (var (task, i) in tasks.Select((task, i) => (task, i)))
        {
            var name = tasks.Count(other => other.Head == task.Head) == 1 ? task.Head : $"{task.Head} ({i + 1})";
            parts.Add(name, task.Compute(output, batch));
            foreach (var (inner, part) in task.Parts(output, batch))
                parts.Add($"{name}: {inner}", part);
        }

        return parts;
    }

    public void Dispose()
    {
        foreach (var task in tasks)
            task.Dispose();
    }
}
