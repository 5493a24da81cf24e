namespace Framework.Host.Tests.Processes;

/// <summary>Stages that read each other's outputs and feature vectors, killed in one of them and run again.</summary>
public sealed class ResumedStagesTests
{
    private const int Attempts = 4;
    private const string Yaml = """
        name: tiny
        seed: 11
        data: { use: cohort, root: cohort, tables: [cohort.csv], case: id, subject: patient, images: { image: image }, labels: { disc: disc } }
        split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
        stages:
          encode:
            transforms: [ { use: slice, index: 0 }, { use: flip, only: train, axis: x, probability: 0.5 } ]
            model: { use: resnet, depth: 18, width: 4 }
            trainer:
              use: supervised
              epochs: 6
              batch_size: 8
              checkpoint_every: 2
              features: true
              loss: bce-with-logits
              optimizer: { use: adam, learning_rate: 2.0e-3 }
            cross_fit: 3
          weigh:
            reads: [encode]
            input: features
            trainer: { use: logistic-regression, inverse_regularisation: 0.01 }
          refine:
            reads: [encode]
            input: outputs
            fit_on: train
            model: { use: resnet, depth: 18, width: 4 }
            trainer:
              use: supervised
              epochs: 40
              batch_size: 8
              checkpoint_every: 2
              loss: bce-with-logits
              optimizer: { use: adam, learning_rate: 2.0e-3 }
          both: { reads: [weigh, refine], trainer: mean }
        metrics: [ log-loss, { use: auroc, confidence: { resamples: 100 } } ]
        controls: [ untrained ]
        """;

    [Fact]
    public async Task Run_KilledInEachStage_EndsWithTheBitsOfAnUninterruptedOne()
    {
        using var whole = Make(Yaml);
        await End(whole);

        // Half of the first stage; half of what one of its cross-fitted units does; half of a stage that reads it.
        using var killed = await KilledWithin(whole, "encode.0.0", "encode.0.0.held-out-1", "refine.0.0");
        await End(killed);

        var (expected, actual) = (whole.Results(), killed.Results());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, content) in expected)
            Assert.True(content == actual[name], $"{name} differs:\n{content}\n{actual[name]}");
        Assert.Contains("weigh", expected["metrics.json"], StringComparison.Ordinal);
        foreach (var (name, bytes) in whole.Checkpoints())
            Assert.True(bytes.AsSpan().SequenceEqual(killed.Checkpoints()[name]), $"{name} differs");
        foreach (var features in Directory.GetFiles(whole.Run, "features.safetensors", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllBytes(features), File.ReadAllBytes(Path.Combine(killed.Run, Path.GetRelativePath(whole.Run, features))));
        Assert.True(File.Exists(Path.Combine(whole.Run, "units", "encode.0.0", "features.safetensors")));
    }

    [Fact]
    public async Task Predict_StagesOnFeatures_GivesTheRunsBitsFromABundle()
    {
        using var study = Make(Yaml.Replace("controls: [ untrained ]", "", StringComparison.Ordinal));
        await End(study);
        foreach (var words in new string[][] { ["show", "latest", "--bundle", "chain.zip"], ["predict", "chain.zip", "--input", "cohort", "--stage", "weigh", "--each", "--out", "table.csv"] })
        {
            var (code, _, error) = await HostProcess.Run(study.Path, words);
            Assert.True(code == 0, error);
        }

        var given = Outputs(Path.Combine(study.Path, "table.csv")).Select(row => row.Outputs).ToHashSet();
        var own = Outputs(Path.Combine(study.Run, "units", "weigh.0.0", "predictions.csv"));
        Assert.True(own.Count >= 10 && own.Select(row => row.Outputs).Distinct().Count() > 5);
        Assert.All(own, row => Assert.True(given.Contains(row.Outputs), $"{row.Case} has other outputs"));
    }

    private static TinyStudy Make(string yaml)
    {
        var study = new TinyStudy(yaml);
        BlobCohort.Write(Path.Combine(study.Path, "cohort"), subjects: 20, side: 32, radius: 6);
        return study;
    }

    // Names of cases are other pseudonyms in another store; numbers are written with all digits.
    private static List<(string Case, string Outputs)> Outputs(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split(',')).ToList();
        int[] columns = [.. Enumerable.Range(0, lines[0].Length).Where(at => lines[0][at].StartsWith("output.", StringComparison.Ordinal))];
        return [.. lines.Skip(1).Select(cells => (cells[Array.IndexOf(lines[0], "case")], string.Join(' ', columns.Select(at => cells[at]))))];
    }

    private static async Task End(TinyStudy study)
    {
        var (code, _, error) = await HostProcess.Run(study.Path, HostProcess.RunTiny);
        Assert.True(code == 0, error);
    }

    /// <summary>A study like another that was killed within each of these units; begun anew where a kill came too late, as on a busy machine.</summary>
    private static async Task<TinyStudy> KilledWithin(TinyStudy whole, params string[] units)
    {
        for (var attempt = 1; ; attempt++)
        {
            var study = Make(Yaml);
            study.TakePseudonymsOf(whole);
            string? missed = null;
            foreach (var unit in units.TakeWhile(_ => missed is null))
                missed = await KillWithin(study, unit) ? null : unit;
            if (missed is null)
                return study;
            study.Dispose();
            Assert.True(attempt < Attempts, $"{missed} was finished before it was killed, {Attempts} times");
        }
    }

    /// <summary>kill -9 once a unit has written a checkpoint.</summary>
    /// <returns>Whether it was not finished by then.</returns>
    private static async Task<bool> KillWithin(TinyStudy study, string unit)
    {
        using var process = HostProcess.Start(study.Path, HostProcess.RunTiny);
        while (!HasCheckpoint(study, unit))
        {
            Assert.False(process.HasEnded, $"the run ended before {unit} had a checkpoint:\n{(process.HasEnded ? (await process.End()).Error : "")}");
            await Task.Delay(5);
        }

        return await process.KillAfter(TimeSpan.Zero) && !File.ReadAllText(Path.Combine(study.Run, "units", unit, "status.json")).Contains("\"state\": \"finished\"", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasCheckpoint(TinyStudy study, string unit)
    {
        var runs = Path.Combine(study.Path, "runs", "tiny");
        return Directory.Exists(runs) && Directory.GetDirectories(runs).Any(run => File.Exists(Path.Combine(run, "units", unit, "checkpoint.safetensors")));
    }
}
