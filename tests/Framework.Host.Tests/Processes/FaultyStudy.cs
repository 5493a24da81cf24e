using Framework.Components.Training.Checkpoints;
using Framework.Host.Tests.Runs;
using TorchSharp;

namespace Framework.Host.Tests.Processes;

/// <summary>An experiment with a mistake of every kind that can stand beside the others, in the file, in the data, and in what the two say together.</summary>
internal sealed class FaultyStudy : IDisposable
{
    private const string Trainer = "use: supervised, epochs: 1, batch_size: 4, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.01 }";
    private const string Slice = "transforms: [ { use: slice, index: 0 } ]";
    private const string Network = "model: { use: resnet, depth: 18, width: 4 }";

    private const string Yaml = $$"""
        name: thirty faults
        seed: many
        cash: { samples: none }
        resources: { cpus: 0 }
        data:
          use: cohort
          root: cohort
          tables: [cohort.csv]
          case: id
          subject: patient
          series: series
          images: { image: image }
          labels: { disc: disc }
          check: every-case
        split: { use: holdout, train: 0.6, validate: 0.2, test: 0.2 }
        repeats: 0
        stages:
          shape:
            {{Slice}}
            model: { use: meshnet, channels: 2 }
            trainer: { {{Trainer}} }
          label:
            {{Slice}}
            {{Network}}
            trainer: { {{Trainer}}, select: { metric: auroc, label: disk } }
          no-file:
            {{Slice}}
            model: { use: resnet, depth: 18, width: 4, pretrained: weights/none.safetensors }
            trainer: { {{Trainer}} }
          no-weights:
            {{Slice}}
            model: { use: resnet, depth: 18, width: 4, pretrained: cohort/cohort.csv }
            trainer: { {{Trainer}} }
          other-weights:
            {{Slice}}
            model: { use: resnet, depth: 18, width: 4, pretrained: wide.safetensors }
            trainer: { {{Trainer}} }
          heads:
            {{Slice}}
            {{Network}}
            trainer: { use: supervised, epochs: 1, batch_size: 4, loss: { use: multi-task, tasks: [ { head: grade, labels: [disc], loss: bce-with-logits } ] }, optimizer: { use: adam, learning_rate: 0.01 } }
          sizes:
            transforms: [ { use: slice, index: 0 }, { use: resize, size: [12, 12], only: train } ]
            {{Network}}
            trainer: { {{Trainer}} }
          channels:
            transforms: [ { use: slice, index: 0 }, { use: normalise, by: imagenet } ]
            {{Network}}
            trainer: { {{Trainer}} }
          images:
            transforms: [ { use: select-image, name: coronal } ]
            {{Network}}
            trainer: { {{Trainer}} }
          frozen:
            {{Slice}}
            {{Network}}
            trainer: { {{Trainer}}, freeze: [ "layr1.*" ] }
          no-network:
            {{Slice}}
            trainer: { {{Trainer}} }
          joined:
            {{Slice}}
            {{Network}}
            trainer: { {{Trainer}} }
            ensemble: mean
          large:
            transforms: [ { use: slice, index: 0 }, { use: resize, size: [2048, 2048] } ]
            {{Network}}
            trainer: { use: supervised, epochs: 1, batch_size: 65536, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.01 } }
          typed:
            transforms: [ { use: slice, index: first } ]
            model: { use: resnet, depth: 19 }
            trainer: { use: supervised, epochs: 1, batch_size: 4, precision: half, loss: bce-with-logits, optimizer: { use: adam, learning_rate: -1 } }
          missing:
            transforms: [ { use: resize } ]
            model: { use: resnet, depth: 18, widht: 4 }
            trainer: { use: supervized, epochs: 1 }
          reader: { reads: [shpae], trainer: mean }
          circle: { reads: [ring], trainer: mean }
          ring: { reads: [circle], trainer: mean }
        levels: [ { by: study, take: max } ]
        metrics:
          - auroc
          - auroc
          - aurok
          - within-one
          - { use: weighted-log-loss, weights: { disk: 2 } }
          - { use: brier, stages: [shap] }
        controls: [ astrology, { use: subset, per_class: [500] } ]
        readers: { file: readers.csv }
        explain: [ { use: occlusion, patch: [9, 9], stage: joined, label: dics } ]
        predict:
          - { name: test, data: { use: cohort, root: "${SECRET_PLACE}", tables: [x.csv], subject: patient, images: { image: image } } }
          - { name: later, stage: joined, data: { use: cohort, root: nowhere, tables: [new.csv], subject: patient, images: { image: image } } }
        published: [ { metric: f1, value: 0.9 } ]
        headline: { metric: f2 }
        """;

    private readonly TemporaryFolder _folder = new();

    public FaultyStudy()
    {
        _folder.Write("faults.yaml", Yaml);
        BlobCohort.Write(_folder.File("cohort"), subjects: 10, side: 32, radius: 6);
        var table = File.ReadAllLines(_folder.File("cohort", "cohort.csv"));
        table[5] = table[5][..^1] + "maybe";
        table[8] = table[8].Replace("p2-1.nii.gz", "gone.nii.gz", StringComparison.Ordinal);
        table[12] = table[11];
        // One series of all patients, wherever they are.
        for (var row = 1; row < table.Length; row += 3)
            table[row] = table[row].Replace($",s{(row - 1) / 3},", ",s0,", StringComparison.Ordinal);
        File.WriteAllLines(_folder.File("cohort", "cohort.csv"), table);
        var whole = File.ReadAllBytes(_folder.File("cohort", "p4-1.nii.gz"));
        File.WriteAllBytes(_folder.File("cohort", "p4-1.nii.gz"), whole[..(whole.Length / 2)]);
        using var weights = File.Create(_folder.File("wide.safetensors"));
        using var tensor = torch.zeros(8, 3, 7, 7);
        SafeTensors.Write(weights, [("conv1.weight", tensor)], new Dictionary<string, string>());
    }

    /// <summary>The folder to work in.</summary>
    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();
}
