namespace Framework.Host.Engines;

/// <summary>What a person sees of a run while it works. Nothing that a program reads goes here.</summary>
internal interface IRunScreen
{
    /// <summary>Says a thing once.</summary>
    void Line(string text);

    /// <summary>Says a thing that needs attention.</summary>
    void Warn(string text);

    /// <summary>Does a piece of work while its progress is shown.</summary>
    T Track<T>(string title, Func<IProgress<Advance>, T> work);
}
