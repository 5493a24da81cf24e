using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share.</summary>
internal static class AdamUpdate
{
    private static readonly Operator Maximum = new("aten::maximum", "out");
    private static readonly Operator InOnePass = new("framework::adam_");

    public static void Apply<TState>(UpdateList<TState> list, AdamMoments moments, AdamRates rates)
    {
        if (list.InOnePass)
        {
            var (step, root) = Corrections(moments, rates);
            double[] numbers = [step, rates.Beta1, rates.Beta2, rates.Epsilon, root, rates.Penalty, rates.Kept];
            InOnePass.CallVoid(
                list.Parameters, list.Gradients, moments.Average, moments.AverageSquare, moments.LargestSquare ?? [], numbers, rates.Maximize);
            return;
        }

        if (rates.Kept != 1)
            list.Parameters.mul_(rates.Kept);
        Apply(list.Parameters, list.Descent(rates.Maximize, rates.Penalty), moments, rates);
    }

    private static void Apply(torch.Tensor[] parameters, torch.Tensor[] gradients, AdamMoments moments, AdamRates rates)
    {
        moments.Average.mul_(rates.Beta1).add_(gradients, 1 - rates.Beta1);
        moments.AverageSquare.mul_(rates.Beta2).addcmul_(gradients, gradients, 1 - rates.Beta2);
        var (step, root) = Corrections(moments, rates);
        var denominator = Squares(moments).sqrt().div_(root).add_(rates.Epsilon);
        parameters.addcdiv_(moments.Average, denominator, -step);
    }

    // The averages start at zero: the step and the root of the square are corrected for that.
    private static (double Step, double Root) Corrections(AdamMoments moments, AdamRates rates) =>
        (rates.LearningRate / (1 - Math.Pow(rates.Beta1, moments.Step)), Math.Sqrt(1 - Math.Pow(rates.Beta2, moments.Step)));

    private static torch.Tensor[] Squares(AdamMoments moments)
    {
        if (moments.LargestSquare is null)
            return moments.AverageSquare;
        foreach (var (largest, current) in moments.LargestSquare.Zip(moments.AverageSquare))
            Maximum.CallVoid(largest, current, largest);
        return moments.LargestSquare;
    }
}
