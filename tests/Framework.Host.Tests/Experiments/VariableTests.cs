namespace Framework.Host.Tests.Experiments;

public sealed class VariableTests : IDisposable
{
    private readonly ExperimentFolder _folder = new() { Environment = { ["DATA_ROOT"] = "/data", ["WORKERS"] = "3", ["EMPTY"] = "" } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("${DATA_ROOT}/ct", "/data/ct")]
    [InlineData("${DATA_ROOT}/${WORKERS}", "/data/3")]
    [InlineData("${ABSENT:-/fallback}", "/fallback")]
    [InlineData("${EMPTY:-/fallback}", "/fallback")]
    [InlineData("${DATA_ROOT:-/fallback}", "/data")]
    [InlineData("$${DATA_ROOT}", "${DATA_ROOT}")]
    [InlineData("$DATA_ROOT", "$DATA_ROOT")]
    public void Fill_Text_ReplacesEachReference(string written, string value) => Assert.Equal(value, Root(written));

    [Fact]
    public void Fill_Number_CanComeFromTheEnvironment() =>
        Assert.Equal(3UL, _folder.Load(ExperimentFolder.With((2, "seed: ${WORKERS}"))).OrThrow().Seed);

    [Fact]
    public void Fill_ValueOfAVariable_IsNotReadAsYaml()
    {
        _folder.Environment["ODD"] = "[1, 2] # ${WORKERS}";

        Assert.Equal("[1, 2] # ${WORKERS}", Root("${ODD}"));
    }

    [Fact]
    public void Fill_Empty_CountsAsNotSet() =>
        Assert.Equal(
            ["trial.yaml:5:9: the environment variable 'EMPTY' is set, but empty. Set it, write ${EMPTY:-default}, or override the key with --set."],
            _folder.Problems(ExperimentFolder.With((5, "  root: ${EMPTY}"))));

    private string Root(string written) =>
        ((TestComponents.Source)_folder.Load(ExperimentFolder.With((5, $"  root: \"{written}\""))).OrThrow().Data.Source.Instance).Options.Root;
}
