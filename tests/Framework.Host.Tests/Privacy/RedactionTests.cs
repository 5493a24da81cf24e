using Framework.Host.Privacy;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Privacy;

public sealed class RedactionTests : IDisposable
{
    private const string Experiment = """{ "data": { "root": "/data/sih", "tables": ["cohort.csv"], "label": "dural enhancement" }, "exclude": [] }""";
    private readonly TemporaryFolder _folder = new();
    private readonly Pseudonyms _names = new([1]);
    private readonly Redaction _redaction;

    public RedactionTests() => _redaction = new Redaction(
        _names, new ExperimentWords(Experiment), name => name == "PAT0042" ? "s-known" : null, new IdentityMap(_folder.File("identities"), "cohort"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cohort.csv:3: the line has 3 fields; the header has 4.")]
    [InlineData("/data/sih: the folder is not there. Set data.root to the folder that holds 'cohort.csv'.")]
    [InlineData("pixel data end after 8,130 of 8,192 bytes. Re-export the file, or set data.on_error: quarantine to leave such cases out.")]
    [InlineData("modality is 'MR'. Slices of this source are 'CT'.")]
    [InlineData("'exclude' takes words; 'dural enhancement' is one, and the file's 512 x 512 pixels and 1.25 mm and/or N/A stay.")]
    [InlineData("f-123456789012.nii.gz: the slice of s-198001019999 is like 'c-000000000000'.")]
    [InlineData("the label is 'maybe'; it must be 0 or 1.")]
    public void Message_NothingPersonal_Stays(string message) => Assert.Equal(message, _redaction.Message(message));

    [Theory]
    [InlineData("Mueller_Hans/1970/IM0001.dcm: the file is cut off.", "{f:Mueller_Hans/1970/IM0001.dcm}.dcm: the file is cut off.")]
    [InlineData("Mueller Hans/scan 1.dcm: the file is cut off.", "{f:Mueller Hans/scan 1.dcm}.dcm: the file is cut off.")]
    [InlineData("/data/sih/Mueller/x.nii.gz:4: bad.", "/data/sih/{f:Mueller/x.nii.gz}.nii.gz:4: bad.")]
    [InlineData("cohort.csv:3: 'Mueller^Hans' is no number.", "cohort.csv:3: '{v:Mueller^Hans}' is no number.")]
    [InlineData("the subject PAT0042 has two sites.", "the subject s-known has two sites.")]
    [InlineData("'PAT0042' again.", "'s-known' again.")]
    [InlineData("born 19700312 or 1970-03-12 or 12.03.1970.", "born {v:19700312} or {v:1970-03-12} or {v:12.03.1970}.")]
    [InlineData("series 1.2.840.113619.2.55 of 20 slices.", "series {v:1.2.840.113619.2.55} of 20 slices.")]
    [InlineData("write to hans.mueller@example.org, please.", "write to {v:hans.mueller@example.org}, please.")]
    [InlineData("accession 88123456 is odd.", "accession {v:88123456} is odd.")]
    public void Message_Personal_IsReplaced(string message, string expected)
    {
        var start = expected.IndexOf('{', StringComparison.Ordinal);
        while (start >= 0)
        {
            var end = expected.IndexOf('}', start);
            expected = expected[..start] + _names.Of(expected[start + 1], expected[(start + 3)..end]) + expected[(end + 1)..];
            start = expected.IndexOf('{', StringComparison.Ordinal);
        }

        Assert.Equal(expected, _redaction.Message(message));
    }

    [Fact]
    public void Message_WhatWasReplaced_StandsInATableForTheOwnerOnly()
    {
        _redaction.Message("Mueller/1.dcm: bad.");

        var table = _folder.File("identities", "cohort-messages.csv");
        Assert.Equal($"pseudonym,is\n{_names.Of('f', "Mueller/1.dcm")},Mueller/1.dcm\n", File.ReadAllText(table));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(table));
    }
}
