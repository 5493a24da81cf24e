namespace Framework.Components.Training.Supervised;

/// <summary>What a rank other than 0 trains with: it writes nothing, and its own files count for nothing.</summary>
internal static class Follower
{
    /// <summary>The context without log, checkpoints and masks.</summary>
    public static TrainingContext Of(TrainingContext context) => context with { Log = new NoLog(), Checkpoints = new NoFiles(), Masks = null };

    private sealed class NoLog : IUnitLog
    {
        public void Add(TrainingEvent item)
        {
        }

        public void Rewind(long step)
        {
        }

        public void Progress(TrainingProgress progress)
        {
        }
    }

    private sealed class NoFiles : ICheckpointStore
    {
        public void Save(string name, Action<Stream> write) => throw new InvalidOperationException("a rank other than 0 writes nothing");

        public Stream? Open(string name) => null;

        public void Delete(string name) => throw new InvalidOperationException("a rank other than 0 writes nothing");

        public void Rename(string name, string to) => throw new InvalidOperationException("a rank other than 0 writes nothing");
    }
}
