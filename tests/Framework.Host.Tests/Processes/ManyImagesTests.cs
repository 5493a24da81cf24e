using System.Globalization;
using System.Text.Json;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>Models over many images of a case, from YAML to figures.</summary>
public sealed class ManyImagesTests : IDisposable
{
    private const int Patients = 60;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Which slice is bright differs from case to case, and most have two to five that are not.
    [Fact]
    public async Task Run_VolumesAsBags_FindsThoseWithABrightSlice()
    {
        _folder.Write("many.yaml", """
            name: many
            seed: 3
            data: { use: cohort, root: scans, tables: [cohort.csv], subject: patient, images: { image: scan }, labels: { bright: bright }, check: every-case }
            split: { use: holdout, train: 0.6, validate: 0.15, test: 0.25 }
            stages:
              bag:
                transforms: [ { use: gaussian-noise, only: train, deviation: 0.05 } ]
                model: { use: attention-mil, encoder: { use: resnet, depth: 18, width: 8 }, attention_size: 8 }
                trainer: { use: supervised, epochs: 12, batch_size: 6, bag: 6, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 5.0e-3 } }
            metrics: [ auroc ]
            """);
        Volumes();
        Assert.InRange(await Auroc(), 0.9, 1);
    }

    [Fact]
    public async Task Run_SlicesAsSeries_PredictsEverySliceOnce()
    {
        _folder.Write("many.yaml", """
            name: many
            seed: 11
            phantom: { use: ich, out: scans, cases: 96, seed: 5, matrix_size: 32, slice_spacing: 14, prevalence: { subdural: 0.25, epidural: 0.2 } }
            data: { use: ich.rsna, root: scans }
            split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
            stages:
              series:
                transforms:
                  - hounsfield
                  - { use: windows, windows: [brain, subdural] }
                  - { use: flip, only: train, axis: x, probability: 0.5 }
                model: { use: sequence, encoder: { use: resnet, depth: 18, width: 8 }, cell: gru, hidden: 16 }
                trainer: { use: supervised, epochs: 10, batch_size: 4, series: 24, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 2.0e-3 } }
            metrics: [ auroc, log-loss ]
            controls: [ untrained, prevalence ]
            """);
        Assert.InRange(await Auroc("any"), 0.6, 1);
        var rows = File.ReadLines(Path.Combine(Run, "predictions", "series.test.csv")).Skip(1).Select(line => line.Split(',')[0]).ToList();
        Assert.True(rows.Count > 10);
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    private string Run => Directory.GetDirectories(_folder.File("runs", "many")).Single();

    private async Task<double> Auroc(string label = "bright")
    {
        var ended = await HostProcess.Run(_folder.Path, "run", "many.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1");
        Assert.True(ended.Code == 0, ended.Error);
        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(Run, "metrics.json")));
        return metrics.RootElement.EnumerateArray().Single(row => row.GetProperty("name").GetString() == "auroc" && row.GetProperty("split").GetString() == "test"
            && row.GetProperty("label").GetString() == label && (!row.TryGetProperty("control", out var control) || control.ValueKind == JsonValueKind.Null)).GetProperty("value").GetDouble();
    }

    private void Volumes()
    {
        var table = "patient,scan,bright\n";
        var random = new RandomStream(2);
        for (var patient = 0; patient < Patients; patient++)
        {
            using var workspace = new SampleWorkspace();
            var slices = 2 + random.Next(4);
            var image = workspace.Allocate([1, slices, 16, 16]);
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = (float)(0.1 * random.Normal());
            if (patient % 2 == 1)
            {
                var at = random.Next(slices);
                for (var i = 0; i < 64; i++)
                    image.Pixels[(at * 256) + ((4 + (i / 8)) * 16) + 4 + (i % 8)] += 1;
            }

            Directory.CreateDirectory(_folder.File("scans"));
            NiftiFile.Write(_folder.File("scans", $"{patient}.nii.gz"), image);
            table += string.Create(CultureInfo.InvariantCulture, $"p{patient},{patient}.nii.gz,{patient % 2}\n");
        }

        File.WriteAllText(_folder.File("scans", "cohort.csv"), table);
    }
}
