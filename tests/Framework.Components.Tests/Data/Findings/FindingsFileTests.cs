using System.Text;
using Framework.Components.Data.Findings;
using Framework.Components.Tests.Models;
using static Framework.Components.Tests.Evaluation.Findings.Cases;

namespace Framework.Components.Tests.Data.Findings;

public sealed class FindingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var table = Table(Of([Box(0, 0, 4, 4)], [Box(0.25, 0, 4, 3, 0.1 + 0.2)]), Counts(3, 4, 2) with { MaskFile = "masks/a.nii.gz", MaskHash = "00" }, Of([], []) with { Truths = null });
        var bytes = Bytes(table);
        File.WriteAllBytes(Path.Combine(_folder.Path, FindingsFile.Name), bytes);
        var read = FindingsFile.Read(Path.Combine(_folder.Path, FindingsFile.Name)).ToList();

        Assert.Equal([("test", "case0"), ("test", "case1"), ("test", "case2")], read.Select(line => (line.Split, line.Case)));
        Assert.Equal(bytes, Bytes(table.WithFindings([.. read.Select(line => line.Findings)])));
        Assert.Equal(0.1 + 0.2, read[0].Findings.Found[0].Score);
        Assert.Equal(16, read[0].Findings.Truths![0].Mask!.Count);
        Assert.Null(read[2].Findings.Truths);
        Assert.Equal(3, Encoding.UTF8.GetString(bytes).Count(letter => letter == '\n'));
    }

    [Fact]
    public void Read_TornLine_NamesFileAndLine()
    {
        var path = Path.Combine(_folder.Path, FindingsFile.Name);
        var text = Encoding.UTF8.GetString(Bytes(Table(Of([], []), Of([], []))));
        File.WriteAllText(path, text[..^20]);
        var error = Assert.Throws<DataFormatException>(() => FindingsFile.Read(path).ToList());
        Assert.StartsWith($"{path}:2: this line is not what was written: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_SavedAndRead_AreTheSameAndHashed()
    {
        using var workspace = new SampleWorkspace();
        var store = new MaskFolder(_folder.Path);
        var mask = workspace.Allocate(Slice().Shape(1), geometry: Slice().Geometry);
        mask.Pixels.Clear();
        mask.Pixels[13] = 2;
        var (file, hash) = store.Save(new Case { Id = "a/b c", Subject = "a", Labels = [] }, mask);
        var findings = Counts(1, 1, 1) with { MaskFile = file, MaskHash = hash };

        Assert.Equal("masks/a%2Fb%20c.nii.gz", file);
        Assert.Equal(mask.Pixels.ToArray(), store.Read(findings, workspace)!.Pixels.ToArray());
        File.AppendAllText(Path.Combine(_folder.Path, file), "x");
        var error = Assert.Throws<DataFormatException>(() => store.Read(findings, workspace));
        Assert.EndsWith("the label map is not the one that was predicted. Delete the unit's folder and run again.", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Predictions table)
    {
        using var stream = new MemoryStream();
        FindingsFile.Write(stream, [("test", table)]);
        return stream.ToArray();
    }
}
