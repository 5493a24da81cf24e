using FellowOakDicom;
using Framework.Components.Data.Headers;

namespace Framework.Components.Data.Series;

/// <summary>The frames of a multi-frame file as slices: each has its place from its own functional groups, or from those that all frames share.</summary>
internal static class EnhancedFrames
{
    public static IReadOnlyList<SeriesSlice> Read(string folder, DicomHeader header)
    {
        var path = Path.Combine(folder, header.Path);
        return DicomSlice.Named(path, header.Path, () => Read(DicomFile.Open(path).Dataset, header));
    }

    /// <summary>The value of a functional group's macro for a frame: the frame's own, else the shared one.</summary>
    public static DicomDataset? Macro(DicomDataset dataset, int frame, DicomTag sequence) =>
        Item(Group(dataset, DicomTag.PerFrameFunctionalGroupsSequence, frame), sequence) ?? Item(Group(dataset, DicomTag.SharedFunctionalGroupsSequence, 0), sequence);

    private static List<SeriesSlice> Read(DicomDataset dataset, DicomHeader header)
    {
        var described = dataset.TryGetSequence(DicomTag.PerFrameFunctionalGroupsSequence, out var frames) ? frames.Items.Count : 0;
        if (described == 0)
            throw VolumesOnly(header, $"it has {header.Frames} frames and no functional groups (5200,9230), so it does not say where each of them lies");
        if (described != header.Frames)
            throw VolumesOnly(header, $"it has {header.Frames} frames and describes {described} of them");
        var known = new Dictionary<DicomAcquisition, DicomAcquisition>();
        var slices = new List<SeriesSlice>(described);
        for (var frame = 0; frame < described; frame++)
        {
            var acquisition = Acquisition(dataset, frame, header.Acquisition);
            known.TryAdd(acquisition, acquisition);
            slices.Add(new SeriesSlice
            {
                Path = header.Path,
                Frame = frame,
                Frames = described,
                Instance = header.Instance,
                Number = frame + 1,
                Position = Vector(Macro(dataset, frame, DicomTag.PlanePositionSequence), DicomTag.ImagePositionPatient, 0),
                Acquisition = known[acquisition],
            });
        }

        return slices;
    }

    private static DicomAcquisition Acquisition(DicomDataset dataset, int frame, DicomAcquisition common)
    {
        var turn = Macro(dataset, frame, DicomTag.PlaneOrientationSequence);
        var measures = Macro(dataset, frame, DicomTag.PixelMeasuresSequence);
        var content = Macro(dataset, frame, DicomTag.FrameContentSequence);
        return common with
        {
            AlongRow = Vector(turn, DicomTag.ImageOrientationPatient, 0),
            AlongColumn = Vector(turn, DicomTag.ImageOrientationPatient, 3),
            RowSpacing = measures?.GetValueOrDefault(DicomTag.PixelSpacing, 0, double.NaN) ?? double.NaN,
            ColumnSpacing = measures?.GetValueOrDefault(DicomTag.PixelSpacing, 1, double.NaN) ?? double.NaN,
            Thickness = Number(measures, DicomTag.SliceThickness),
            EchoTime = Number(Macro(dataset, frame, DicomTag.MREchoSequence), DicomTag.EffectiveEchoTime),
            DiffusionB = Number(Macro(dataset, frame, DicomTag.MRDiffusionSequence), DicomTag.DiffusionBValue),
            TemporalPosition = content?.GetSingleValueOrDefault(DicomTag.TemporalPositionIndex, -1) ?? -1,
            Acquisition = content?.GetSingleValueOrDefault(DicomTag.FrameAcquisitionNumber, -1) ?? -1,
        };
    }

    private static double Number(DicomDataset? macro, DicomTag tag) => macro?.GetSingleValueOrDefault(tag, double.NaN) ?? double.NaN;

    private static PatientVector Vector(DicomDataset? macro, DicomTag tag, int at) => macro is null ? PatientVector.None : DicomAcquisitionReader.Vector(macro, tag, at);

    private static DicomDataset? Group(DicomDataset dataset, DicomTag tag, int index) =>
        dataset.TryGetSequence(tag, out var groups) && index < groups.Items.Count ? groups.Items[index] : null;

    private static DicomDataset? Item(DicomDataset? group, DicomTag tag) =>
        group is not null && group.TryGetSequence(tag, out var macro) && macro.Items.Count > 0 ? macro.Items[0] : null;

    private static DataFormatException VolumesOnly(DicomHeader header, string fact) => new($"{header.Path}: {fact}. {DicomSlice.Remedy}");
}
