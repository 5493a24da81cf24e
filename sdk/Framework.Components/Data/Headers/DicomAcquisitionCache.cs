namespace Framework.Components.Data.Headers;

/// <summary>How an acquisition lies in the cache of headers.</summary>
internal static class DicomAcquisitionCache
{
    public static void Write(BinaryWriter writer, DicomAcquisition item)
    {
        ReadOnlySpan<string> texts =
        [
            item.Class, item.Patient, item.Study, item.Series, item.FrameOfReference, item.Modality, item.Model,
            item.ImageType, item.Description, item.Protocol, item.ScanningSequence, item.SequenceName, item.Contrast,
            item.Manufacturer, item.Kernel, item.Date, item.Accession, item.Padding,
        ];
        foreach (var text in texts)
            writer.Write(text);
        foreach (var number in (ReadOnlySpan<int>)[item.Number, item.Acquisition, item.Rows, item.Columns, item.BitsStored, item.TemporalPosition])
            writer.Write(number);
        ReadOnlySpan<double> measures = [item.Thickness, item.SliceSpacing, item.RowSpacing, item.ColumnSpacing, item.EchoTime, item.RepetitionTime, item.DiffusionB];
        foreach (var measure in measures)
            writer.Write(measure);
        Write(writer, item.AlongRow);
        Write(writer, item.AlongColumn);
    }

    public static void Write(BinaryWriter writer, PatientVector vector)
    {
        writer.Write(vector.X);
        writer.Write(vector.Y);
        writer.Write(vector.Z);
    }

    public static PatientVector ReadVector(BinaryReader reader) => new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());

    // Members are set in the order in which they are written here.
    public static DicomAcquisition Read(BinaryReader reader) => new()
    {
        Class = reader.ReadString(),
        Patient = reader.ReadString(),
        Study = reader.ReadString(),
        Series = reader.ReadString(),
        FrameOfReference = reader.ReadString(),
        Modality = reader.ReadString(),
        Model = reader.ReadString(),
        ImageType = reader.ReadString(),
        Description = reader.ReadString(),
        Protocol = reader.ReadString(),
        ScanningSequence = reader.ReadString(),
        SequenceName = reader.ReadString(),
        Contrast = reader.ReadString(),
        Manufacturer = reader.ReadString(),
        Kernel = reader.ReadString(),
        Date = reader.ReadString(),
        Accession = reader.ReadString(),
        Padding = reader.ReadString(),
        Number = reader.ReadInt32(),
        Acquisition = reader.ReadInt32(),
        Rows = reader.ReadInt32(),
        Columns = reader.ReadInt32(),
        BitsStored = reader.ReadInt32(),
        TemporalPosition = reader.ReadInt32(),
        Thickness = reader.ReadDouble(),
        SliceSpacing = reader.ReadDouble(),
        RowSpacing = reader.ReadDouble(),
        ColumnSpacing = reader.ReadDouble(),
        EchoTime = reader.ReadDouble(),
        RepetitionTime = reader.ReadDouble(),
        DiffusionB = reader.ReadDouble(),
        AlongRow = ReadVector(reader),
        AlongColumn = ReadVector(reader),
    };
}
