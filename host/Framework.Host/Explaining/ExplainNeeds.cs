using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Explaining;

/// <summary>Finds out before any training whether the maps that an experiment asks for can be made.</summary>
internal static class ExplainNeeds
{
    /// <summary>What the data and the split say: label and part.</summary>
    /// <exception cref="ExperimentException">The stage has no network, the data have no such label, or no case lies in the part.</exception>
    public static void Check(ExplainSection section, Experiment experiment, PreparedData data)
    {
        var stage = experiment.Stages.Single(stage => stage.Name == section.Stage);
        if (stage.Model is null)
            throw new ExperimentException($"'explain' asks '{section.Explainer.Name}' for maps of the stage '{stage.Name}', which has no network that could be asked. Name a stage with a 'model'.");
        ChosenCases.LabelOf(section, data.Of(stage).Index.Labels, _ => 0);
        CheckPart(section, data.Of(stage).Split);
    }

    /// <summary>What the network says of one case, with random weights: whether the options fit images and layers.</summary>
    /// <param name="section">What is asked for.</param>
    /// <param name="work">The unit; nothing is fitted.</param>
    /// <exception cref="FrameworkException">The options do not fit, or what the trainer gives cannot be explained.</exception>
    public static void Try(ExplainSection section, UnitWork work)
    {
        using var scope = torch.NewDisposeScope();
        using var predictor = work.Trainer.Fit(work.Context with { Fitting = false }, CancellationToken.None);
        if (predictor is not IExplainable model)
            throw ExplainedUnit.HasNoNetwork(section, work);
        using var workspace = new SampleWorkspace();
        var item = work.Context.Train.Cases[0];
        var sample = work.Views[0].Load(item, Phase.Evaluate, epoch: 0, workspace);
        var label = ChosenCases.LabelOf(section, work.Context.Labels, _ => 0);
        section.Explainer.Instance.Check(model, ExplainedUnit.ImageOf(sample), new ExplainRequest(label, new RandomStream(0)));
    }

    private static void CheckPart(ExplainSection section, CaseSplit split)
    {
        if (section.Cases.Part is not { } asked)
            return;
        var part = asked == ExplainedPart.Test ? Part.Test : Part.Validate;
        var units = from repeat in Enumerable.Range(0, split.Repeats) from fold in Enumerable.Range(0, split.Folds) select split.Cases(fold, part, repeat);
        if (units.All(cases => cases.Count == 0))
            throw new ExperimentException($"'explain' asks for cases of the part '{part.ToString().ToLowerInvariant()}', and the split leaves none there. Leave 'part' out, or name the other part.");
    }
}
