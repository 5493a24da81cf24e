namespace Framework.Host.Engines;

/// <summary>What a person sees of a run while it works. Nothing that a program reads goes here.</summary>
internal interface IRunScreen
{
    /// <summary>How often <see cref="Show"/> is worth a call.</summary>
    TimeSpan Pace { get; }

    /// <summary>Says a thing once.</summary>
    void Line(string text);

    /// <summary>Says a thing that needs attention, and again at the end where it has scrolled away.</summary>
    void Warn(string text);

    /// <summary>Says a thing that needs attention and that the command tells at its end by itself.</summary>
    void Alert(string text);

    /// <summary>Shows how far pieces of work are that go on side by side, in place of what was shown of them before.</summary>
    void Show(IReadOnlyList<(string Title, Advance Advance)> works);

    /// <summary>Does a piece of work while its progress is shown.</summary>
    T Track<T>(string title, Func<IProgress<Advance>, T> work);
}
