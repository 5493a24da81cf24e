namespace Framework.Sdk;

/// <summary>Sampling at places that displacements have moved: voxel by voxel.</summary>
internal static class DisplacedSampling
{
    public static void Apply(GridView view, SpatialChange change, Image result, SampleWorkspace workspace)
    {
        var (of, toVoxel) = (ViewSampling.Of(view, change), view.Forward(change.From.Geometry.Inverse).Map);
        var toPatient = change.Output.Geometry.Affine.ToArray();
        var fields = change.Displacements.Reverse().Select(displacement => (displacement, displacement.ToNode)).ToArray();
        var target = result.Buffer;
        var (width, height, depth) = (result.Width, result.Height, result.Depth);
        workspace.Divide(depth * height, result.Length, (from, to) =>
        {
            for (var i = from * width; i < to * width; i++)
            {
                var place = Displace(Matrix4.Apply(toPatient, i % width, i / width % height, i / width / height), fields);
                var voxel = Matrix4.Apply(toVoxel, place.X, place.Y, place.Z);
                for (var channel = 0; channel < result.Channels; channel++)
                    target[i + (channel * width * height * depth)] = of.At(view.Image.Buffer, of.View.First + (channel * view.ChannelStep), voxel);
            }
        });
    }

    private static (double X, double Y, double Z) Displace((double X, double Y, double Z) place, (Displacement Field, double[] ToNode)[] fields)
    {
        foreach (var (field, toNode) in fields)
        {
            var node = Matrix4.Apply(toNode, place.X, place.Y, place.Z);
            var vector = field.AtNode(node.X, node.Y, node.Z);
            place = (place.X + vector[0], place.Y + vector[1], place.Z + vector[2]);
        }

        return place;
    }
}
