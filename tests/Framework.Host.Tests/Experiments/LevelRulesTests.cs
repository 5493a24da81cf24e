namespace Framework.Host.Tests.Experiments;

public sealed class LevelRulesTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_LevelsUpwards_AreThoseOfTheExperiment()
    {
        var experiment = _folder.Load(ExperimentFolder.Valid, "levels=[{ by: series, take: max }, { by: subject, take: any }]", "metrics=[{ use: auroc, at: [case, subject] }, { use: weighted, weights: {} }]").OrThrow();

        Assert.Equal(["series", "subject"], experiment.Levels.Select(level => level.Name()));
        Assert.Equal(["case", "subject"], experiment.LevelsOf(experiment.Metrics[0]));
        Assert.Null(experiment.LevelsOf(experiment.Metrics[1]));
    }

    [Fact]
    public void Load_MetricsOfStages_ScoreThoseAlone()
    {
        var experiment = _folder.Load(ExperimentFolder.Valid, "metrics=[{ use: auroc, stages: [classify] }, { use: weighted, weights: {} }]").OrThrow();

        Assert.Equal([true, false], new[] { "classify", "other" }.Select(stage => experiment.Scores(experiment.Metrics[0], stage)));
        Assert.True(experiment.Scores(experiment.Metrics[1], "other"));
    }

    [Theory]
    [InlineData("metrics=[{ use: auroc, stages: [clasify] }]", "'metrics' names the stage 'clasify', which 'stages' does not have. Did you mean 'classify'?")]
    [InlineData("levels=[{ by: subject, take: max }, { by: series, take: max }]", "'levels' goes from the smaller to the greater, each once: series, study, subject; 'series' stands after 'subject'.")]
    [InlineData("levels=[{ by: subject, take: max }, { by: subject, take: max }]", "'levels' goes from the smaller to the greater, each once: series, study, subject; 'subject' stands after 'subject'.")]
    [InlineData("metrics=[{ use: auroc, at: [subject] }]", "a metric is computed at 'subject', and 'levels' does not join cases into it. Add { by: subject, take: mean } to 'levels', or take 'subject' away.")]
    [InlineData("readers={ file: readers.csv, at: study }", "readers called cases at 'study', and 'levels' does not join cases into it. Add { by: study, take: mean } to 'levels', or take 'study' away.")]
    [InlineData("levels=[{ by: lesion, take: max }]", "the experiment needs 'levels[0].by' to be 'series', 'study' or 'subject'; it is 'lesion'.")]
    public void Load_LevelsThatDoNotFit_SaysWhatWould(string set, string message) =>
        Assert.Contains(_folder.Load(ExperimentFolder.Valid, set).Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
}
