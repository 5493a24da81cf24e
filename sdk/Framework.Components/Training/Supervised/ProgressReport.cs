namespace Framework.Components.Training.Supervised;

/// <summary>Tells the log how far a run is and how fast it goes.</summary>
internal sealed class ProgressReport(TrainingContext context, TrainingRun run, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private long _cases;

    public void Tell(int cases, double loss)
    {
        _cases += cases;
        var seconds = time.GetElapsedTime(_start).TotalSeconds;
        context.Log.Progress(new TrainingProgress(run.At.Steps, run.Length.Steps, run.At.Epoch, loss, seconds > 0 ? _cases / seconds : 0, run.LearningRate));
    }
}
