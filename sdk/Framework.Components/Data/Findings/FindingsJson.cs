using System.Text.Json;

namespace Framework.Components.Data.Findings;

/// <summary>One case's findings as JSON.</summary>
internal static class FindingsJson
{
    public static void Write(Utf8JsonWriter to, string split, string item, CaseFindings findings)
    {
        var grid = findings.Grid;
        to.WriteStartObject();
        to.WriteString("split", split);
        to.WriteString("case", item);
        to.WriteNumber("dimensions", grid.Dimensions);
        WriteNumbers(to, "size", [grid.Width, grid.Height, grid.Depth]);
        WriteNumbers(to, "affine", grid.Geometry.Affine);
        WriteList(to, "classes", findings.Classes, to.WriteStringValue);
        if (findings.Truths is { } truths)
            WriteList(to, "truths", truths, truth => Write(to, truth, grid));
        WriteList(to, "found", findings.Found, found => Write(to, found, grid));
        WriteList(to, "overlaps", findings.Overlaps, overlap => Write(to, overlap));
        if (findings.MaskFile is not null)
            to.WriteString("mask_file", findings.MaskFile);
        if (findings.MaskHash is not null)
            to.WriteString("mask_sha256", findings.MaskHash);
        to.WriteEndObject();
    }

    public static (string Split, string Case, CaseFindings Findings) Read(JsonElement line)
    {
        var size = Numbers(line.GetProperty("size"));
        var grid = new VoxelGrid(line.GetProperty("dimensions").GetInt32(), ((int)size[0], (int)size[1], (int)size[2]), new Geometry(Numbers(line.GetProperty("affine"))));
        return (line.GetProperty("split").GetString()!, line.GetProperty("case").GetString()!, new CaseFindings
        {
            Grid = grid,
            Classes = [.. line.GetProperty("classes").EnumerateArray().Select(name => name.GetString()!)],
            Truths = line.TryGetProperty("truths", out var truths) ? [.. truths.EnumerateArray().Select(ReadFinding)] : null,
            Found = [.. line.GetProperty("found").EnumerateArray().Select(ReadFinding)],
            Overlaps = [.. line.GetProperty("overlaps").EnumerateArray().Select(ReadOverlap)],
            MaskFile = Text(line, "mask_file"),
            MaskHash = Text(line, "mask_sha256"),
        });
    }

    private static void Write(Utf8JsonWriter to, CaseObject finding, VoxelGrid grid)
    {
        var (low, high) = (finding.Box.Low, finding.Box.High);
        to.WriteStartObject();
        to.WriteString("class", finding.Class);
        to.WriteNumber("score", finding.Score);
        WriteNumbers(to, "box", [low.X, low.Y, low.Z, high.X, high.Y, high.Z]);
        if (finding.Mask is { } mask)
            WriteList(to, "mask", mask.Runs, to.WriteNumberValue);
        // A voxel's centre lies half a voxel above its lower edge.
        var middle = grid.Geometry.ToPatient(new VoxelPoint(((low.X + high.X) / 2) - 0.5, ((low.Y + high.Y) / 2) - 0.5, ((low.Z + high.Z) / 2) - 0.5));
        WriteNumbers(to, "middle_mm", [middle.X, middle.Y, middle.Z]);
        to.WriteNumber("volume_mm3", finding.Volume(grid));
        to.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter to, ClassOverlap overlap)
    {
        to.WriteStartObject();
        to.WriteString("class", overlap.Class);
        to.WriteNumber("predicted", overlap.Predicted);
        if (overlap.Truth is { } truth)
            to.WriteNumber("truth", truth);
        if (overlap.Intersection is { } intersection)
            to.WriteNumber("intersection", intersection);
        to.WriteEndObject();
    }

    private static CaseObject ReadFinding(JsonElement finding)
    {
        var box = Numbers(finding.GetProperty("box"));
        return new CaseObject(finding.GetProperty("class").GetString()!, finding.GetProperty("score").GetDouble(), new VoxelBox(new VoxelPoint(box[0], box[1], box[2]), new VoxelPoint(box[3], box[4], box[5])))
        {
            Mask = finding.TryGetProperty("mask", out var runs) ? new RunLengthMask([.. runs.EnumerateArray().Select(run => run.GetInt32())]) : null,
        };
    }

    private static ClassOverlap ReadOverlap(JsonElement overlap) => new(
        overlap.GetProperty("class").GetString()!,
        overlap.GetProperty("predicted").GetInt64(),
        overlap.TryGetProperty("truth", out var truth) ? truth.GetInt64() : null,
        overlap.TryGetProperty("intersection", out var both) ? both.GetInt64() : null);

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static void WriteNumbers(Utf8JsonWriter to, string name, ReadOnlySpan<double> numbers)
    {
        to.WriteStartArray(name);
        foreach (var number in numbers)
            to.WriteNumberValue(number);
        to.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter to, string name, IReadOnlyList<T> items, Action<T> write)
    {
        to.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        to.WriteEndArray();
    }
}
