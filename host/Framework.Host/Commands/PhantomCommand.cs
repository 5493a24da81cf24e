using System.CommandLine;
using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>phantom STUDY</c>: writes a synthetic cohort in the layout that the study's source reads.</summary>
internal sealed class PhantomCommand : HostCommand
{
    private readonly Argument<string> _study = new("STUDY") { Description = "The study, such as ich" };
    private readonly Option<string> _out = new("--out") { Description = "The folder to fill", HelpName = "DIR", Required = true };
    private readonly Option<int> _cases = new("--cases") { Description = "Number of cases, at least 1", HelpName = "N", Required = true };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Everything random follows from it; 0 where not given",
        HelpName = "S",
    };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "An option of the phantom, as 'framework describe' lists them",
        HelpName = "KEY=VALUE",
    };

    public PhantomCommand()
        : base("phantom", "Writes a synthetic cohort in exactly the layout that a study's source reads")
    {
        Add(_study);
        foreach (var option in new Option[] { _out, _cases, _seed, _sets })
            Add(option);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var cases = context.Arguments.GetValue(_cases);
        if (cases < 1)
            throw new ExperimentException($"--cases: a cohort has at least 1 case; it is {cases.ToString(CultureInfo.InvariantCulture)}.");
        var phantom = context.Binding.Bind<IPhantom>(context.Arguments.GetValue(_study)!, context.Arguments.GetValue(_sets) ?? []);
        var section = new PhantomSection(phantom, context.Arguments.GetValue(_out)!, cases, context.Arguments.GetValue(_seed));
        using var interruption = new Interruption(context.Screen);
        try
        {
            new PhantomCohort(section, context.Screen, _out.Name).Write(interruption.Token);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is { } code)
        {
            return code;
        }
    }
}
