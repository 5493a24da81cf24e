using System.IO.Compression;
using System.Text;
using Framework.Components.Data;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Privacy.Scan;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Bundles;

/// <summary>Puts a finished run's frozen pipeline into one file. No case, no name, no command line is in it.</summary>
internal sealed class BundleWriter(FrozenModel model, PreparedData data, TimeProvider time)
{
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the bundle; the caller moves it to its place when it has been tried.</summary>
    /// <param name="path">A temporary name.</param>
    /// <exception cref="DataFormatException">Something that looks like a patient's identity would be in it.</exception>
    public void Write(string path)
    {
        var staged = Directory.CreateTempSubdirectory("framework-bundle-");
        try
        {
            Stage(staged.FullName);
            // Tensors are numbers under the network's own names.
            if (new FolderScan(new KnownIdentities()).Of(staged.FullName).FirstOrDefault(finding => !finding.File.EndsWith(".safetensors", StringComparison.Ordinal)) is { } finding)
                throw new DataFormatException($"{finding.File}: {finding.Where} looks like {finding.What}, and a bundle names no patient. Take it out of the experiment, then run it again.");
            Pack(staged.FullName, path);
        }
        finally
        {
            staged.Delete(recursive: true);
        }
    }

    private void Stage(string folder)
    {
        string At(params string[] parts)
        {
            var path = Path.Combine([folder, .. parts]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return path;
        }

        var run = model.Folder;
        File.Copy(run.ExperimentFile, At(RunFolder.ExperimentName));
        RunJson.Write(At(RunFolder.PlanName), run.Plan with { Units = [.. model.Units.Select(unit => unit.Unit with { SameAs = null })] }, RunJson.Form.Plan);
        RunJson.Write(At("provenance.json"), Anonymous(run.Provenance!), RunJson.Form.Provenance);
        RunJson.Write(At("metrics.json"), model.Metrics, RunJson.Form.IReadOnlyListMetricRow);
        foreach (var unit in model.Units)
        {
            var frozen = FrozenModel.FrozenOf(unit);
            foreach (var name in frozen.Files.Keys)
                File.Copy(unit.File(name), At("units", unit.Unit.Name, name));
            if (unit.Decisions is not null)
                File.Copy(unit.File(UnitFolder.DecisionsName), At("units", unit.Unit.Name, UnitFolder.DecisionsName));
            var status = new UnitStatus { Key = unit.Unit.Key, State = UnitState.Finished, Started = NoDate, Device = unit.Status!.Device, Predictions = unit.Status.Predictions, Frozen = frozen };
            new UnitFolder(Path.GetDirectoryName(At("units", unit.Unit.Name, "status.json"))!, unit.Unit).Write(status);
        }

        if (model.Ensembles is { Count: > 0 } ensembles)
            RunJson.Write(At(Path.GetFileName(run.EnsemblesFile)), ensembles, RunJson.Form.IReadOnlyListFrozenEnsemble);
        var card = ModelCard.Of(model, data);
        RunJson.Write(At("card.json"), card, RunJson.Form.ModelCard);
        File.WriteAllText(At("card.md"), card.ToMarkdown(), new UTF8Encoding(false));
    }

    /// <summary>Without what tells who ran it and where.</summary>
    private static Provenance Anonymous(Provenance provenance) => provenance with
    {
        Starts = [.. provenance.Starts.TakeLast(1).Select(start => start with { CommandLine = "", Machine = "", ProcessId = 0 })],
    };

    private void Pack(string folder, string path)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var manifest = new BundleManifest
        {
            Experiment = model.Experiment.Name,
            Model = model.Hash,
            Made = time.GetUtcNow(),
            Versions = model.Folder.Provenance!.Starts[^1].Versions,
            Components = model.Folder.Provenance.Components,
            Files = [.. files.Select(file => new BundledFile(Path.GetRelativePath(folder, file), new FileInfo(file).Length, FileHash.Of(file)))],
        };
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = BundleSeal.Place;
            Add(archive, BundleManifest.FileName, to => to.Write(Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(manifest, RunJson.Form.BundleManifest))));
            foreach (var file in files)
            {
                Add(archive, Path.GetRelativePath(folder, file), to =>
                {
                    using var from = File.OpenRead(file);
                    from.CopyTo(to);
                });
            }
        }

        BundleSeal.Set(stream);
        stream.Flush(flushToDisk: true);
    }

    private static void Add(ZipArchive archive, string name, Action<Stream> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression); // weights do not shrink
        entry.LastWriteTime = NoDate;
        using var stream = entry.Open();
        write(stream);
    }
}
