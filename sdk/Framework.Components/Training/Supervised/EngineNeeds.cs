using System.Globalization;
using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Says before any work where the tensor engine cannot do what an option asks for.</summary>
internal static class EngineNeeds
{
    /// <exception cref="ExperimentException">It cannot.</exception>
    public static void Check(SupervisedOptions options, torch.Device device)
    {
        Check($"precision: {options.Precision.ToString().ToLowerInvariant()}", new Arithmetic(options.Precision, device).Require);
        if (options.ClipNorm is { } norm)
            Check(Describe("clip_norm", norm), () => Engine.Require("clipping"));
        if (options.Ema is { } decay)
            Check(Describe("ema", decay), () => Engine.Require("averaging"));
        if (options.Deterministic)
            Check("deterministic: true", () => Determinism.Require(device));
    }

    private static void Check(string option, Action require)
    {
        try
        {
            require();
        }
        catch (EngineException e)
        {
            throw new ExperimentException($"'supervised' cannot have '{option}' here: {e.Message}", e);
        }
    }

    private static string Describe(string option, double value) => string.Create(CultureInfo.InvariantCulture, $"{option}: {value}");
}
