using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>A block of an image.</summary>
/// <param name="Start">Its first voxel, (y, x) or (z, y, x).</param>
/// <param name="Size">Its voxels along each axis.</param>
internal sealed record PatchPlace(IReadOnlyList<long> Start, IReadOnlyList<long> Size)
{
    public PatchPlace With(long start, long size) => new([.. Start, start], [.. Size, size]);

    /// <summary>The block as a view of the last axes of a tensor.</summary>
    public Tensor Of(Tensor image)
    {
        var view = image;
        for (var axis = 0; axis < Start.Count; axis++)
            view = view.narrow(image.dim() - Start.Count + axis, Start[axis], Size[axis]);
        return view;
    }
}
