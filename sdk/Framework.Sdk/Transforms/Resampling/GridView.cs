namespace Framework.Sdk;

/// <summary>An image's values seen along other axes, backwards or in part: whole-voxel moves that cost nothing.</summary>
/// <param name="Image">Whose values.</param>
/// <param name="First">Where the view's first voxel lies within a channel.</param>
/// <param name="Size">Voxels along x, y and z.</param>
/// <param name="Step">Values from one voxel to the next along x, y and z.</param>
internal sealed record GridView(Image Image, int First, (int X, int Y, int Z) Size, (int X, int Y, int Z) Step)
{
    public static GridView Of(Image image) =>
        new(image, 0, (image.Width, image.Height, image.Depth), (1, image.Width, image.Width * image.Height));

    /// <summary>Values from one channel to the next.</summary>
    public int ChannelStep => Image.Length / Image.Channels;

    /// <summary>The view whose voxel i is this one's voxel (map i). The map is a signed permutation, and stays inside.</summary>
    public GridView Compose(ReadOnlySpan<double> map, (int X, int Y, int Z) size)
    {
        var first = First + ((int)map[3] * Step.X) + ((int)map[7] * Step.Y) + ((int)map[11] * Step.Z);
        return new GridView(Image, first, size, (Along(map, 0), Along(map, 1), Along(map, 2)));
    }

    /// <summary>This view with the map's axes, whole; what is left of the map is a shift.</summary>
    public (GridView View, double[] Shift) Turn(ReadOnlySpan<double> map)
    {
        ReadOnlySpan<int> old = [Size.X, Size.Y, Size.Z];
        var turn = map.ToArray();
        Span<int> size = stackalloc int[3];
        var shift = Matrix4.Identity;
        for (var axis = 0; axis < 3; axis++)
        {
            for (var row = 0; row < 3; row++)
            {
                if (map[(row * 4) + axis] == 0)
                    continue;
                size[axis] = old[row];
                turn[(row * 4) + 3] = map[(row * 4) + axis] < 0 ? old[row] - 1 : 0;
                shift[(axis * 4) + 3] = (map[(row * 4) + 3] - turn[(row * 4) + 3]) * map[(row * 4) + axis];
            }
        }

        return (Compose(turn, (size[0], size[1], size[2])), shift);
    }

    /// <summary>This view with every axis running forwards in memory, and a map to this one as a map to that one.</summary>
    public (GridView View, double[] Map) Forward(ReadOnlySpan<double> map)
    {
        var forward = map.ToArray();
        var first = First;
        ReadOnlySpan<(int Size, int Step)> axes = [(Size.X, Step.X), (Size.Y, Step.Y), (Size.Z, Step.Z)];
        for (var row = 0; row < 3; row++)
        {
            if (axes[row].Step >= 0)
                continue;
            first += axes[row].Step * (axes[row].Size - 1);
            for (var k = row * 4; k < (row * 4) + 4; k++)
                forward[k] = -forward[k];
            forward[(row * 4) + 3] += axes[row].Size - 1;
        }

        return (this with { First = first, Step = (Math.Abs(Step.X), Math.Abs(Step.Y), Math.Abs(Step.Z)) }, forward);
    }

    private int Along(ReadOnlySpan<double> map, int axis) =>
        ((int)map[axis] * Step.X) + ((int)map[axis + 4] * Step.Y) + ((int)map[axis + 8] * Step.Z);
}
