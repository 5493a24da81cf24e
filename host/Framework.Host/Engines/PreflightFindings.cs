using Framework.Host.Experiments;
using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Sound;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Collects facts and problems, so that one problem does not hide the next.</summary>
internal sealed class PreflightFindings
{
    private readonly ResolvedDocument _document;
    private readonly List<(string, string)> _facts;
    private readonly List<PreflightProblem> _problems;
    private readonly bool _areDataKnown;

    /// <summary>Nothing so far.</summary>
    /// <param name="document">Says where in the experiment a problem stands.</param>
    public PreflightFindings(ResolvedDocument document) => (_document, _facts, _problems) = (document, [], []);

    private PreflightFindings(PreflightFindings same) => (_document, _facts, _problems, _areDataKnown) = (same._document, same._facts, same._problems, true);

    /// <summary>Everything so far.</summary>
    public PreflightReport Report => new([.. _facts], [.. _problems]);

    /// <summary>The same findings, for work on cases that are known not to be as they should: what is wrong with data is not noted again.</summary>
    public PreflightFindings WithoutData() => new(this);

    /// <summary>Notes what was found.</summary>
    public void Fact(string name, string value) => _facts.Add((name, value));

    /// <summary>Notes what is wrong with a part of the experiment. What was said of the same place before is not said again.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="within">The keys of that part, one in the other; none where it is no part of the experiment.</param>
    public void Problem(FrameworkException problem, params IReadOnlyList<string> within)
    {
        if (_areDataKnown && problem is DataFormatException)
            return;
        Origin? place = within.Count == 0 ? null : MeantPlace.Of(_document.At(within), problem.Message);
        if (!_problems.Any(known => known.Failure.Message == problem.Message && known.Place == place))
            _problems.Add(new PreflightProblem(problem, place));
    }

    /// <summary>Does a thing; what goes wrong becomes a problem, and the answer null.</summary>
    /// <param name="what">What is tried, for what nobody expected.</param>
    /// <param name="work">Does it.</param>
    /// <param name="within">The keys of the part of the experiment that asks for it.</param>
    public T? Try<T>(string what, Func<T> work, params IReadOnlyList<string> within)
        where T : class
    {
        try
        {
            return work();
        }
        catch (FrameworkException e)
        {
            Problem(e, within);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Problem(new TrainingException($"{what}: {e.Message}", e), within);
        }

        return null;
    }

    /// <summary>Does a thing; what goes wrong becomes a problem, and the answer false.</summary>
    /// <inheritdoc cref="Try{T}" />
    public bool Try(string what, Action work, params IReadOnlyList<string> within) => Try(
        what,
        () =>
        {
            work();
            return this;
        },
        within) is not null;
}
