namespace Framework.Tests.Shared;

/// <summary>Where the repository lies, and the folder of real data and reference figures beside it.</summary>
public static class SharedData
{
    /// <summary>Where the launcher lies: of the repository, or of an archive that <c>./framework pack</c> made.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Root { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"));

    /// <summary>Null where the shared folder is there, else the reason for skipping.</summary>
    public static string? Missing => Directory.Exists(Root) ? null : "needs ../shared, which is not here";

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "framework")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
