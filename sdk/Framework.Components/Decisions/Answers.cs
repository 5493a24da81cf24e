namespace Framework.Components.Decisions;

/// <summary>Whether a question's validation cases say enough to fit anything on them.</summary>
internal static class Answers
{
    /// <summary>Every column must have cases that are and cases that are not.</summary>
    /// <exception cref="TrainingException">One has not.</exception>
    public static void RequireBoth(ValidationQuestion question, string what)
    {
        for (var column = 0; column < question.Labels.Count; column++)
        {
            var positives = 0;
            for (var row = 0; row < question.Count; row++)
                positives += question.Targets[(row * question.Labels.Count) + column] > 0.5 ? 1 : 0;
            if (positives == 0 || positives == question.Count)
            {
                throw new TrainingException($"{what} of '{question.Labels[column]}' cannot be fitted: its validation part has {positives} positive and {question.Count - positives} "
                    + "negative cases, and both kinds are needed. Give 'validate' a larger share.");
            }
        }
    }
}
