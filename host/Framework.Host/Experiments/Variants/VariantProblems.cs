using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Variants;

/// <summary>The mistakes of all variants together: what is wrong in all of them is said once, what is wrong in some of them with their names.</summary>
internal static class VariantProblems
{
    public static void Report(IReadOnlyList<(string Variant, ProblemList Problems)> variants, ProblemList to)
    {
        foreach (var same in variants.SelectMany(variant => variant.Problems.Sorted().Select(problem => (variant.Variant, Problem: problem))).GroupBy(found => found.Problem))
        {
            string[] names = [.. same.Select(found => $"'{found.Variant}'")];
            var problem = same.Key;
            to.Add(names.Length == variants.Count ? problem : problem with { Message = $"{problem.Message} ({(names.Length == 1 ? "variant" : "variants")} {string.Join(", ", names)})" });
        }

        if (variants.Any(variant => variant.Problems.PluginFailed))
            to.NotePluginFailure();
    }
}
