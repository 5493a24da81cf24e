using System.CommandLine;
using Framework.Host.Ranks;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>How many processes train a unit together.</summary>
internal sealed class RankOptions(string description)
{
    /// <summary>The option's name.</summary>
    public const string Name = "--ranks";

    private readonly Option<int?> _ranks = new(Name) { Description = description, HelpName = "N" };

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command) => command.Add(_ranks);

    /// <summary>The value of <c>--ranks</c>; null where it was not given.</summary>
    /// <exception cref="ExperimentException">It is less than one.</exception>
    public int? Asked(ParseResult arguments) => ThreadOptions.AtLeast(1, arguments, _ranks);

    /// <summary>The place of this process among those that train together; null where it trains alone.</summary>
    /// <exception cref="ExperimentException">The option and the environment do not fit together.</exception>
    public RankLaunch? Find(ParseResult arguments) => RankEnvironment.Find(Asked(arguments), Environment.GetEnvironmentVariable);
}
