namespace Framework.Components.Models.Weights;

/// <summary>The published weights that have a name here: torchvision's first ones for each network (<c>IMAGENET1K_V1</c>, <c>COCO_V1</c>).</summary>
/// <remarks>
/// torchvision's file names carry the first 8 digits of the SHA-256, which is what PyTorch's own downloads are checked against. Where the whole
/// SHA-256 is published too, it is here.
/// </remarks>
internal static class KnownWeights
{
    private const string ImageNet = "imagenet";

    public static IReadOnlyList<KnownFile> All { get; } =
    [
        new(ImageNet, "resnet18", "resnet18-f37072fd.pth", "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec"),
        new(ImageNet, "resnet34", "resnet34-b627a593.pth", "b627a593bcbe140c234610266fe4f8ae95ea42fc881d091c9b6052e6b1d0590f"),
        new(ImageNet, "resnet50", "resnet50-0676ba61.pth", "0676ba61b6795bbe1773cffd859882e5e297624d384b6993f7c9e683e722fb8a"),
        new(ImageNet, "resnet101", "resnet101-63fe2227.pth", "63fe2227b86e8f1f2063f43a75c84d195911b6a0eace650907dd3dc62dd49a0a"),
        new(ImageNet, "resnet152", "resnet152-394f9c45.pth", "394f9c45966e3651a89bbb78a48410a6755854ce4a5ab64927cf1c7247f85e58"),
        new(ImageNet, "resnext50_32x4d", "resnext50_32x4d-7cdf4587.pth", "7cdf4587"),
        new(ImageNet, "resnext101_32x8d", "resnext101_32x8d-8ba56ff5.pth", "8ba56ff5"),
        new(ImageNet, "densenet121", "densenet121-a639ec97.pth", "a639ec97d7c33b07ae66f0b5fb7d0192f95a3b11b7576c66c0126c2a727c4395"),
        new(ImageNet, "densenet169", "densenet169-b2777c0a.pth", "b2777c0a"),
        new(ImageNet, "densenet201", "densenet201-c1103571.pth", "c1103571"),
        new("coco", "maskrcnn_resnet50_fpn", "maskrcnn_resnet50_fpn_coco-bf2d0c1e.pth", "bf2d0c1efbc936eeee2bc95a48e80ebc86b891f61b0106485937fc29f9315fc0"),
    ];
}
