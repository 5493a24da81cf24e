using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Bundles;

/// <summary>A finished run's frozen pipeline in one file, opened: every byte was checked, and the files lie in a folder of their own until it is disposed.</summary>
internal sealed class Bundle : IDisposable
{
    private readonly DirectoryInfo _files;

    private Bundle(DirectoryInfo files, BundleManifest manifest, RunFolder folder) => (_files, Manifest, Folder) = (files, manifest, folder);

    /// <summary>What it holds.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>Its files, laid out as a run folder.</summary>
    public RunFolder Folder { get; }

    /// <summary>Whether a name on the command line is a file, which a run never is.</summary>
    public static bool IsOne(string path) => File.Exists(path);

    /// <summary>Checks a bundle and unpacks it.</summary>
    /// <exception cref="DataFormatException">It is no bundle, or a file of it was changed, added or taken away.</exception>
    /// <exception cref="ExperimentException">A newer version made it.</exception>
    public static Bundle Open(string path)
    {
        var files = Directory.CreateTempSubdirectory("framework-bundle-"); // for its owner alone
        try
        {
            using var stream = File.OpenRead(path);
            var manifest = Unpack(path, stream, files.FullName);
            if (!BundleSeal.Holds(stream))
                throw Damaged(path, "bytes outside of its files were changed, or it was packed again");
            return new Bundle(files, manifest, RunFolder.TryOpen(files.FullName) ?? throw Damaged(path, "its plan.json is no plan"));
        }
        catch (Exception e)
        {
            files.Delete(recursive: true);
            if (e is InvalidDataException or EndOfStreamException or JsonException or NotSupportedException or OverflowException or ArgumentException)
                throw Damaged(path, "it is no bundle, or damaged", e);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _files.Delete(recursive: true);

    private static BundleManifest Unpack(string path, FileStream stream, string folder)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var manifest = ReadManifest(path, archive);
        var entries = archive.Entries.Where(entry => entry.FullName != BundleManifest.FileName).ToList();
        if (entries.Find(entry => manifest.Files.All(file => file.Name != entry.FullName)) is { } added)
            throw Damaged(path, $"'{added.FullName}' was added to it");
        foreach (var file in manifest.Files)
        {
            if (entries.FindAll(entry => entry.FullName == file.Name) is not [var entry])
                throw Damaged(path, $"'{file.Name}' is missing in it, or there twice");
            var place = Path.GetFullPath(Path.Combine(folder, file.Name));
            if (!place.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw Damaged(path, $"'{file.Name}' would lie outside of it");
            if (entry.Length != file.Size || Extract(path, entry, file.Size, place) != file.Sha256)
                throw Damaged(path, $"'{file.Name}' was changed");
        }

        return manifest;
    }

    private static BundleManifest ReadManifest(string path, ZipArchive archive)
    {
        if (archive.GetEntry(BundleManifest.FileName) is not { } entry)
            throw Damaged(path, $"there is no {BundleManifest.FileName} in it");
        try
        {
            using var text = entry.Open();
            using var document = JsonDocument.Parse(text);
            var format = document.RootElement.GetProperty("format").GetInt32();
            return format <= BundleManifest.CurrentFormat
                ? document.RootElement.Deserialize(RunJson.Form.BundleManifest)!
                : throw new ExperimentException($"{path}: this bundle has format {format}, and this version of the framework knows formats up to {BundleManifest.CurrentFormat}. Use the version that made it.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidDataException)
        {
            throw Damaged(path, $"'{BundleManifest.FileName}' was changed", e);
        }
    }

    /// <summary>Writes at most as much as the manifest says; gives the checksum of it.</summary>
    private static string Extract(string path, ZipArchiveEntry entry, long size, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var to = File.Create(place);
        var buffer = new byte[1 << 16];
        try
        {
            using var from = entry.Open();
            int read;
            for (long done = 0; (read = from.Read(buffer)) > 0; done += read)
            {
                if (done + read > size)
                    return "";
                hash.AppendData(buffer, 0, read);
                to.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            throw Damaged(path, $"'{entry.FullName}' was changed", e);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static DataFormatException Damaged(string path, string how, Exception? cause = null) =>
        new($"{path}: {how}. Nothing of it is used: take an unchanged copy, or make the bundle again from its run.", cause);
}
