namespace Framework.Components.Training.Supervised;

/// <summary>From what was found of each class to the labels' columns.</summary>
internal static class ClassLabels
{
    /// <summary>A label that is called as a class gets the class's score; any other label the highest of all classes.</summary>
    /// <param name="labels">The names of the columns.</param>
    /// <param name="classes">The names of the classes, without the background.</param>
    /// <param name="scores">The highest score of each class in the case; 0 where nothing was found.</param>
    public static double[] Outputs(IReadOnlyList<string> labels, IReadOnlyList<string> classes, double[] scores) => [.. labels.Select(label =>
    {
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i] == label)
                return scores[i];
        }

        return scores.Max();
    })];
}
