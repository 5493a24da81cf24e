using Framework.Host.Engines;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Remembers what was said.</summary>
internal sealed class RecordedScreen : IRunScreen
{
    public TimeSpan Pace => TimeSpan.FromSeconds(10);

    public List<string> Lines { get; } = [];

    public List<Advance> Advances { get; } = [];

    public void Line(string text) => Lines.Add(text);

    public void Warn(string text) => Lines.Add($"warning: {text}");

    public void Alert(string text) => Warn(text);

    public void Show(IReadOnlyList<(string Title, Advance Advance)> works)
    {
    }

    public T Track<T>(string title, Func<IProgress<Advance>, T> work)
    {
        Lines.Add(title);
        return work(new Collector(Advances));
    }

    private sealed class Collector(List<Advance> advances) : IProgress<Advance>
    {
        public void Report(Advance value)
        {
            lock (advances) // loaders report side by side
                advances.Add(value);
        }
    }
}
