using System.Text;

namespace Framework.Components.Data.Headers;

/// <summary>The cached headers of one folder: a file that can be deleted at any time, and is ignored where it is damaged or of another format.</summary>
internal static class DicomHeaderCache
{
    private const string Format = "framework-dicom-headers-3";

    public static Dictionary<string, DicomHeader> Read(string path)
    {
        var headers = new Dictionary<string, DicomHeader>(StringComparer.Ordinal);
        try
        {
            using var reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), Encoding.UTF8);
            if (reader.ReadString() != Format)
                return headers;
            var acquisitions = new List<DicomAcquisition>();
            for (var left = reader.ReadInt32(); left > 0; left--)
                acquisitions.Add(DicomAcquisitionCache.Read(reader));
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var header = ReadHeader(reader, acquisitions);
                headers[header.Path] = header;
            }
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            headers.Clear(); // absent or torn: everything is read again
        }

        return headers;
    }

    public static void Write(string path, IReadOnlyList<DicomHeader> headers)
    {
        WholeFile.Write(path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8);
            writer.Write(Format);
            var places = new Dictionary<DicomAcquisition, int>();
            foreach (var header in headers)
                places.TryAdd(header.Acquisition, places.Count);
            writer.Write(places.Count);
            foreach (var acquisition in places.OrderBy(pair => pair.Value))
                DicomAcquisitionCache.Write(writer, acquisition.Key);
            writer.Write(headers.Count);
            foreach (var header in headers)
                WriteHeader(writer, header, places[header.Acquisition]);
        });
    }

    private static void WriteHeader(BinaryWriter writer, DicomHeader header, int acquisition)
    {
        writer.Write(header.Path);
        writer.Write(header.Size);
        writer.Write(header.Modified);
        writer.Write(header.Problem ?? "");
        writer.Write(header.Instance);
        writer.Write(header.Number);
        writer.Write(header.Frames);
        writer.Write(header.Intercept);
        DicomAcquisitionCache.Write(writer, header.Position);
        writer.Write(acquisition);
    }

    private static DicomHeader ReadHeader(BinaryReader reader, List<DicomAcquisition> acquisitions) => new()
    {
        Path = reader.ReadString(),
        Size = reader.ReadInt64(),
        Modified = reader.ReadInt64(),
        Problem = reader.ReadString() is { Length: > 0 } problem ? problem : null,
        Instance = reader.ReadString(),
        Number = reader.ReadInt32(),
        Frames = reader.ReadInt32(),
        Intercept = reader.ReadDouble(),
        Position = DicomAcquisitionCache.ReadVector(reader),
        Acquisition = acquisitions[reader.ReadInt32()],
    };
}
