namespace Framework.Host.Tests.Experiments;

public sealed class ResolvedDocumentTests : IDisposable
{
    private readonly ExperimentFolder _folder = new() { Environment = { ["DATA_ROOT"] = "/data" } };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ToYaml_Experiment_ShowsEveryDefaultAndTheOriginOfEveryValue()
    {
        _folder.Write("base.yaml", ExperimentFolder.With((5, "  root: ${DATA_ROOT}/ct")));

        var yaml = _folder.Load("extends: base.yaml\nseed: 8\nstages: { classify: { transforms: [keep] } }", "stages.classify.trainer.epochs=2")
            .OrThrow().Document.ToYaml().Replace(_folder.PathOf("") + "/", "", StringComparison.Ordinal);

        Assert.Equal(
            """
            name: trial  # base.yaml:1
            seed: 8  # trial.yaml:2
            phantom: null  # default
            data:
              use: test.source  # base.yaml:4
              root: /data/ct  # base.yaml:5, ${DATA_ROOT}
              on_error: quarantine  # base.yaml:6
              check: index  # default
              identifiers: hash  # default
            cache: null  # default
            resources: null  # default
            audit: null  # default
            split:
              use: halves  # base.yaml:7
              train: 0.7  # base.yaml:7
            repeats: 1  # default
            stages:
              classify:
                reads: []  # default
                continues: null  # default
                fit_on: null  # default
                cross_fit: null  # default
                input: null  # default
                data: null  # default
                transforms:
                  - use: keep  # trial.yaml:3
                    only: null  # default
                model:
                  use: net  # base.yaml:14
                  depth: 18  # base.yaml:14
                  pretrained: none  # default
                trainer:
                  use: fit  # base.yaml:16
                  epochs: 2  # --set
                  loss:
                    use: bce  # base.yaml:18
                    pos_weight: null  # default
                    balance: none  # default
                  optimizer:
                    use: adam  # base.yaml:19
                    learning_rate: 0.001  # base.yaml:19
                    weight_decay: 0  # default
                    amsgrad: false  # default
                  schedule: null  # default
                  limit: null  # default
                test_time: null  # default
                calibrate: null  # default
                threshold: null  # default
                ensemble: null  # default
            levels: []  # default
            metrics:
              - use: auroc  # base.yaml:20
                at: null  # default
                stages: null  # default
              - use: weighted  # base.yaml:20
                weights:
                  any: 2  # base.yaml:20
                at: null  # default
                stages: null  # default
            readers: null  # default
            controls:
              - use: untrained  # base.yaml:21
                must: report  # default
                expect: null  # default
            explain: []  # default
            predict: []  # default
            published:
              - metric: auroc  # base.yaml:22
                at: null  # default
                label: null  # default
                stage: null  # default
                variant: null  # default
                split: null  # default
                control: null  # default
                value: 0.98  # base.yaml:22
                deviation: null  # default
                source: null  # default
                note: null  # default
            headline: null  # default

            """,
            yaml);
    }

    [Fact]
    public void Hash_Cache_IsNoPartOfIt()
    {
        var plain = _folder.Load(ExperimentFolder.With()).OrThrow();
        var cached = _folder.Load(ExperimentFolder.With() + "\ncache: { size: 5 GB, folder: /fast }").OrThrow();

        Assert.Equal((50_000_000_000, null), (plain.Cache.Size.Bytes, plain.Cache.Folder));
        Assert.Equal((5_000_000_000, "/fast"), (cached.Cache.Size.Bytes, cached.Cache.Folder));
        Assert.Equal(plain.Hash, cached.Hash);
        Assert.Contains("folder: /fast", cached.Document.ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToYaml_LoadedAgain_HasTheSameHashAndIsWrittenTheSame()
    {
        var text = ExperimentFolder.With((5, "  root: \"$${odd}: [\\\"1\\\", #]\\t\""), (12, "      - { use: grey, levels: [brain], margin: { left: 2 } }"), (2, "seed: 18446744073709551615"));
        var first = _folder.Load(text, "stages.classify.trainer.optimizer.learning_rate=1e-05", "stages.classify.trainer.limit=00:30:00").OrThrow();

        var second = _folder.Load(first.Document.ToYaml()).OrThrow();

        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first.Document.ToJson(), second.Document.ToJson());
        Assert.Equal("${odd}: [\"1\", #]\t", ((TestComponents.Source)second.Data.Source.Instance).Options.Root);
        Assert.Equal(1e-5, ((TestComponents.Adam)((TestComponents.Fit)second.Stages[0].Trainer.Instance).Options.Optimizer).Options.LearningRate);
    }

    [Theory]
    [InlineData("balance: even")]
    [InlineData("balance: { factor: 2 }")]
    [InlineData("balance: none")]
    public void ToYaml_ValueThatHoldsMoreThanItsKeys_IsTheSameWhenLoadedAgain(string option)
    {
        var first = _folder.Load(ExperimentFolder.With((18, $"      loss: {{ use: bce, {option} }}"))).OrThrow();

        var second = _folder.Load(first.Document.ToYaml()).OrThrow();

        Assert.Equal(Balance(first), Balance(second));
        Assert.Equal(first.Hash, second.Hash);
    }

    [Fact]
    public void ToYaml_DefaultMapping_ShowsItsEntries() =>
        Assert.Contains("    weights:\n      any: 1  # default\n", _folder.Load(ExperimentFolder.With((20, "metrics: [auroc, weighted]"))).OrThrow().Document.ToYaml(), StringComparison.Ordinal);

    [Theory]
    [InlineData(19, "      optimizer: { learning_rate: 0.0010, amsgrad: false, use: adam } # a comment")]
    [InlineData(11, "      - { use: keep }")]
    [InlineData(12, "      - { use: grey, levels: [{ width: 80.0, center: 40 }, { center: 80, width: 200 }], margin: { left: 1, right: 0.1 } }")]
    [InlineData(13, "      - { use: crop, size: [64, 32], only: train, edge: nearest-pixel }")]
    public void Hash_SameMeaning_IsTheSame(int line, string text) => Assert.Equal(Hash(ExperimentFolder.Valid), Hash(ExperimentFolder.With((line, text))));

    [Theory]
    [InlineData(2, "seed: 8")]
    [InlineData(19, "      optimizer: { use: adam, learning_rate: 0.0011 }")]
    [InlineData(13, "      - { use: crop, size: [32, 64], only: train }")]
    [InlineData(21, "controls: []")]
    public void Hash_OtherMeaning_IsAnother(int line, string text) => Assert.NotEqual(Hash(ExperimentFolder.Valid), Hash(ExperimentFolder.With((line, text))));

    [Fact]
    public void Canonical_Component_HoldsItsNameAndOptionsWithSortedKeys()
    {
        var experiment = _folder.Load(ExperimentFolder.Valid).OrThrow();

        Assert.Equal("""{"depth":18,"pretrained":"none","use":"net"}""", experiment.Stages[0].Model!.Canonical);
        Assert.Equal("""{"use":"weighted","weights":{"any":2}}""", experiment.Metrics[1].Canonical);
        Assert.Contains(""","input":null,"model":{"depth":18,""", experiment.Stages[0].Canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_Document_IsTheSha256OfItsJson()
    {
        var document = _folder.Load(ExperimentFolder.Valid).OrThrow().Document;

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(document.ToJson()))), document.Hash);
    }

    private static TestComponents.Balance Balance(Framework.Host.Experiments.Experiment experiment) =>
        ((TestComponents.Bce)((TestComponents.Fit)experiment.Stages[0].Trainer.Instance).Options.Loss).Options.Balance;

    private string Hash(string text) => _folder.Load(text).OrThrow().Hash;
}
