using FellowOakDicom;

namespace Framework.Components.Data;

/// <summary>Where a slice lies in the patient, from the image plane module; DICOM's left and back become right and front.</summary>
internal static class SliceGeometry
{
    public static Geometry Of(DicomDataset dataset)
    {
        var spacing = Numbers(dataset, DicomTag.PixelSpacing, 2) ?? [1, 1];
        if (Numbers(dataset, DicomTag.ImageOrientationPatient, 6) is not { } turn)
            return Geometry.Unknown.Resample((spacing[1], spacing[0], 1), (0, 0, 0));
        var origin = Numbers(dataset, DicomTag.ImagePositionPatient, 3) ?? [0, 0, 0];
        var step = Positive(dataset, DicomTag.SpacingBetweenSlices) ?? Positive(dataset, DicomTag.SliceThickness) ?? 1;
        double[] normal =
        [
            (turn[1] * turn[5]) - (turn[2] * turn[4]),
            (turn[2] * turn[3]) - (turn[0] * turn[5]),
            (turn[0] * turn[4]) - (turn[1] * turn[3]),
        ];
        Span<double> affine = stackalloc double[16];
        for (var axis = 0; axis < 3; axis++)
        {
            var sign = axis < 2 ? -1 : 1;
            affine[axis * 4] = sign * turn[axis] * spacing[1];
            affine[(axis * 4) + 1] = sign * turn[axis + 3] * spacing[0];
            affine[(axis * 4) + 2] = sign * normal[axis] * step;
            affine[(axis * 4) + 3] = sign * origin[axis];
        }

        affine[15] = 1;
        return new Geometry(affine);
    }

    private static double[]? Numbers(DicomDataset dataset, DicomTag tag, int count) =>
        dataset.TryGetValues(tag, out double[] values) && values.Length == count ? values : null;

    private static double? Positive(DicomDataset dataset, DicomTag tag) =>
        dataset.TryGetSingleValue(tag, out double value) && value > 0 ? value : null;
}
