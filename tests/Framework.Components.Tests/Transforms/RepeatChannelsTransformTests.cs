using Framework.Components.Transforms;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms;

public sealed class RepeatChannelsTransformTests : TransformContract
{
    [Fact]
    public void Apply_TwoChannels_StandOneAfterTheOther()
    {
        var seen = Apply.To(new RepeatChannelsTransform(new() { Times = 3 }), Apply.Sample([1, 2, 3, 4], [2, 1, 2]));

        Assert.Equal([6, 1, 2], seen.Image.Shape.ToArray());
        Assert.Equal([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4], seen.Image.Pixels.ToArray());
    }

    protected override ITransform Create() => new RepeatChannelsTransform(new());
}
