namespace Framework.Components.Training.Supervised;

/// <summary>What the unit's log gets.</summary>
internal sealed partial class TrainingRun
{
    private const int PointsPerEpoch = 100;

    // More points a curve and epoch than that help no eye, and make the log large.
    private void LogStep()
    {
        if (At.Step % ((Length.StepsPerEpoch + PointsPerEpoch - 1) / PointsPerEpoch) != 0)
            return;
        var values = new Dictionary<string, double> { ["train_loss"] = At.LastLoss, ["learning_rate"] = LearningRate };
        if (_state.Scaler is { } scaler)
            values.Add("gradient_scale", scaler.State.Scale);
        _context.Log.Add(new TrainingEvent("step", At.Epoch, At.Steps, values));
    }

    private void LogEpoch(ValidationResult? validation)
    {
        var values = new Dictionary<string, double> { ["train_loss"] = At.MeanLoss, ["best_epoch"] = _options.Select.IsLast ? -1 : History.Best ?? -1 };
        if (validation is { } result)
        {
            values.Add("validate_loss", result.Loss);
            if (_criterion.Name is { } metric)
                values.Add($"validate_{metric}", result.Score);
        }

        if (StopsEarly)
            values.Add("stopped_early", 1);
        _context.Log.Add(new TrainingEvent("epoch", At.Epoch, At.Steps, values));
    }

    // The end of an epoch and its last step have the same number of steps: where the end is still to come, it must go too.
    private void RewindLog()
    {
        var awaitsEnd = At.Step > 0 && Length.EndsEpoch(At);
        _context.Log.Rewind(awaitsEnd ? At.Steps - 1 : At.Steps);
        if (awaitsEnd)
            LogStep();
    }
}
