namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.numbers</c>.</summary>
public sealed record NumberOptions
{
    /// <summary>Number of cases; three a subject.</summary>
    public int Cases { get; init; } = 30;

    /// <summary>Number of further cases that cannot be used.</summary>
    public int Broken { get; init; }

    /// <summary>A folder of files, one a case, instead of made-up cases.</summary>
    public string Root { get; init; } = "";

    /// <summary>Cases of a subject.</summary>
    public int PerSubject { get; init; } = 3;

    /// <summary>The letter before a case's number.</summary>
    public string Letter { get; init; } = "c";

    /// <summary>Whether each case says of which series it is: one a subject.</summary>
    public bool Series { get; init; }

    /// <summary>Whether each case says of which study it is: one a subject.</summary>
    public bool Study { get; init; }

    /// <summary>Whether all cases say that they are of one study.</summary>
    public bool OneStudy { get; init; }

    /// <summary>The number of a case that cannot be loaded; none where below 0.</summary>
    public int Torn { get; init; } = -1;
}
