using System.Text;
using Framework.Sdk;

namespace Framework.Host.Authoring;

/// <summary>The repository that this program was built in.</summary>
internal static class SourceTree
{
    private const string Solution = "Framework.sln";

    /// <summary>Its folder; null where the program came without sources.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution)) && File.Exists(Path.Combine(folder.FullName, "framework")))
                return folder.FullName;
        return null;
    }

    /// <summary>Its folder.</summary>
    /// <param name="otherwise">What to do where there is none.</param>
    /// <exception cref="ExperimentException">The program came without sources.</exception>
    public static string Require(string otherwise) => Find() ?? throw new ExperimentException($"this framework came without its sources. {otherwise}");

    /// <summary>Adds a project to the solution of everything, and to that of the host where it is a plugin.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="project">Relative to it: <c>plugins/Name/Name.csproj</c>.</param>
    public static void Add(string root, string project)
    {
        Rewrite(Path.Combine(root, Solution), text => SolutionText.WithProject(text, project));
        if (project.StartsWith("plugins/", StringComparison.Ordinal))
            Rewrite(Path.Combine(root, "host", "Framework.slnf"), text => SolutionText.WithFiltered(text, project));
    }

    // With the mark of UTF-8 at its beginning, where it has one.
    private static void Rewrite(string file, Func<string, string> change)
    {
        var bytes = File.ReadAllBytes(file);
        File.WriteAllText(file, change(File.ReadAllText(file)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)));
    }
}
