using System.Security.Cryptography;
using Framework.Components.Models.Weights;

namespace Framework.Components.Tests.Models.Weights;

public sealed class WeightsFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("FRAMEWORK_WEIGHTS=/w XDG_DATA_HOME=/d HOME=/h", "/w")]
    [InlineData("XDG_DATA_HOME=/d HOME=/h", "/d/framework/weights")]
    [InlineData("FRAMEWORK_WEIGHTS= XDG_DATA_HOME= HOME=/h", "/h/.local/share/framework/weights")]
    public void Path_OfAnEnvironment_IsTheFirstThatIsSet(string environment, string path)
    {
        var variables = environment.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.Equal(path, new WeightsFolder(variables.GetValueOrDefault, []).Path);
    }

    [Fact]
    public void Find_NameWhoseFileIsNotThere_SaysFileHashAddressAndFolder() => Assert.Equal(
        $"'imagenet' for resnet50 is the file resnet50-0676ba61.pth, and {_folder.Path} does not hold it. Download https://download.pytorch.org/models/resnet50-0676ba61.pth "
        + "(SHA-256 0676ba61b6795bbe1773cffd859882e5e297624d384b6993f7c9e683e722fb8a) into that folder, or name another folder with the variable FRAMEWORK_WEIGHTS. "
        + "Nothing is downloaded by itself.",
        Refusal("imagenet", "resnet50", KnownWeights.All));

    [Fact]
    public void Find_OtherFileUnderTheName_SaysBothHashes()
    {
        var file = _folder.Write("resnet18-f37072fd.pth", [1, 2, 3]);

        Assert.Equal(
            $"{file}: its SHA-256 is 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81; that of resnet18-f37072fd.pth is "
            + "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec. Download it again from https://download.pytorch.org/models/resnet18-f37072fd.pth.",
            Refusal("imagenet", "resnet18", KnownWeights.All));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(8)]
    public void Find_FileOfTheHash_IsIt(int digits)
    {
        var file = _folder.Write("net.pth", [1, 2, 3]);
        var hash = Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]))[..digits];

        Assert.Equal(file, Folder([new KnownFile("imagenet", "net", "net.pth", hash)]).Find("imagenet", "net"));
    }

    [Theory]
    [InlineData("weights/net.pth")]
    [InlineData("net.safetensors")]
    public void Find_APath_IsItself(string path) => Assert.Equal(path, Folder([]).Find(path, "net"));

    [Fact]
    public void Find_UnknownName_SaysWhichThereAre()
    {
        Assert.Equal("imagnet: no such file, and no weights of this name are known for resnet50; there are 'imagenet'. Take one of them, or give the path of a file.",
            Refusal("imagnet", "resnet50", KnownWeights.All));
        Assert.Equal("imagenet: no such file, and no weights of this name are known for unet; there are none. Give the path of a file.", Refusal("imagenet", "unet", KnownWeights.All));
    }

    // torchvision's file names end with the first digits of their hash.
    [Fact]
    public void All_KnownFiles_CarryTheirHash()
    {
        Assert.Equal(11, KnownWeights.All.Select(item => (item.Name, item.Architecture)).Distinct().Count());
        Assert.All(KnownWeights.All, item => Assert.EndsWith($"-{item.Sha256[..8]}.pth", item.File, StringComparison.Ordinal));
        Assert.All(KnownWeights.All, item => Assert.Matches("^([0-9a-f]{64}|[0-9a-f]{8})$", item.Sha256));
    }

    private WeightsFolder Folder(IReadOnlyList<KnownFile> known) => new(name => name == "FRAMEWORK_WEIGHTS" ? _folder.Path : null, known);

    private string Refusal(string weights, string architecture, IReadOnlyList<KnownFile> known) =>
        Assert.Throws<DataFormatException>(() => Folder(known).Find(weights, architecture)).Message;
}
