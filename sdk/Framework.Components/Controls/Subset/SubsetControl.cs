using System.Globalization;

namespace Framework.Components.Controls;

/// <summary>The same training on a few cases of each class: how much the score owes to the number of cases, and a learning curve.</summary>
/// <remarks>
/// Cases are drawn at random, of as many different patients as there are, the same in every stage; a smaller subset is part of a larger one. A stage that is
/// fitted on the validation part gets as few of it as the others select on. What is scored stays whole.
/// </remarks>
/// <param name="options">How many of which class.</param>
public sealed class SubsetControl(SubsetOptions options) : IControl
{
    /// <inheritdoc />
    public IReadOnlyList<ControlVariant> Variants =>
        [.. options.PerClass.Distinct().Select(size => new ControlVariant(
            size.ToString(CultureInfo.InvariantCulture),
            new SubsetControl(options with { PerClass = [size] }),
            FormattableString.Invariant($"{size} {options.NegativesPerPositive:R} {options.Validate:R} {options.Label}")))];

    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        NotAboveRun = true,
        Otherwise = "Fewer training cases do better: what else differs between them, or what keeps the run from learning?",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random)
    {
        var classes = new CaseClasses(recipe, options.Label);
        var size = options.PerClass[0];
        return recipe with
        {
            Train = recipe.FitsOnValidation ? Validation(recipe.Train) : Take(classes, recipe.Train, "train", count => Wanted(classes, size, count), random),
            Validate = Validation(recipe.Validate),
        };

        IReadOnlyList<Case> Validation(IReadOnlyList<Case> cases) => options.Validate is not { } share || cases.Count == 0 ? cases
            : Take(classes, cases, "validate", at => Math.Max(1, (int)Math.Round(Wanted(classes, size, at) * share)), random);
    }

    private int Wanted(CaseClasses classes, int size, int at) =>
        classes.ArePositiveAndNegative && at == CaseClasses.Negative ? Math.Max(1, (int)Math.Round(size * options.NegativesPerPositive)) : size;

    private static Case[] Take(CaseClasses classes, IReadOnlyList<Case> cases, string part, Func<int, int> wanted, RandomStream random)
    {
        var order = Enumerable.Range(0, cases.Count).ToArray();
        random.Derive(part).Shuffle(order.AsSpan());
        var taken = new List<int>();
        for (var at = 0; at < classes.Names.Count; at++)
        {
            int[] own = [.. order.Where(i => classes.Of(cases[i]) == at)];
            if (own.Length < wanted(at))
                throw new ExperimentException($"'subset' needs {wanted(at)} cases of '{classes.Names[at]}' in the part '{part}'; there are {own.Length}. Take a smaller size.");
            taken.AddRange(SpreadOverSubjects(own, cases).Take(wanted(at)));
        }

        return [.. taken.Order().Select(i => cases[i])];
    }

    /// <summary>The first case of every subject, then the second of each that has one, and so on.</summary>
    private static IEnumerable<int> SpreadOverSubjects(int[] order, IReadOnlyList<Case> cases)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var rounds = order.Select(i => (Case: i, Round: seen[cases[i].Subject] = seen.GetValueOrDefault(cases[i].Subject) + 1)).ToList();
        return rounds.OrderBy(pair => pair.Round).Select(pair => pair.Case);
    }
}
