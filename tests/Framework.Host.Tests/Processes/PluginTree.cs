using Framework.Host.Authoring;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>The framework's own tree in small, in which a plugin is begun and built.</summary>
internal static class PluginTree
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string Root = SharedData.RepositoryRoot;

    /// <summary>The words of a build of its own that leaves the framework's outputs as they are.</summary>
    public static string[] Build { get; } = ["-c", Configuration, "-nologo", "-p:BuildProjectReferences=false", "-p:FrameworkReadyToRun=false", "-p:UseSharedCompilation=true"];

    /// <summary>Writes a new plugin's projects into the tree; its tests refer to the repository's SDK.</summary>
    /// <returns>The project of its tests.</returns>
    public static string Begin(TemporaryFolder folder, PluginName name, IReadOnlyList<string> parts)
    {
        new PluginProject(name, parts).WriteInto(folder.Path);
        var tests = folder.File("tests", $"{name.Assembly}.Tests", $"{name.Assembly}.Tests.csproj");
        File.WriteAllText(tests, File.ReadAllText(tests).Replace("../../sdk/", $"{Root}/sdk/", StringComparison.Ordinal));
        return tests;
    }

    /// <summary>Copies the files that a plugin's projects stand on; for what those say they lead to the repository's.</summary>
    public static void LayOut(TemporaryFolder folder)
    {
        foreach (var file in new[] { "Framework.sln", "framework", "host/Framework.slnf", "Directory.Packages.props", ".editorconfig", "tests/.editorconfig" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
            File.Copy(Path.Combine(Root, file), folder.File(file));
        }

        folder.Write("plugins/Directory.Build.props", $"""
            <Project>
              <Import Project="{Root}/plugins/Directory.Build.props" />
              <PropertyGroup>
                <ArtifactsPath>{folder.Path}/artifacts</ArtifactsPath>
                <OutputPath>{folder.Path}/artifacts/plugins/$(MSBuildProjectName)/</OutputPath>
              </PropertyGroup>
            </Project>
            """);
        folder.Write("plugins/Directory.Build.targets", $"""<Project><Import Project="{Root}/plugins/Directory.Build.targets" /></Project>""");
        folder.Write("tests/Directory.Build.props", $"""
            <Project>
              <Import Project="{Root}/tests/Directory.Build.props" />
              <PropertyGroup><ArtifactsPath>{folder.Path}/artifacts</ArtifactsPath></PropertyGroup>
            </Project>
            """);
    }
}
