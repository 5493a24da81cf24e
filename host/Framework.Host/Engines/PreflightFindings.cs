using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Collects facts and problems, so that one problem does not hide the next.</summary>
internal sealed class PreflightFindings
{
    private readonly List<(string, string)> _facts = [];
    private readonly List<FrameworkException> _problems = [];

    /// <summary>Everything so far.</summary>
    public PreflightReport Report => new([.. _facts], [.. _problems]);

    /// <summary>Notes what was found.</summary>
    public void Fact(string name, string value) => _facts.Add((name, value));

    /// <summary>Notes what is wrong.</summary>
    public void Problem(FrameworkException problem) => _problems.Add(problem);

    /// <summary>Does a thing; what goes wrong becomes a problem, and the answer null.</summary>
    public T? Try<T>(string what, Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (FrameworkException e)
        {
            _problems.Add(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _problems.Add(new TrainingException($"{what}: {e.Message}", e));
        }

        return null;
    }
}
