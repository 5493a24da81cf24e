using Framework.Components.Data.Cohorts;
using Framework.Components.Tests.Data.Pictures;

namespace Framework.Components.Tests.Data.Cohorts;

/// <summary>A folder of small pictures and tables.</summary>
internal sealed class CohortFolder : IDisposable
{
    public CohortFolder(params string[] pictures)
    {
        for (var i = 0; i < pictures.Length; i++)
            Write(pictures[i], Png.Grey(2, 1, [(byte)i, (byte)(i + 100)]));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("framework-cohort-").FullName;

    public void Write(string name, string text) => File.WriteAllText(At(name), text);

    public void Write(string name, byte[] content) => File.WriteAllBytes(At(name), content);

    public CohortOptions Options() => new()
    {
        Root = Path,
        Tables = ["cohort.csv"],
        Subject = "patient",
        Images = new Dictionary<string, ImageColumn> { ["image"] = ImageColumn.Parse("scan", null) },
    };

    public static DataIndex Index(CohortOptions options) => new CohortSource(options).Index(new IndexContext { CacheFolder = options.Root });

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string At(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }
}
