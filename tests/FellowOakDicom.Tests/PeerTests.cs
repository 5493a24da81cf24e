namespace FellowOakDicom.Tests;

/// <summary>Files written here are read by pydicom and GDCM, with the same values.</summary>
public sealed class PeerTests : IDisposable
{
    private const string Script = """
        import sys, gdcm, pydicom, warnings
        warnings.simplefilter('error')
        for path in sys.argv[1:]:
            ds = pydicom.dcmread(path)
            reader = gdcm.ImageReader()
            reader.SetFileName(path)
            read = reader.Read()
            size = list(reader.GetImage().GetDimensions()) if read else None
            inner = ds.RequestAttributesSequence[0].ScheduledProtocolCodeSequence[0].ScheduledProcedureStepID
            print(ds.file_meta.TransferSyntaxUID, str(ds.PatientName).encode('unicode_escape').decode(), ds.SmallestImagePixelValue,
                  ds.pixel_array.tolist(), inner, ds[0x0029, 0x1001].value, ds.DiffusionBValue, [str(t) for t in ds.FrameIncrementPointer], size)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PythonFact("pydicom", "numpy", "gdcm")]
    public void Save_EveryNativeSyntax_IsReadByPydicomAndGdcm()
    {
        // pydicom knows no GE syntax
        var syntaxes = Samples.Native.Where(uid => uid != DicomTransferSyntax.GEPrivateImplicitVRBigEndian.UID.UID).ToArray();
        var paths = new List<string>();
        foreach (var uid in syntaxes)
        {
            paths.Add(Path.Combine(_folder, uid + ".dcm"));
            new DicomFile(Samples.Everything(DicomTransferSyntax.Parse(uid))).Save(paths[^1]);
        }

        var (exitCode, output) = Python.Run(Script, [.. paths]);

        Assert.True(exitCode == 0, output);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(syntaxes.Length, lines.Length);
        for (var i = 0; i < lines.Length; i++)
            Assert.Equal(
                $@"{syntaxes[i]} M\xfcller^J\xf6rg^^Dr. -5 [[1, 2, 3], [-1, -32768, 32767]] b {Private(syntaxes[i])} 1000.5 ['(0018, 1063)', '(0010, 0020)'] [3, 2]",
                lines[i]);
    }

    // Implicit files do not say what a private element is.
    private static string Private(string uid) =>
        uid == DicomTransferSyntax.ImplicitVRLittleEndian.UID.UID ? "b'private text'" : "private text";
}
