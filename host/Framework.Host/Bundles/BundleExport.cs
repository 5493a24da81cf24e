using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Bundles;

/// <summary>Makes a bundle of a finished run, and lets it have its name only when it predicts what the run predicted.</summary>
internal sealed class BundleExport(RunStore store, IRunScreen screen, TimeProvider time)
{
    /// <summary>Writes the bundle.</summary>
    /// <param name="run">A finished run.</param>
    /// <param name="experiment">One variant of its experiment.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellation">Stops the work; there is no bundle then.</param>
    /// <exception cref="TrainingException">The bundle predicts otherwise; there is none then.</exception>
    public void Write(RunFolder run, Experiment experiment, string path, CancellationToken cancellation)
    {
        var temporary = path + AtomicFile.TemporarySuffix;
        try
        {
            var model = FrozenModel.Open(run, experiment);
            var data = new DataPreparation(store, screen).Prepare(experiment, cancellation);
            new BundleWriter(model, data, time).Write(temporary);
            var (compared, greatest) = Try(run, experiment, data, temporary, cancellation);
            var said = string.Create(CultureInfo.InvariantCulture, $"{compared} predictions of the bundle compared with the run's own: greatest difference {greatest:G3}");
            if (greatest != 0)
                throw new TrainingException($"{path}: {said}. There is no bundle: it must predict what the run predicted. Use the build, device and number of threads that the run had.");
            screen.Line(said);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static (int Compared, double Greatest) Try(RunFolder run, Experiment experiment, PreparedData data, string path, CancellationToken cancellation)
    {
        using var bundle = Bundle.Open(path);
        return BundleParity.Of(FrozenModel.Open(bundle.Folder, experiment), run, data, RunSettings.Of(run), cancellation);
    }
}
