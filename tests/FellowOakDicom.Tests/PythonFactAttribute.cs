namespace FellowOakDicom.Tests;

/// <summary>A fact that needs Python with pydicom and GDCM; skipped, by name, where they are absent.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
        Python.Run("import pydicom, numpy, gdcm", []) is { ExitCode: 0 } ? null : "needs python3-pydicom, python3-numpy and python3-gdcm");

    public PythonFactAttribute() => Skip = Missing.Value;
}
