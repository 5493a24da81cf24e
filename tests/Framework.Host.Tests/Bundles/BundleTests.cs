using System.IO.Compression;
using Framework.Components.Data;
using Framework.Host.Bundles;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    private readonly Workbench _bench = new();
    private readonly Experiment _experiment;
    private readonly RunFolder _run;

    public BundleTests()
    {
        _experiment = _bench.Load("stages.guess.transforms=[study.centre]", "split.folds=2", "controls=[study.untrained]");
        _run = _bench.Run(_experiment);
    }

    private string File => _bench.Folder.File("walk.zip");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Write_FinishedRun_PredictsWhatTheRunPredictedAndSaysSo()
    {
        Export();

        Assert.Contains("12 predictions of the bundle compared with the run's own: greatest difference 0", _bench.Screen.Lines);
        using var bundle = Bundle.Open(File);
        var model = FrozenModel.Open(bundle.Folder, _experiment);
        var each = Predict(model);
        var stored = System.IO.File.ReadLines(_run.PredictionsFile("guess", "test")).Skip(1).Select(line => CsvText.Split(line)[^1]).ToList();
        Assert.Equal(12, stored.Count); // six cases from each of two folds
        Assert.All(stored, output => Assert.Contains(output, each.Outputs.ToArray().Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Write_FinishedRun_HoldsNoCaseNoControlAndNoCommandLine()
    {
        Export();

        using var archive = ZipFile.OpenRead(File);
        Assert.Equal(
            ["card.json", "card.md", "experiment.yaml", "manifest.json", "metrics.json", "plan.json", "provenance.json",
                "units/guess.0.0/model.json", "units/guess.0.0/statistics.json", "units/guess.0.0/status.json",
                "units/guess.1.0/model.json", "units/guess.1.0/statistics.json", "units/guess.1.0/status.json"],
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        foreach (var text in archive.Entries.Select(Text))
        {
            foreach (var word in new[] { "c004", "subject 1", "./framework run", Environment.MachineName })
                Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_FinishedRun_HasACardWithPartsAndVerdicts()
    {
        Export();

        using var archive = ZipFile.OpenRead(File);
        var card = Text(archive.GetEntry("card.md")!);
        Assert.Contains("| 0 | train | 18 | 6 | odd 9 |\n| 0 | validate | 6 | 2 | odd 3 |\n| 0 | test | 6 | 2 | odd 3 |\n| 1 | train |", card, StringComparison.Ordinal);
        var words = Assert.Single(_run.Verdicts!).Words;
        Assert.Contains($"study.untrained: {words}", card, StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(Text(archive.GetEntry("card.json")!));
        Assert.Equal(6, json.RootElement.GetProperty("parts").GetArrayLength());
        Assert.Equal(words, json.RootElement.GetProperty("controls")[0].GetProperty("words").GetString());
    }

    [Fact]
    public void Open_AnyByteChanged_IsRefused()
    {
        Export();
        var whole = System.IO.File.ReadAllBytes(File);
        var random = new RandomStream(4);

        for (var i = 0; i < 150; i++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            System.IO.File.WriteAllBytes(File, bytes);
            Assert.Throws<DataFormatException>(() => Bundle.Open(File));
        }
    }

    [Fact]
    public void Open_CutOff_IsRefused()
    {
        Export();
        var whole = System.IO.File.ReadAllBytes(File);

        foreach (var length in new[] { 0, 1, 60, whole.Length / 2, whole.Length - 1 })
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Throws<DataFormatException>(() => Bundle.Open(File));
        }
    }

    [Theory]
    [InlineData("changed", "'units/guess.0.0/model.json' was changed")]
    [InlineData("added", "'units/guess.0.0/more.json' was added to it")]
    [InlineData("missing", "'units/guess.0.0/model.json' is missing in it, or there twice")]
    [InlineData("packed again", "bytes outside of its files were changed, or it was packed again")]
    [InlineData("no manifest", "there is no manifest.json in it")]
    public void Open_Tampered_NamesTheFile(string how, string fact)
    {
        Export();
        using (var archive = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            if (how is "missing" or "changed")
                archive.GetEntry("units/guess.0.0/model.json")!.Delete();
            if (how is "changed" or "added")
            {
                using var writer = new StreamWriter(archive.CreateEntry(how == "added" ? "units/guess.0.0/more.json" : "units/guess.0.0/model.json").Open());
                writer.Write("0.5");
            }

            if (how == "no manifest")
                archive.GetEntry("manifest.json")!.Delete();
            archive.Comment += how == "packed again" ? "x" : "";
        }

        var error = Assert.Throws<DataFormatException>(() => Bundle.Open(File));

        Assert.Equal($"{File}: {fact}. Nothing of it is used: take an unchanged copy, or make the bundle again from its run.", error.Message);
    }

    [Fact]
    public void Open_NewerFormat_SaysSo()
    {
        Export();
        using (var archive = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            archive.GetEntry("manifest.json")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open());
            writer.Write("""{ "format": 99 }""");
        }

        var error = Assert.Throws<ExperimentException>(() => Bundle.Open(File));

        Assert.Equal($"{File}: this bundle has format 99, and this version of the framework knows formats up to 1. Use the version that made it.", error.Message);
    }

    [Fact]
    public void Write_RunPredictsOtherwiseNow_LeavesNoBundle()
    {
        var table = _run.Units[0].Predictions;
        var lines = System.IO.File.ReadAllLines(table);
        lines[1] = lines[1][..^1] + (lines[1][^1] == '1' ? '2' : '1'); // the last digit of the first validation case
        System.IO.File.WriteAllLines(table, lines);

        var error = Assert.Throws<TrainingException>(Export);

        Assert.Contains("There is no bundle: it must predict what the run predicted.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.Folder.Names(), name => name.StartsWith("walk.zip", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_WeightsOfARunChanged_NamesTheFile()
    {
        var path = _run.Units[0].File("model.json");
        System.IO.File.WriteAllText(path, "0.5");

        var error = Assert.Throws<DataFormatException>(() => FrozenModel.Open(_run, _experiment));

        Assert.Equal($"{path}: the file is not what the run left. Restore it from a copy, or run the experiment again with --new.", error.Message);
    }

    [Fact]
    public void Open_StatisticsOfAnotherFold_AreRefused()
    {
        var (from, to) = (_run.Units.First(unit => unit.Unit.Name == "guess.1.0"), _run.Units[0]);
        System.IO.File.Copy(from.File("statistics.json"), to.File("statistics.json"), overwrite: true);
        var status = to.Status!;
        to.Write(status with { Frozen = status.Frozen! with { Files = new Dictionary<string, string>(status.Frozen.Files) { ["statistics.json"] = FileHash.Of(to.File("statistics.json")) } } });

        var error = Assert.Throws<ExperimentException>(() => Predict(FrozenModel.Open(_run, _experiment)));

        Assert.StartsWith("'study.centre': these statistics were fitted on the training subjects ", error.Message, StringComparison.Ordinal);
    }

    private void Export() => new BundleExport(_bench.Store, _bench.Screen, _bench.Time).Write(_run, _experiment, File, CancellationToken.None);

    private Predictions Predict(FrozenModel model)
    {
        var stage = model.Experiment.Stages[0];
        var data = FrozenData.OfNew(model, stage, section => new DataPreparation(_bench.Store, _bench.Screen).List(_experiment, section, CancellationToken.None));
        return Ensemble.Of(model, stage, new FrozenPrediction(model, data, unit => unit.Path, RunSettings.Of(_run)), CancellationToken.None).Levels[0].Each;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
