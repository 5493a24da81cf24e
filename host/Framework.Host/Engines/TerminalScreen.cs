using Spectre.Console;

namespace Framework.Host.Engines;

/// <summary>Progress bars with the time left.</summary>
internal sealed class TerminalScreen(IAnsiConsole console) : IRunScreen
{
    /// <inheritdoc />
    public void Line(string text) => console.WriteLine(text);

    /// <inheritdoc />
    public void Warn(string text) => console.MarkupLineInterpolated($"[yellow]warning:[/] {text}");

    /// <inheritdoc />
    public T Track<T>(string title, Func<IProgress<Advance>, T> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title)).IsIndeterminate();
                var result = work(new Reporter(task, title));
                task.IsIndeterminate(false).Value = task.MaxValue;
                return result;
            });

    private sealed class Reporter(ProgressTask task, string title) : IProgress<Advance>
    {
        public void Report(Advance value)
        {
            if (value.Total > 0)
                task.IsIndeterminate(false).MaxValue(value.Total).Value = value.Done;
            task.Description = Markup.Escape($"{title} {value.Detail}".TrimEnd());
        }
    }
}
