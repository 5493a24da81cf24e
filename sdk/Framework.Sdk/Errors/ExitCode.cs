namespace Framework.Sdk;

/// <summary>What the process says when it ends.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The run failed while training or evaluating.</summary>
    RunFailed = 1,

    /// <summary>The experiment, an option or a command line is wrong.</summary>
    WrongExperiment = 2,

    /// <summary>The data are wrong or missing.</summary>
    WrongData = 3,

    /// <summary>A plugin could not be loaded or broke its contract.</summary>
    PluginFailed = 4,

    /// <summary>An audit or a control failed where the experiment says that it must not.</summary>
    ControlFailed = 5,

    /// <summary>Interrupted by SIGINT; the state was saved and the same command resumes.</summary>
    Interrupted = 130,

    /// <summary>Interrupted by SIGTERM; the state was saved and the same command resumes.</summary>
    Terminated = 143,
}
