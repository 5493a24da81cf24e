namespace Framework.Components.Evaluation.Decisions;

/// <summary>How often each class was called each class.</summary>
/// <param name="cells">Row-major (true class, called class).</param>
/// <param name="classes">How many classes there are.</param>
public sealed class ClassTable(double[] cells, int classes)
{
    /// <summary>How many classes there are.</summary>
    public int Classes => classes;

    /// <summary>How often that class was called so.</summary>
    /// <param name="truth">The true class, from 0.</param>
    /// <param name="called">The called class, from 0.</param>
    public double this[int truth, int called] => cells[(truth * classes) + called];

    /// <summary>All rows.</summary>
    public double Total => cells.Sum();

    /// <summary>Rows of each true class.</summary>
    public double[] Truths => [.. Enumerable.Range(0, classes).Select(truth => Enumerable.Range(0, classes).Sum(called => this[truth, called]))];

    /// <summary>Rows called each class.</summary>
    public double[] Calls => [.. Enumerable.Range(0, classes).Select(called => Enumerable.Range(0, classes).Sum(truth => this[truth, called]))];

    /// <summary>Rows at most so many classes off.</summary>
    /// <param name="distance">0 for right calls.</param>
    public double Within(int distance) =>
        Enumerable.Range(0, classes).Sum(truth => Enumerable.Range(0, classes).Where(called => Math.Abs(truth - called) <= distance).Sum(called => this[truth, called]));
}
