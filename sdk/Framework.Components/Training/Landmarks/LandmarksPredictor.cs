using Framework.Components.Training.Supervised;
using Framework.Components.Transforms.Annotations;

namespace Framework.Components.Training.Landmarks;

/// <summary>The landmarks of samples as findings, beside those that there are.</summary>
internal sealed class LandmarksPredictor(LandmarksOptions options, TrainingContext context) : IPredictor
{
    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        using var workspace = new SampleWorkspace();
        var findings = new List<CaseFindings>(samples.Cases.Count);
        foreach (var item in samples.Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Add(Of(samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace)));
            workspace.Reset();
        }

        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. findings.SelectMany(Outputs)])
        {
            Groups = context.Groups,
            Findings = findings,
        };
    }

    public void Dispose()
    {
    }

    private CaseFindings Of(Sample sample)
    {
        var grid = VoxelGrid.Of(sample.Image);
        return new CaseFindings { Grid = grid, Classes = options.Names, Truths = Truths(sample), Found = [.. Found(sample, grid)] };
    }

    // A voxel about each place, beyond the image's edge too: a disc may lie half out of view.
    private IEnumerable<CaseObject> Found(Sample sample, VoxelGrid grid) =>
        from landmark in sample.Landmarks
        where options.Names.Contains(landmark.Name)
        let at = grid.Geometry.ToVoxel(landmark.Place)
        select new CaseObject(landmark.Name, 1, new VoxelBox(at, new VoxelPoint(at.X + 1, at.Y + 1, at.Z + 1)));

    private IReadOnlyList<CaseObject>? Truths(Sample sample)
    {
        if (!context.HasTruths || sample.Images.FirstOrDefault(pair => pair.Name == options.Truth).Image is not { } mask)
            return null;
        if (mask.Channels != 1 || !mask.Shape[1..].SequenceEqual(sample.Image.Shape[1..]))
        {
            throw new DataFormatException(
                $"case '{sample.Case.Id}': '{options.Truth}' is {string.Join(" x ", mask.Shape.ToArray())}, and the image {string.Join(" x ", sample.Image.Shape.ToArray())}. A label map has one channel and the image's size.");
        }

        return [.. LabelledVoxels.Bounds(mask).Select(part => new CaseObject(NameOf(part.Value, sample.Case), 1, part.Bounds))];
    }

    private string NameOf(float value, Case item) => value == (int)value && value >= 1 && value <= options.Names.Count
        ? options.Names[(int)value - 1]
        : throw new DataFormatException(FormattableString.Invariant(
            $"case '{item.Id}': '{options.Truth}' holds {value}, and 'names' has the values 1 to {options.Names.Count}. Correct the label map, or the names."));

    private double[] Outputs(CaseFindings findings) =>
        ClassLabels.Outputs(context.Labels, options.Names, [.. options.Names.Select(name => findings.Found.Any(found => found.Class == name) ? 1.0 : 0)]);
}
