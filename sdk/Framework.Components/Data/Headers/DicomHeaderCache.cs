using System.Text;

namespace Framework.Components.Data.Headers;

/// <summary>The cached headers of one folder: a file that can be deleted at any time, and is ignored where it is damaged or of another format.</summary>
internal static class DicomHeaderCache
{
    private const string Format = "framework-dicom-headers-1";

    public static Dictionary<string, DicomHeader> Read(string path)
    {
        var headers = new Dictionary<string, DicomHeader>(StringComparer.Ordinal);
        try
        {
            using var reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), Encoding.UTF8);
            if (reader.ReadString() != Format)
                return headers;
            var names = new Dictionary<string, string>(StringComparer.Ordinal); // patients and series recur: keep one copy of each
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var header = ReadHeader(reader, names);
                headers[header.Path] = header;
            }
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            headers.Clear(); // absent or torn: everything is read again
        }

        return headers;
    }

    public static void Write(string path, IReadOnlyList<DicomHeader> headers)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        using (var writer = new BinaryWriter(new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), Encoding.UTF8))
        {
            writer.Write(Format);
            writer.Write(headers.Count);
            foreach (var header in headers)
                WriteHeader(writer, header);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static void WriteHeader(BinaryWriter writer, DicomHeader header)
    {
        writer.Write(header.Path);
        writer.Write(header.Size);
        writer.Write(header.Modified);
        writer.Write(header.Problem ?? "");
        foreach (var text in (ReadOnlySpan<string>)[header.Instance, header.Patient, header.Study, header.Series, header.Modality, header.Model])
            writer.Write(text);
        foreach (var number in (ReadOnlySpan<int>)[header.Rows, header.Columns, header.BitsStored])
            writer.Write(number);
        foreach (var number in (ReadOnlySpan<double>)[header.Intercept, header.Thickness, header.Z, header.Spacing])
            writer.Write(number);
    }

    private static DicomHeader ReadHeader(BinaryReader reader, Dictionary<string, string> names)
    {
        string Shared()
        {
            var text = reader.ReadString();
            return names.TryGetValue(text, out var known) ? known : names[text] = text;
        }

        return new DicomHeader
        {
            Path = reader.ReadString(), Size = reader.ReadInt64(), Modified = reader.ReadInt64(), Problem = Shared() is { Length: > 0 } problem ? problem : null,
            Instance = reader.ReadString(), Patient = Shared(), Study = Shared(), Series = Shared(), Modality = Shared(), Model = Shared(),
            Rows = reader.ReadInt32(), Columns = reader.ReadInt32(), BitsStored = reader.ReadInt32(),
            Intercept = reader.ReadDouble(), Thickness = reader.ReadDouble(), Z = reader.ReadDouble(), Spacing = reader.ReadDouble(),
        };
    }
}
