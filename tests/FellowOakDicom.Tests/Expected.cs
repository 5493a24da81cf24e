using System.Text.Json;

namespace FellowOakDicom.Tests;

/// <summary>What pydicom with GDCM says of a real file (expected.json of its folder).</summary>
public sealed record Expected(string Path, JsonElement Facts)
{
    public static readonly string[] Folders =
        ["dicom-syntaxes", "dicom-mr-t1-studyforrest", "dicom-mr-t1-vs-seg", "dicom-mr-t1-decubitus/HFS", "dicom-mr-t1-decubitus/HFP"];

    /// <summary>Folder and file name of each file, for a theory; one row that says so where the folder is absent.</summary>
    public static TheoryData<string, string> Files(Func<JsonElement, bool>? choice = null)
    {
        var rows = new TheoryData<string, string>();
        if (SharedData.Missing is not null)
            rows.Add("", "");
        else
            foreach (var folder in Folders)
                foreach (var facts in Read(folder).EnumerateArray().Where(choice ?? (_ => true)))
                    rows.Add(folder, facts.GetProperty("file").GetString()!);
        return rows;
    }

    public static Expected Of(string folder, string file) => new(
        SharedData.File("data", folder, file),
        Read(folder).EnumerateArray().Single(facts => facts.GetProperty("file").GetString() == file));

    public static bool IsError(JsonElement facts, string property) =>
        facts.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString()!.StartsWith("error", StringComparison.Ordinal);

    public static bool HasPixels(JsonElement facts) =>
        facts.TryGetProperty("pixels", out var pixels) && pixels.ValueKind == JsonValueKind.Object;

    private static JsonElement Read(string folder) =>
        JsonDocument.Parse(File.ReadAllText(SharedData.File("data", folder, "expected.json"))).RootElement;
}
