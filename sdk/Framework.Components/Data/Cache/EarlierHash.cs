using System.Security.Cryptography;

namespace Framework.Components.Data.Cache;

/// <summary>What earlier stages said of a case, as one word: it differs where anything differs that a transform can read of it.</summary>
internal static class EarlierHash
{
    /// <summary>Hexadecimal SHA-256 over stages, their cases, outputs, features and findings.</summary>
    /// <param name="earlier">By stage, in the order in which they are read.</param>
    /// <returns>Null where a label map has no hash of its own, so that nothing tells whether it is still the same.</returns>
    public static string? Of(IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> earlier)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        foreach (var (stage, said) in earlier)
        {
            writer.Write(stage);
            writer.Write(said.Count);
            foreach (var output in said)
            {
                if (output is { ReadMask: not null, Findings.MaskHash: null } or { ReadMask: not null, Findings: null })
                    return null;
                Write(writer, output);
            }
        }

        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    private static void Write(BinaryWriter writer, StageOutput output)
    {
        var item = output.Case;
        foreach (var word in (string[])[item.Id, item.Subject, item.Site, item.Study, item.Series])
            writer.Write(word);
        writer.Write(item.Position);
        writer.Write(item.FactsHash);
        WriteList(writer, item.Labels, writer.Write);
        WriteList(writer, output.Labels, writer.Write);
        WriteList(writer, output.Outputs, writer.Write);
        WriteList(writer, output.Features, writer.Write);
        WriteList(writer, output.Boxes, found =>
        {
            writer.Write(found.Score);
            writer.Write(found.Box.Label);
            Write(writer, found.Box.Extent);
        });
        writer.Write(output.Findings is not null);
        if (output.Findings is { } findings)
            Write(writer, findings);
    }

    private static void Write(BinaryWriter writer, CaseFindings findings)
    {
        var grid = findings.Grid;
        foreach (var number in (int[])[grid.Dimensions, grid.Width, grid.Height, grid.Depth])
            writer.Write(number);
        Write(writer, grid.Geometry);
        WriteList(writer, findings.Classes, writer.Write);
        WriteList(writer, findings.Found, found =>
        {
            writer.Write(found.Class);
            writer.Write(found.Score);
            foreach (var corner in (VoxelPoint[])[found.Box.Low, found.Box.High])
            {
                writer.Write(corner.X);
                writer.Write(corner.Y);
                writer.Write(corner.Z);
            }

            writer.Write(found.Mask is not null);
            WriteList(writer, found.Mask?.Runs ?? [], writer.Write);
        });
        WriteList(writer, findings.Overlaps, overlap =>
        {
            writer.Write(overlap.Class);
            writer.Write(overlap.Predicted);
        });
        writer.Write(findings.MaskHash ?? "");
        WriteList(writer, findings.Parts, part => Write(writer, part));
    }

    private static void Write(BinaryWriter writer, Geometry geometry)
    {
        foreach (var value in geometry.Affine)
            writer.Write(value);
    }

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
            write(item);
    }
}
