using System.Runtime.InteropServices;

namespace FellowOakDicom.Imaging.Codec;

// As struct Frame of native/dicom_gdcm.cpp.
[StructLayout(LayoutKind.Sequential)]
internal struct GdcmFrame
{
    public uint Columns;
    public uint Rows;
    public ushort Samples;
    public ushort BitsAllocated;
    public ushort BitsStored;
    public ushort HighBit;
    public ushort PixelRepresentation;
    public ushort PlanarConfiguration;
    public ushort Precision;
    public IntPtr PhotometricInterpretation;
    public IntPtr TransferSyntax;
}
