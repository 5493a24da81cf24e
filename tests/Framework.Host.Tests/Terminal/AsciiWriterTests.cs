using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

public sealed class AsciiWriterTests
{
    [Theory]
    [InlineData(true, "0.880 ± 0.0300 … 3 × 4 → 12", "0.880 +- 0.0300 ... 3 x 4 -> 12")]
    [InlineData(true, "label 出血", "label ????")] // as many columns as before, so that tables stay aligned
    [InlineData(false, "0.880 ± 0.0300, 出血", "0.880 +- 0.0300, 出血")]
    public void Write_SignsAndLetters_AreSpelledForATerminalAndKeptElsewhere(bool isTerminal, string text, string written)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var writer = new AsciiWriter(output, isTerminal);

        writer.Write(text);
        writer.WriteLine(text);

        Assert.Equal(written + written + "\n", output.ToString());
    }
}
