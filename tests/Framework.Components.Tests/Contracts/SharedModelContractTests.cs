using Framework.Components.Models;
using Framework.Components.Tests.Models;
using Framework.Sdk.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Contracts;

/// <summary>Every shared network of labels or voxels under its contract, narrow. Mask R-CNN learns from objects, and has tests of its own for each of these promises.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SharedModelContractTests
{
    public static TheoryData<string> Names => TinyModels.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Contract_EverySharedModel_Holds(string name)
    {
        set_num_threads(1);
        Assert.Empty(ContractRun.Of(new Contract(name)));
    }

    [Fact]
    public void Names_OfTinyModels_AreAllSharedOnes()
    {
        var shared = SharedMakers.Of(typeof(IModelFactory)).Select(component => component.Name).Where(name => name != "mask-rcnn");

        Assert.Equal(shared.Order(), ((IEnumerable<object[]>)TinyModels.Names).Select(row => ((string)row[0]).Split(',')[0]).Distinct().Order());
    }

    // Those with heads of their own give outputs and no features.
    public static TheoryData<string> Encoders => [.. ((IEnumerable<object[]>)TinyModels.Names).Select(row => (string)row[0]).Where(name => TinyModels.Factory(name) is IEncoderFactory && !name.Contains("heads", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Contract_EverySharedEncoder_Holds(string name)
    {
        set_num_threads(1);
        Assert.Empty(ContractRun.Of(new EncodersContract((IEncoderFactory)TinyModels.Factory(name), TinyModels.Shape(name))));
    }

    [Fact]
    public void Encoders_OfTinyModels_AreAllSharedOnes()
    {
        var shared = SharedMakers.Of(typeof(IModelFactory)).Where(component => component.Implementation.IsAssignableTo(typeof(IEncoderFactory))).Select(component => component.Name);

        Assert.Equal(shared.Order(), ((IEnumerable<object[]>)Encoders).Select(row => ((string)row[0]).Split(',')[0]).Distinct().Order());
    }

    private sealed class Contract(string name) : ModelContract
    {
        protected override IReadOnlyList<int> InputShape => TinyModels.Shape(name);

        protected override int Steps => 30;

        // Dropout, and normalisation over four cases, make some of them slow to learn by heart.
        protected override double FallsTo => 0.85;

        protected override IReadOnlyList<long> LogitsShape => name.Split(',')[0] switch
        {
            "unet" or "meshnet" => [4, Labels.Count, .. InputShape.Skip(1).Select(size => (long)size)],
            "sequence" => [4, InputShape[1], Labels.Count],
            _ => [4, Labels.Count],
        };

        // Its usual dilations, up to 16 voxels, see nothing but padding in a volume of 16.
        protected override IModelFactory Create() => name == "meshnet" ? new MeshNetFactory(new MeshNetOptions { Dilations = [1, 2, 1], Channels = 8 }) : TinyModels.Factory(name);

        protected override Tensor Loss(ModelOutput output, Batch batch)
        {
            var logits = output.Logits.Dimensions switch
            {
                2 => output.Logits,
                3 => output.Logits.mean([1]),
                _ => output.Logits,
            };
            // Of voxels: which of them are bright.
            if (logits.Dimensions > 3)
                return nn.functional.binary_cross_entropy_with_logits(logits, batch.Image.gt(0).to(ScalarType.Float32).expand_as(logits));
            var loss = nn.functional.binary_cross_entropy_with_logits(logits, batch.Labels);
            return output.Heads.TryGetValue("grade", out var grade) ? loss + grade.square().mean() : loss;
        }
    }
}
