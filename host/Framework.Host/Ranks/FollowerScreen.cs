using Framework.Host.Engines;

namespace Framework.Host.Ranks;

/// <summary>What a follower shows where all ranks write to one terminal: only what needs attention. Rank 0 says the rest.</summary>
internal sealed class FollowerScreen(IRunScreen screen, int rank) : IRunScreen
{
    /// <inheritdoc />
    public TimeSpan Pace => screen.Pace;

    /// <inheritdoc />
    public void Line(string text)
    {
    }

    /// <inheritdoc />
    public void Warn(string text) => screen.Warn(FormattableString.Invariant($"rank {rank}: {text}"));

    /// <inheritdoc />
    public void Alert(string text) => screen.Alert(FormattableString.Invariant($"rank {rank}: {text}"));

    /// <inheritdoc />
    public void Show(IReadOnlyList<(string Title, Advance Advance)> works)
    {
    }

    /// <inheritdoc />
    public T Track<T>(string title, Func<IProgress<Advance>, T> work) => work(new Silence());

    private sealed class Silence : IProgress<Advance>
    {
        public void Report(Advance value)
        {
        }
    }
}
