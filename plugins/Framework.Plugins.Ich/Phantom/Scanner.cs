namespace Framework.Plugins.Ich.Phantom;

/// <summary>How one scanner stores its slices.</summary>
/// <param name="Model">DICOM (0008,1090).</param>
/// <param name="NoiseSd">Hounsfield units.</param>
/// <param name="Signed">Whether stored values are two's complement.</param>
/// <param name="BitsStored">12 or 16.</param>
/// <param name="Intercept">Hounsfield units of a stored zero.</param>
internal sealed record Scanner(string Model, double NoiseSd, bool Signed, int BitsStored, double Intercept)
{
    public static Scanner[] Two(IReadOnlyList<double> noise) =>
        [new("Phantom A", noise[0], Signed: true, 16, 0), new("Phantom B", noise[1], Signed: false, 12, -1024)];

    /// <summary>Hounsfield units as stored values, clipped to what the format holds.</summary>
    public byte[] Store(ReadOnlySpan<float> hounsfield)
    {
        var (low, high) = Signed ? (-2000.0, 32767.0) : (0.0, (1 << BitsStored) - 1.0);
        var bytes = new byte[hounsfield.Length * 2];
        for (var i = 0; i < hounsfield.Length; i++)
        {
            var stored = (int)Math.Clamp(Math.Round(hounsfield[i] - Intercept), low, high);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), unchecked((ushort)stored));
        }

        return bytes;
    }
}
