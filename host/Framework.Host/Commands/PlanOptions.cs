using System.CommandLine;

namespace Framework.Host.Commands;

/// <summary>Which run a command goes on with, and how much of it.</summary>
internal sealed class PlanOptions
{
    private readonly Option<bool> _fresh = new("--new")
    {
        Description = "Starts a run of its own, computed from nothing, although one of the same experiment is there",
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Does the units of one stage and of those that it reads; the same command without it does the rest",
        HelpName = "STAGE",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_fresh);
        command.Add(_only);
    }

    /// <summary>The value of <c>--new</c>.</summary>
    public bool Fresh(ParseResult arguments) => arguments.GetValue(_fresh);

    /// <summary>The value of <c>--only</c>; null for all stages.</summary>
    public string? Only(ParseResult arguments) => arguments.GetValue(_only);

    /// <summary>The same as words.</summary>
    public IReadOnlyList<string> Words(ParseResult arguments)
    {
        var words = new List<string>();
        if (Fresh(arguments))
            words.Add("--new");
        if (Only(arguments) is { } stage)
            words.AddRange(["--only", stage]);
        return words;
    }
}
