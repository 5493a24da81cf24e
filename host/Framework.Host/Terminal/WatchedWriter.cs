using System.Text;

namespace Framework.Host.Terminal;

/// <summary>Passes everything on and says so first.</summary>
internal sealed class WatchedWriter(TextWriter output, Action before) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc />
    public override void Write(char value)
    {
        before();
        output.Write(value);
    }

    /// <inheritdoc />
    public override void Write(string? value)
    {
        before();
        output.Write(value);
    }

    /// <inheritdoc />
    public override void WriteLine(string? value)
    {
        before();
        output.WriteLine(value);
    }

    /// <inheritdoc />
    public override void Flush() => output.Flush();
}
