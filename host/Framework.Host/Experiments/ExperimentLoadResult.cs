using Framework.Host.Experiments.Sound;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>What became of an experiment's file: an experiment, or everything that is wrong with it.</summary>
/// <param name="Experiment">Null where there is any problem.</param>
/// <param name="Problems">All of them, in the order of the file.</param>
internal sealed record ExperimentLoadResult(Experiment? Experiment, IReadOnlyList<Problem> Problems)
{
    private readonly Lazy<SoundExperiment?> _sound = new((SoundExperiment?)null);

    /// <summary>Whether a component is missing because its plugin could not be loaded.</summary>
    public bool PluginFailed { get; init; }

    /// <summary>The components that it names, by plugin and name; those that were found where some were not.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>What of a faulty experiment can still be looked at; null where there is no fault, or nothing is left.</summary>
    public SoundExperiment? Sound => _sound.Value;

    /// <summary>Makes that when somebody asks for it.</summary>
    public Func<SoundExperiment?> FindSound
    {
        init => _sound = new Lazy<SoundExperiment?>(value);
    }

    /// <summary>What a command that needs the experiment ends with.</summary>
    public ExitCode ExitCode => Experiment is not null ? ExitCode.Done : PluginFailed ? ExitCode.PluginFailed : ExitCode.WrongExperiment;

    /// <summary>The experiment.</summary>
    /// <exception cref="FrameworkException">There are problems: one a line.</exception>
    public Experiment OrThrow()
    {
        if (Experiment is not null)
            return Experiment;
        var message = string.Join('\n', Problems);
        throw PluginFailed ? new PluginException(message) : new ExperimentException(message);
    }
}
