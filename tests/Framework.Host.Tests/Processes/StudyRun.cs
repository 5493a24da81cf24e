using System.Text.Json;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>An experiment that comes with the project, in a folder of its own, through the real executable on one thread.</summary>
internal sealed class StudyRun(string experiment, params string[] sets) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Words =>
    [
        "run", Path.Combine(SharedData.RepositoryRoot, "experiments", experiment), .. sets.SelectMany(set => new[] { "--set", set }),
        "--device", "cpu", "--threads", "1", "--loader-threads", "1",
    ];

    private string Folder => Directory.GetDirectories(_folder.File("runs"), "*", SearchOption.TopDirectoryOnly).Where(path => !Path.GetFileName(path).StartsWith('.')).SelectMany(Directory.GetDirectories).Single();

    /// <summary>Runs until a line of standard error begins so, kills the process, and runs again to the end.</summary>
    public async Task<string> EndKilledAt(string beginning)
    {
        using (var process = HostProcess.Start(_folder.Path, Words))
        {
            await process.Say(beginning);
            Assert.True(await process.KillAfter(TimeSpan.Zero));
        }

        return await End();
    }

    /// <summary>Runs to the end, which must be 0.</summary>
    /// <returns>Standard error.</returns>
    public async Task<string> End()
    {
        var (code, _, error) = await HostProcess.Run(_folder.Path, Words);
        Assert.True(code == 0, error);
        return error;
    }

    /// <summary>A figure of the test part: over all folds together, or their mean.</summary>
    public double Figure(string stage, string? control, string metric, string? label, bool overFolds = false)
    {
        var row = Json("metrics.json").Single(row => Text(row, "stage") == stage && Text(row, "split") == "test" && Text(row, "control") == control && Text(row, "name") == metric && Text(row, "label") == label);
        return (overFolds ? row.GetProperty("folds").GetProperty("mean") : row.GetProperty("value")).GetDouble();
    }

    /// <summary>Another command in the same folder, which must end with 0.</summary>
    /// <returns>Standard output.</returns>
    public async Task<string> Then(params string[] words)
    {
        var (code, output, error) = await HostProcess.Run(_folder.Path, words);
        Assert.True(code == 0, error);
        return output;
    }

    /// <summary>The entries of one of the run's JSON files.</summary>
    public IReadOnlyList<JsonElement> Json(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return [.. json.RootElement.EnumerateArray().Select(entry => entry.Clone())];
    }

    /// <summary>The report as a reader sees it, without marks of HTML encoding.</summary>
    public string Report() => System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(Folder, "report.html")));

    /// <summary>A file of the run's folder.</summary>
    public string FileOf(string name) => Path.Combine(Folder, name);

    /// <summary>A file of the folder that the run was started in.</summary>
    public string PathOf(string name) => _folder.File(name);

    /// <summary>How often a unit was started.</summary>
    public int Starts(string unit)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "units", unit, "status.json")));
        return json.RootElement.GetProperty("starts").GetInt32();
    }

    public void Dispose() => _folder.Dispose();

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
