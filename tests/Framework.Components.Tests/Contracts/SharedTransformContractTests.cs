using Framework.Components.Transforms;
using Framework.Components.Transforms.Annotations;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

public sealed class ObjectsFromMaskContractTests : TransformContract
{
    protected override bool TakesVolumes => false;

    protected override ITransform Create() => new ObjectsFromMaskTransform(new ObjectsFromMaskOptions { Classes = ["lesion"] });

    protected override Sample Complete(Sample sample, SampleWorkspace workspace)
    {
        var mask = workspace.Allocate([1, .. sample.Image.Shape[1..]], sample.Image);
        mask.Pixels.Clear();
        if (mask.Length > 0)
            mask.Pixels[mask.Length / 2] = 1;
        return sample.With(mask, "mask");
    }
}

/// <summary>Fitted on the training part, and then as every transform.</summary>
public sealed class NormaliseByTrainingContractTests : FittedTransformContract
{
    protected override IFittedTransform CreateUnfitted() => new NormaliseTransform(new NormaliseOptions { By = ChannelStatistics.Parse("training") });
}

/// <summary>Every shared transform has a test class that inherits its contract, or a reason why the contract's samples are not for it.</summary>
public sealed class SharedTransformCoverageTests
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["stage-outputs"] = "gives what an earlier stage said, whatever the image",
        ["stage-mask"] = "reads what an earlier stage segmented",
        ["crop-boxes"] = "makes a bag out of boxes that an earlier stage found",
        ["crop-level"] = "cuts at landmarks of the spine, at one of several levels that the case names",
        ["crop-levels"] = "cuts at landmarks of the spine",
        ["level-views"] = "cuts at landmarks of the spine",
        ["name-levels"] = "names landmarks of the spine",
        ["select-image"] = "leaves out the images by which the contract follows a transform",
        ["stack-slices"] = "makes channels of slices: a ball is no ball any more",
        ["slice"] = "takes a slice of a volume, which is no volume any more",
    };

    [Fact]
    public void Transforms_Shared_AllRunUnderTheContract()
    {
        var made = typeof(SharedTransformCoverageTests).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsAssignableTo(typeof(TransformContract)))
            .Select(type => type.GetMethod("Create", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.Invoke(Activator.CreateInstance(type), null)!.GetType())
            .ToHashSet();

        var fitted = typeof(SharedTransformCoverageTests).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(FittedTransformContract)) && type.IsPublic)
            .Select(type => type.GetMethod("CreateUnfitted", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.Invoke(Activator.CreateInstance(type), null)!.GetType()).ToHashSet();

        Assert.Empty(SharedMakers.Of(typeof(ITransform)).Where(component => component.Implementation.IsAssignableTo(typeof(IFittedTransform)) && !fitted.Contains(component.Implementation)).Select(component => component.Name));
        Assert.Empty(SharedMakers.Of(typeof(ITransform)).Where(component => !made.Contains(component.Implementation) && !Reasons.ContainsKey(component.Name)).Select(component => component.Name));
    }
}

/// <summary>The shared components as a plugin: names, constructors, and every option of every record.</summary>
public sealed class SharedComponentsContractTests : PluginContract<SharedComponents>;
