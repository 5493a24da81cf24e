using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Study.Assembly.Tests;

public sealed class AnswersWriterTests : PredictionWriterContract
{
    protected override IPredictionWriter Create() => new AnswersWriter();

    [Fact]
    public void Write_OneCase_HasALineForEachLabel()
    {
        using var text = new StringWriter { NewLine = "\n" };

        Create().Write(new Predictions(["left", "right"], [new PredictedCase("case7", "subject7", "", 0)], [double.NaN, double.NaN], [0.25, 0.5]), text);

        Assert.Equal("case,label,probability\ncase7,left,0.25\ncase7,right,0.5\n", text.ToString());
    }
}
