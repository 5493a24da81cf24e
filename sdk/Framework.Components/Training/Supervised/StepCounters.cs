using Framework.Torch;

namespace Framework.Components.Training.Supervised;

/// <summary>The counters of gradient scaling and of averaged weights as text of a checkpoint.</summary>
internal static class StepCounters
{
    private const string Scale = "gradient_scale";
    private const string GoodSteps = "gradient_good_steps";
    private const string Updates = "average_updates";

    public static void Write(TrainingState state, Dictionary<string, string> text)
    {
        if (state.Scaler is { } scaler)
        {
            text.Add(Scale, MetadataNumber.Write(scaler.State.Scale));
            text.Add(GoodSteps, MetadataNumber.Write(scaler.State.GoodSteps));
        }

        if (state.Average is { } average)
            text.Add(Updates, MetadataNumber.Write(average.Updates));
    }

    /// <exception cref="FormatException">A figure is missing or not a number.</exception>
    public static void Read(TrainingState state, IReadOnlyDictionary<string, string> text)
    {
        if (state.Scaler is { } scaler)
            scaler.State = new GradientScale(MetadataNumber.Read<double>(text, Scale), MetadataNumber.Read<int>(text, GoodSteps));
        if (state.Average is { } average)
            average.Updates = MetadataNumber.Read<long>(text, Updates);
    }
}
