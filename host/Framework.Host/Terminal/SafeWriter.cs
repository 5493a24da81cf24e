using System.Text;

namespace Framework.Host.Terminal;

/// <summary>Lines for people. A terminal that was closed or a log on a full disk loses them, and the work goes on.</summary>
internal sealed class SafeWriter(TextWriter output) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => Try(() => output.Write(value));

    /// <inheritdoc />
    public override void Write(string? value) => Try(() => output.Write(value));

    /// <inheritdoc />
    public override void WriteLine(string? value) => Try(() => output.WriteLine(value));

    /// <inheritdoc />
    public override void Flush() => Try(output.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // Nobody is left to be told.
        }
    }
}
