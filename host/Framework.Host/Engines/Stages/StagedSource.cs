using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>A source whose samples carry what earlier stages said of their case, or consist of it.</summary>
/// <param name="source">Loads the case itself.</param>
/// <param name="earlier">What may be known of it.</param>
/// <param name="input">What the stage is shown.</param>
internal sealed class StagedSource(IDataSource source, IEarlierOutputs earlier, StageInput input) : IDataSource
{
    /// <inheritdoc />
    public DataIndex Index(IndexContext context) => source.Index(context);

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var said = earlier.Of(item);
        var sample = input == StageInput.Case ? source.Load(item, workspace) : new Sample(item, Vector(item, said, workspace));
        return sample.With(said);
    }

    /// <summary>
    /// (value, 1, 1) of the outputs, or features, of all stages, one stage after the other; (value, instance, 1, 1) where their cases are smaller than
    /// this one.
    /// </summary>
    private Image Vector(Case item, IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> said, SampleWorkspace workspace)
    {
        var instances = said.Values.First().Count;
        if (said.Values.Any(outputs => outputs.Count != instances))
            throw new DataFormatException($"case '{item.Id}': the stages that are read have different numbers of cases that belong to it: {string.Join(", ", said.Select(pair => $"'{pair.Key}' {pair.Value.Count}"))}. Read one of them.");
        float[][] rows = [.. Enumerable.Range(0, instances).Select(at => said.SelectMany(stage => Values(item, stage.Key, stage.Value[at])).ToArray())];
        var isSame = instances == 1 && said.Values.First()[0].Case.Id == item.Id;
        var image = workspace.Allocate(isSame ? [rows[0].Length, 1, 1] : [rows[0].Length, instances, 1, 1]);
        for (var value = 0; value < rows[0].Length; value++)
        {
            for (var at = 0; at < instances; at++)
                image.Pixels[(value * instances) + at] = rows[at][value];
        }

        return image;
    }

    private IEnumerable<float> Values(Case item, string stage, StageOutput output)
    {
        if (input == StageInput.Outputs)
            return output.Outputs.Select(value => (float)value);
        return output.Features.Count > 0 ? output.Features : throw new ExperimentException(
            $"case '{item.Id}': 'input: features' reads the feature vectors of the stage '{stage}', which keeps none. Set 'features: true' in that stage's trainer, or use 'input: outputs'.");
    }
}
