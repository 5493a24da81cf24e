using Framework.Host.Experiments;

namespace Framework.Host.Tests.Experiments;

public sealed class WallTimeTests
{
    [Theory]
    [InlineData("90 min", 90, "90 min")]
    [InlineData("120min", 120, "2 h")]
    [InlineData("12 h", 720, "12 h")]
    [InlineData("2 d", 2880, "2 d")]
    public void Parse_NumberAndUnit_IsMinutes(string text, int minutes, string written)
    {
        Assert.Equal(minutes, WallTime.Parse(text).Minutes);
        Assert.Equal(written, WallTime.Parse(text).ToString());
    }

    [Theory]
    [InlineData("12")]
    [InlineData("0 h")]
    [InlineData("-1 h")]
    [InlineData("1.5 h")]
    [InlineData("12:00:00")]
    [InlineData("9999999 d")]
    public void Parse_Otherwise_SaysWhatWouldBeRight(string text) => Assert.Equal(
        $"'{text}' is no length of time. Give a whole number and a unit, such as 90 min, 12 h or 2 d.", Assert.Throws<FormatException>(() => WallTime.Parse(text)).Message);
}
