using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Splits;

/// <summary>From the fold that tests each subject to the parts of every fold.</summary>
/// <param name="component">What messages call the split.</param>
/// <param name="validate">Share of each fold's training subjects to choose on; 0 for none.</param>
/// <param name="heldOut">What each fold's own subjects are for.</param>
internal sealed class FoldParts(string component, double validate, HeldOut heldOut = HeldOut.Test)
{
    /// <summary>Refuses two parts to choose on.</summary>
    public static IEnumerable<ValidationResult> Check(HeldOut heldOut, double validate)
    {
        if (heldOut == HeldOut.Validate && validate > 0)
            yield return new ValidationResult("'held_out: validate' chooses on the subjects that are held out, and 'validate' sets others aside to choose on. Keep one of them.", [nameof(validate)]);
    }

    /// <summary>Refuses more folds than subjects.</summary>
    public static void CheckFolds(string component, int folds, IReadOnlyList<Subject> subjects)
    {
        if (subjects.Count < folds)
            throw new ExperimentException($"'{component}' needs a subject for each fold: there are {subjects.Count} subjects and {folds} folds. Use fewer folds, or more subjects.");
    }

    /// <summary>The parts of every fold.</summary>
    /// <param name="subjects">All subjects.</param>
    /// <param name="folds">The fold that tests each of them, from 0.</param>
    /// <param name="random">Draws who is chosen on.</param>
    public IReadOnlyList<IReadOnlyList<Part>> Of(IReadOnlyList<Subject> subjects, int[] folds, RandomStream random) =>
        [.. Enumerable.Range(0, folds.Max() + 1).Select(fold =>
            SetAside(subjects, Array.ConvertAll(folds, own => own == fold ? (heldOut == HeldOut.Test ? Part.Test : Part.Validate) : Part.Train), random.Derive("validate").Derive(fold)))];

    private Part[] SetAside(IReadOnlyList<Subject> subjects, Part[] parts, RandomStream random)
    {
        if (validate == 0)
            return parts;
        int[] pool = [.. Enumerable.Range(0, parts.Length).Where(at => parts[at] == Part.Train)];
        var size = Math.Max(1, (int)Math.Round(validate * pool.Length));
        if (size >= pool.Length)
            throw new ExperimentException($"'{component}' leaves no subject to train on: 'validate' takes {size} of {pool.Length}. Give 'validate' a smaller share, or use more subjects.");
        var order = Enumerable.Range(0, pool.Length).ToArray();
        random.Shuffle(order.AsSpan());
        var dealt = new Stratification([.. pool.Select(at => subjects[at])], [pool.Length - size, size, 0], order).Deal();
        for (var i = 0; i < pool.Length; i++)
            parts[pool[i]] = dealt[i];
        return parts;
    }
}
