using System.IO.Compression;
using Framework.Components.Models;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>A published brain segmentation network on a real volume, against the labels its reference run gave.</summary>
[Collection(nameof(OneAtATime))]
public sealed class MeshNetTests : IDisposable
{
    private const int Side = 256;
    private readonly int _threads = get_num_threads();

    // Other tests may have left one thread only.
    public MeshNetTests() => set_num_threads(Environment.ProcessorCount);

    public void Dispose() => set_num_threads(_threads);

    [SharedDataFact]
    public void Create_WithPublishedWeights_SegmentsTheVolumeLikeTheReference()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var factory = new MeshNetFactory(new MeshNetOptions { Classes = 3, Pretrained = SharedFile("net_tissue_fast.safetensors") });
        using var model = factory.Create(new ModelContext { InputShape = [1, Side, Side, Side], Labels = [] });

        var labels = Segment((nn.Module<Tensor, Tensor>)model.Module, Volume("t1_crop.nii.gz").to(ScalarType.Float32) / 255);

        Assert.Equal([15_523_464, 518_540, 735_212], Enumerable.Range(0, 3).Select(label => labels.eq(label).sum().item<long>()));
        Assert.Equal(0, labels.ne(Volume("expected_tissue_fast_labels.nii.gz")).sum().item<long>());
    }

    private static Tensor Segment(nn.Module<Tensor, Tensor> network, Tensor volume) => network.call(volume.reshape(1, 1, Side, Side, Side)).argmax(1).reshape(Side, Side, Side);

    /// <summary>The voxels of a NIfTI-1 file of bytes, in the file's order with x last.</summary>
    private static Tensor Volume(string name)
    {
        using var stream = new GZipStream(File.OpenRead(SharedFile(name)), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.ToArray();
        Assert.Equal([3, Side, Side, Side], Enumerable.Range(20, 4).Select(i => (int)BitConverter.ToInt16(bytes, 2 * i)));
        Assert.Equal(2, BitConverter.ToInt16(bytes, 70)); // unsigned bytes
        var start = (int)BitConverter.ToSingle(bytes, 108);
        // x runs fastest in a NIfTI file; the network saw (x, y, z).
        return tensor(bytes[start..(start + (Side * Side * Side))]).reshape(Side, Side, Side).permute(2, 1, 0).contiguous();
    }

    private static string SharedFile(string name) => SharedData.File("data", "weights-meshnet", name);
}
