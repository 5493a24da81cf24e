using System.Diagnostics;
using Framework.Sdk;

namespace Framework.Host.Authoring;

/// <summary>The SDK as packages in a folder, for plugins in repositories of their own.</summary>
internal static class SdkPackages
{
    private const string Package = "Framework.Sdk.Testing";

    /// <summary>The version of the newest packages in a folder.</summary>
    /// <param name="folder">What <c>framework sdk --out</c> filled.</param>
    /// <exception cref="ExperimentException">There are none.</exception>
    public static string VersionIn(string folder) => (Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles($"{Package}.*.nupkg") : [])
        .OrderByDescending(file => file.LastWriteTimeUtc)
        .Select(file => Path.GetFileNameWithoutExtension(file.Name)[(Package.Length + 1)..])
        .FirstOrDefault() ?? throw new ExperimentException($"--packages: {folder} holds no {Package}.*.nupkg. Fill it with ./framework sdk --out {folder}");

    /// <summary>Packs the SDK of this repository.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="folder">Where the packages go.</param>
    /// <returns>Their version.</returns>
    /// <exception cref="ExperimentException">It cannot be packed.</exception>
    public static string Pack(string root, string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(root, "framework"), ["sdk", "--out", folder]) { RedirectStandardOutput = true };
        using var launcher = Process.Start(start)!;
        var version = launcher.StandardOutput.ReadToEnd().Trim();
        launcher.WaitForExit();
        return launcher.ExitCode == 0 ? version : throw new ExperimentException("the SDK could not be packed; what went wrong stands above. Mend it, and give the folder of packages with --packages.");
    }
}
