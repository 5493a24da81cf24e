using Spectre.Console;

namespace Framework.Host.Terminal;

/// <summary>What people read goes to standard error, what programs read to standard output.</summary>
internal sealed class HostTerminal
{
    private readonly bool _color;
    private IAnsiConsole? _console;

    public HostTerminal(TextWriter results, TextWriter human, bool isInteractive, bool color = false)
    {
        Results = results;
        Human = human;
        IsInteractive = isInteractive;
        _color = color;
    }

    /// <summary>The process's own streams.</summary>
    /// <param name="jsonLines">Whether each line for people becomes a line of JSON.</param>
    public static HostTerminal OfProcess(bool jsonLines)
    {
        var error = System.Console.Error;
        var color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var capable = !System.Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new HostTerminal(System.Console.Out, jsonLines ? new JsonLines(error, TimeProvider.System) : error, capable && !jsonLines, color);
    }

    /// <summary>Results for programs: standard output.</summary>
    public TextWriter Results { get; }

    /// <summary>Lines for people: standard error.</summary>
    public TextWriter Human { get; }

    /// <summary>Whether a person looks on: bars may move and colours show.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether <see cref="Line"/> says nothing.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Standard error with colours and bars; only where <see cref="IsInteractive"/>.</summary>
    public IAnsiConsole Console => _console ??= AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Human),
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = _color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    });

    /// <summary>Says a thing. Lines are never wrapped: places in files stay whole, to click on and to copy.</summary>
    public void Line(string text)
    {
        if (!IsQuiet)
            Say(TerminalLevel.Information, text, text);
    }

    /// <summary>Says what needs attention.</summary>
    public void Warn(string text) => Say(TerminalLevel.Warning, text, $"{Colored("33", "warning:")} {text}");

    /// <summary>Says what went wrong.</summary>
    public void Error(string text) => Say(TerminalLevel.Error, text, Colored("31", text));

    private void Say(TerminalLevel level, string text, string plain)
    {
        if (Human is JsonLines json)
            json.WriteLine(level, text);
        else
            Human.WriteLine(plain);
    }

    private string Colored(string color, string text) => IsInteractive && _color ? $"\e[{color}m{text}\e[0m" : text;
}
