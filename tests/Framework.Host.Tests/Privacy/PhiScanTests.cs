using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FellowOakDicom;
using Framework.Host.Commands;
using Framework.Host.Tests.Commands;
using Framework.Host.Tests.Processes;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Privacy;

public sealed class PhiScanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_OnDataFullOfIdentities_LeavesNoneInTheRunFolderNorOnTheScreen()
    {
        using var study = new PlantedStudy();

        var (code, output, error) = await HostProcess.Run(study.Folder, "run", "planted.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1");

        Assert.True(code == 0, error);
        await File.WriteAllTextAsync(Path.Combine(study.Run, "screen.txt"), error + output); // the screen is scanned along
        var scan = Scan(study.Run, "--data", study.Data, "--show");
        Assert.True(scan.Code == ExitCode.Done, scan.Output);
        Assert.Contains("0 findings; ", scan.Error, StringComparison.Ordinal);
        Assert.Equal(
            "step,removed,cases,subjects\nrows of the tables,0,28,27\nunclear finding,1,27,26\ncannot be used,3,24,24\n",
            await File.ReadAllTextAsync(Path.Combine(study.Run, "data", "flow.csv")));
        Assert.Equal(6, (await File.ReadAllLinesAsync(Path.Combine(study.Run, "quarantine.csv"))).Length); // a header, and five problems of three rows
    }

    [Fact]
    public void Scan_DataItself_FindsEverybody()
    {
        using var study = new PlantedStudy();

        var scan = Scan(study.Data, "--data", study.Data, "--show");

        Assert.Equal(ExitCode.ControlFailed, scan.Code);
        for (var i = 0; i < 3; i++)
            Assert.Contains($"{PlantedStudy.Family(i)}^Given{i}", scan.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "seen by Dr. Doe^Jane today", "a person's name (DICOM)")]
    [InlineData("notes.txt", "mail jane.doe@clinic.example for more", "an e-mail address")]
    [InlineData("notes.txt", "call +49 30 1234567 or not", "a telephone number")]
    [InlineData("notes.txt", "call (555) 123-4567 or not", "a telephone number")]
    [InlineData("t.csv", "a,b\n1,1970-03-12\n", "a date")]
    [InlineData("t.csv", "a,b\n1,19700312\n", "a date")]
    [InlineData("t.csv", "a,b\n1,12.03.1970\n", "a date")]
    [InlineData("t.json", "{\"uid\":\"1.2.840.113619.2.55.3\"}", "a unique identifier (DICOM)")]
    [InlineData("t.json", "{\"MRN\": \"A4711\"}", "a record number")]
    [InlineData("t.txt", "219-09-9999", "a social security number")]
    [InlineData("19700312/x.txt", "", "a date")]
    public void Scan_LikelyIdentity_IsFoundWithoutKnowingAnybody(string file, string content, string what)
    {
        _folder.Write(file, content);

        var scan = Scan(_folder.Path);

        Assert.Equal(ExitCode.ControlFailed, scan.Code);
        Assert.Contains(what, scan.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("started 2031-02-03T04:05:06Z in runs/walk/20310203-040506-0a1b2c3d with 10.0.14 and 0.19700312")]
    [InlineData("c-3f9a2c71d04e,s-1234567890ab,p-0123456789ab,0,1,0.30000000000000004")]
    [InlineData("<path d=\"M10.5 20.25L30 40\" style=\"fill:#19700312\"/> a^2, x^b")]
    public void Scan_WhatRunsWrite_IsNoFinding(string content)
    {
        _folder.Write("file.txt", content);

        var scan = Scan(_folder.Path, "--show");

        Assert.Equal((ExitCode.Done, ""), (scan.Code, scan.Output));
    }

    [Fact]
    public void Scan_KnownIdentity_IsFoundInEveryKindOfFile()
    {
        const string name = "Müllerin";
        _folder.Write("data/list.csv", $"patient,label\n{name},1\nab,0\n");
        var texts = new Dictionary<string, byte[]>
        {
            ["plain.txt"] = Encoding.UTF8.GetBytes($"scan of {name.ToUpperInvariant()}"),
            ["latin.txt"] = Encoding.Latin1.GetBytes(name),
            ["escaped.json"] = Encoding.ASCII.GetBytes("{\"who\":\"M\\u00fcllerin\"}"),
            ["page.html"] = Encoding.ASCII.GetBytes("<p>M&uuml;llerin</p>"),
            ["embedded.html"] = Encoding.ASCII.GetBytes($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Png(name))}\">"),
            ["picture.png"] = Png(name),
            ["compressed.gz"] = Gzip(Encoding.UTF8.GetBytes(name)),
            ["archive.zip"] = Zip("inner.txt", Encoding.UTF8.GetBytes(name)),
            ["named.zip"] = Zip($"{name}.txt", []),
            ["nested.zip"] = Zip("inner.gz", Gzip(Encoding.UTF8.GetBytes(name))),
            ["weights.safetensors"] = SafeTensors($"{{\"__metadata__\":{{\"who\":\"{name}\"}}}}"),
            ["table.bin"] = [0, 1, 2, .. Encoding.Latin1.GetBytes($"of {name}"), 0, 7],
            ["wide.bin"] = [0, 0, .. Encoding.Unicode.GetBytes($"of {name}"), 0, 0],
            ["scan.dcm"] = Dicom(name),
            [$"{name}.log"] = [],
        };
        foreach (var (file, bytes) in texts)
        {
            Directory.CreateDirectory(_folder.File("out"));
            File.WriteAllBytes(_folder.File("out", file), bytes);
        }

        var scan = Scan(_folder.File("out"), "--data", _folder.File("data"), "--show");

        foreach (var file in texts.Keys)
            Assert.Contains(scan.Output.Split('\n'), line => line.StartsWith(file, StringComparison.Ordinal) && line.Contains("'patient'", StringComparison.Ordinal));
        Assert.Contains("(1 others are too short to be told from any word)", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_Findings_AreMaskedUnlessAsked()
    {
        _folder.Write("notes.txt", "mail jane.doe@clinic.example");

        Assert.Equal("notes.txt  line 1  an e-mail address  ja... (23 characters)\n", Scan(_folder.Path).Output);
        Assert.Equal("notes.txt  line 1  an e-mail address  jane.doe@clinic.example\n", Scan(_folder.Path, "--show").Output);
    }

    [Fact]
    public void Scan_NoSuchFolder_SaysSo()
    {
        var scan = Scan(_folder.File("absent"));

        Assert.Equal(ExitCode.WrongExperiment, scan.Code);
        Assert.Contains($"DIR: there is no folder '{_folder.File("absent")}'. Name one that is there.", scan.Error, StringComparison.Ordinal);
    }

    private static CommandRun Scan(params string[] words) => CommandRun.With([new PhiScanCommand()], ["phi-scan", .. words]);

    private static byte[] Png(string text)
    {
        byte[] content = [.. "Author\0"u8, .. Encoding.Latin1.GetBytes(text)];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. length, .. "tEXt"u8, .. content, 0, 0, 0, 0];
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zip(string entry, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] SafeTensors(string header)
    {
        var length = new byte[8];
        var bytes = Encoding.UTF8.GetBytes(header);
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        return [.. length, .. bytes];
    }

    private static byte[] Dicom(string name)
    {
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian);
        dataset.AddOrUpdate(DicomTag.SpecificCharacterSet, "ISO_IR 192");
        dataset.AddOrUpdate(DicomTag.SOPClassUID, DicomUID.CTImageStorage);
        dataset.AddOrUpdate(DicomTag.SOPInstanceUID, "1.2.3");
        dataset.AddOrUpdate(DicomTag.ImageComments, $"for {name}");
        using var stream = new MemoryStream();
        new DicomFile(dataset).Save(stream);
        return stream.ToArray();
    }
}
