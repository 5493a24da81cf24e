using Framework.Sdk;

namespace Framework.Host.Tests.Experiments;

public sealed class DamagedFileTests : IDisposable
{
    private const string Letters = "{}[]:,#&*!|>'\"%@`-?~ \t\n$\0é0a.";
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_AnyLetterReplaced_IsAnExperimentOrProblemsInTheFile()
    {
        var random = new RandomStream(20);
        for (var i = 0; i < 400; i++)
        {
            var text = ExperimentFolder.Valid.ToCharArray();
            text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
            AssertJudged(new string(text));
        }
    }

    [Fact]
    public void Load_CutOffAnywhere_IsAnExperimentOrProblemsInTheFile()
    {
        for (var length = 0; length < ExperimentFolder.Valid.Length; length += 3)
            AssertJudged(ExperimentFolder.Valid[..length]);
    }

    private void AssertJudged(string text)
    {
        var result = _folder.Load(text);

        Assert.True(result.Experiment is null != (result.Problems.Count == 0), text);
        Assert.All(result.Problems, problem => Assert.InRange(problem.Line, text.Trim().Length == 0 ? 0 : 1, text.Split('\n').Length + 1));
    }
}
