using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share.</summary>
internal static class AdamUpdate
{
    private static readonly Operator Maximum = new("aten::maximum", "out");

    public static void Apply(torch.Tensor[] parameters, torch.Tensor[] gradients, AdamMoments moments, AdamRates rates)
    {
        moments.Average.mul_(rates.Beta1).add_(gradients, 1 - rates.Beta1);
        moments.AverageSquare.mul_(rates.Beta2).addcmul_(gradients, gradients, 1 - rates.Beta2);
        var firstCorrection = 1 - Math.Pow(rates.Beta1, moments.Step);
        var secondCorrection = Math.Sqrt(1 - Math.Pow(rates.Beta2, moments.Step));
        var denominator = Squares(moments).sqrt().div_(secondCorrection).add_(rates.Epsilon);
        parameters.addcdiv_(moments.Average, denominator, -rates.LearningRate / firstCorrection);
    }

    private static torch.Tensor[] Squares(AdamMoments moments)
    {
        if (moments.LargestSquare is null)
            return moments.AverageSquare;
        foreach (var (largest, current) in moments.LargestSquare.Zip(moments.AverageSquare))
            Maximum.CallVoid(largest, current, largest);
        return moments.LargestSquare;
    }
}
