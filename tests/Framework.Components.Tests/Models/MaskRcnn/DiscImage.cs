using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.MaskRcnn;

/// <summary>Bright discs on a dark image, as a batch: an image whose objects are known exactly.</summary>
internal static class DiscImage
{
    private static readonly (int X, int Y, int Radius)[] Discs = [(16, 18, 6), (44, 14, 8), (34, 46, 10)];

    public const int Side = 64;

    /// <summary>(1, 1, 64, 64) with three discs of radius 6, 8 and 10, or none.</summary>
    public static Batch Batch(bool empty = false)
    {
        var discs = empty ? [] : Discs;
        var axis = arange(Side, dtype: float32) + 0.5;
        var masks = zeros(discs.Length, Side, Side);
        for (var i = 0; i < discs.Length; i++)
            masks[i] = (((axis - discs[i].X).square().unsqueeze(0) + (axis - discs[i].Y).square().unsqueeze(1)) <= discs[i].Radius * discs[i].Radius).to(float32);
        var corners = discs.SelectMany(disc => new float[] { disc.X - disc.Radius, disc.Y - disc.Radius, disc.X + disc.Radius, disc.Y + disc.Radius });
        var truth = new ImageObjects(tensor(corners.ToArray()).reshape(-1, 4), ones(discs.Length, int64), masks);
        var image = masks.sum(0L).reshape(1, 1, Side, Side);
        return new Batch([new Case { Id = "discs", Subject = "a", Labels = [1] }], image, ones(1, 1)) { Objects = [truth] };
    }
}
