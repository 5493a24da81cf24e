using System.Text;

namespace Framework.Host.Terminal;

/// <summary>What people read goes to standard error, what programs read to standard output.</summary>
internal sealed class HostTerminal
{
    private const string Yellow = "33";
    private const string Red = "31";

    private readonly Lock _lock = new();
    private readonly TerminalLook _look;
    private readonly Footer _footer;
    private readonly SaidWarnings _warnings = new();
    private bool _saidLine;

    /// <summary>A terminal of two streams.</summary>
    /// <param name="results">Standard output.</param>
    /// <param name="human">Standard error.</param>
    /// <param name="resultsLook">What the first can show; as a file where it is not given.</param>
    /// <param name="humanLook">What the second can show; as a file where it is not given.</param>
    public HostTerminal(TextWriter results, TextWriter human, TerminalLook? resultsLook = null, TerminalLook? humanLook = null)
    {
        Results = resultsLook is { IsTerminal: true } ? new WatchedWriter(results, BeforeResults) : results;
        ResultLook = resultsLook ?? TerminalLook.Plain;
        Human = human;
        _look = humanLook ?? TerminalLook.Plain;
        _footer = new Footer(_look);
    }

    /// <summary>The process's own streams.</summary>
    /// <param name="jsonLines">Whether each line for people becomes a line of JSON.</param>
    public static HostTerminal OfProcess(bool jsonLines)
    {
        var (output, error) = (Writer(Console.OpenStandardOutput()), new SafeWriter(Writer(Console.OpenStandardError())));
        var ofOutput = TerminalLook.Of(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable, () => WindowSize.Of(WindowSize.StandardOutput));
        var ofError = TerminalLook.Of(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable, () => WindowSize.Of(WindowSize.StandardError));
        // A file of results is data: its letters stay as they are.
        var results = ofOutput is { IsTerminal: true, Unicode: false } ? new AsciiWriter(output, isTerminal: true) : output;
        if (jsonLines)
            return new HostTerminal(results, new JsonLines(error, TimeProvider.System), ofOutput);
        return new HostTerminal(results, ofError.Unicode ? error : new AsciiWriter(error, ofError.IsTerminal), ofOutput, ofError);
    }

    /// <summary>Results for programs: standard output.</summary>
    public TextWriter Results { get; }

    /// <summary>What <see cref="Results"/> can show.</summary>
    public TerminalLook ResultLook { get; }

    /// <summary>Columns that a line of <see cref="Results"/> may take; null where no terminal is behind it.</summary>
    public int? ResultWidth => ResultLook.Width;

    /// <summary>Lines for people: standard error.</summary>
    public TextWriter Human { get; }

    /// <summary>What <see cref="Human"/> can show.</summary>
    public TerminalLook Look => Human is JsonLines ? TerminalLook.Plain : _look;

    /// <summary>Columns that a line of <see cref="Human"/> may take; null where no terminal is behind it.</summary>
    public int? Width => Look.Width;

    /// <summary>Whether a person looks on: lines may be drawn again in place.</summary>
    public bool IsInteractive => Look.Moves;

    /// <summary>Whether <see cref="Line"/> says nothing.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Whether another process reads the lines and tells them on: nothing is said twice, and no line is empty.</summary>
    public bool IsOverheard { get; set; }

    /// <summary>Says a thing. Lines are never wrapped: places in files stay whole, to click on and to copy.</summary>
    public void Line(string text)
    {
        if (!IsQuiet)
            Say(TerminalLevel.Information, text, text);
    }

    /// <summary>Says what needs attention; at the end of the command once more where it has scrolled away by then.</summary>
    public void Warn(string text)
    {
        Alert(text);
        lock (_lock)
            _warnings.Add($"warning: {text}");
    }

    /// <summary>Says what went wrong in a part while the work goes on; at the end of the command once more, as a warning.</summary>
    public void Fault(string text)
    {
        Say(TerminalLevel.Error, text, Colored(Red, text));
        lock (_lock)
            _warnings.Add(text);
    }

    /// <summary>Says what needs attention once.</summary>
    public void Alert(string text) => Say(TerminalLevel.Warning, text, $"{Colored(Yellow, "warning:")} {text}");

    /// <summary>Says what went wrong, below everything else.</summary>
    public void Error(string text)
    {
        RepeatWarnings();
        if (_saidLine)
            Part();
        Say(TerminalLevel.Error, text, Colored(Red, text));
        _saidLine = false;
    }

    /// <summary>Says the warnings once more that stand far above.</summary>
    public void RepeatWarnings()
    {
        IReadOnlyList<string> again;
        lock (_lock)
            again = _warnings.Take();
        if (again.Count == 0 || IsOverheard || Human is JsonLines)
            return;
        Part();
        foreach (var text in again)
            Say(TerminalLevel.Warning, text, $"{Colored(Yellow, "from above:")} {text}");
    }

    /// <summary>Notes that a piece of work begins, after which nobody remembers what was said before.</summary>
    public void BeginWork()
    {
        lock (_lock)
            if (!IsQuiet)
                _warnings.PassWork();
    }

    /// <summary>Shows lines below everything that is said, in place of those before; only where <see cref="IsInteractive"/>.</summary>
    public void Foot(IReadOnlyList<string> lines)
    {
        lock (_lock)
            Human.Write(_footer.Change(lines));
    }

    /// <summary>The process was stopped and goes on.</summary>
    public void Continue()
    {
        lock (_lock)
            _footer.Forget();
    }

    private void Say(TerminalLevel level, string text, string plain)
    {
        lock (_lock)
        {
            _saidLine = true;
            _warnings.Pass(text);
            if (Human is JsonLines json)
                json.WriteLine(level, text);
            else if (IsInteractive)
                Human.Write($"{_footer.Erasure()}{plain}{Environment.NewLine}{_footer.Drawing()}");
            else
                Human.WriteLine(plain);
        }
    }

    /// <summary>An empty line, where people look at the lines.</summary>
    private void Part()
    {
        if (!IsOverheard && Human is not JsonLines)
            Say(TerminalLevel.Information, "", "");
    }

    private void BeforeResults()
    {
        lock (_lock)
        {
            _saidLine = true;
            if (_footer.Erasure() is { Length: > 0 } erasure)
                Human.Write(erasure);
        }
    }

    // UTF-8 in any locale: where people read, signs beyond ASCII are spelled before they come here.
    private static TextWriter Writer(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });

    private string Colored(string color, string text) => Look.Colors ? $"\e[{color}m{text}\e[0m" : text;
}
