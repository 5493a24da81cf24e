using System.Collections.Concurrent;
using FellowOakDicom.IO;

namespace FellowOakDicom;

public partial class DicomTransferSyntax
{
    public static readonly DicomTransferSyntax ImplicitVRLittleEndian = new() { UID = DicomUID.ImplicitVRLittleEndian };

    // Not of the standard; some old files are so encoded.
    public static readonly DicomTransferSyntax ImplicitVRBigEndian = new()
    {
        UID = new DicomUID("1.2.840.10008.1.2.2.implicit", "Implicit VR Big Endian", DicomUidType.TransferSyntax, true),
        Endian = Endian.Big,
    };

    public static readonly DicomTransferSyntax GEPrivateImplicitVRBigEndian = new() { UID = DicomUID.GEPrivateImplicitVRBigEndian, SwapPixelData = true };

    public static readonly DicomTransferSyntax ExplicitVRLittleEndian = new() { UID = DicomUID.ExplicitVRLittleEndian, IsExplicitVR = true };

    public static readonly DicomTransferSyntax ExplicitVRBigEndian = new() { UID = DicomUID.ExplicitVRBigEndianRETIRED, IsExplicitVR = true, Endian = Endian.Big, IsRetired = true };

    public static readonly DicomTransferSyntax DeflatedExplicitVRLittleEndian = new() { UID = DicomUID.DeflatedExplicitVRLittleEndian, IsExplicitVR = true, IsDeflate = true };

    public static readonly DicomTransferSyntax Papyrus3ImplicitVRLittleEndianRetired = new() { UID = DicomUID.Papyrus3ImplicitVRLittleEndianRETIRED, IsRetired = true };

    public static readonly DicomTransferSyntax JPEGProcess1 = new(DicomUID.JPEGBaseline8Bit, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess2_4 = new(DicomUID.JPEGExtended12Bit, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess3_5Retired = new(DicomUID.JPEGExtended35RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess6_8Retired = new(DicomUID.JPEGSpectralSelectionNonHierarchical68RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess7_9Retired = new(DicomUID.JPEGSpectralSelectionNonHierarchical79RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess10_12Retired = new(DicomUID.JPEGFullProgressionNonHierarchical1012RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess11_13Retired = new(DicomUID.JPEGFullProgressionNonHierarchical1113RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess14 = new(DicomUID.JPEGLossless, lossy: false);

    public static readonly DicomTransferSyntax JPEGProcess15Retired = new(DicomUID.JPEGLosslessNonHierarchical15RETIRED, lossy: false);

    public static readonly DicomTransferSyntax JPEGProcess16_18Retired = new(DicomUID.JPEGExtendedHierarchical1618RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess17_19Retired = new(DicomUID.JPEGExtendedHierarchical1719RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess20_22Retired = new(DicomUID.JPEGSpectralSelectionHierarchical2022RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess21_23Retired = new(DicomUID.JPEGSpectralSelectionHierarchical2123RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess24_26Retired = new(DicomUID.JPEGFullProgressionHierarchical2426RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess25_27Retired = new(DicomUID.JPEGFullProgressionHierarchical2527RETIRED, lossy: true, "ISO_10918_1");

    public static readonly DicomTransferSyntax JPEGProcess28Retired = new(DicomUID.JPEGLosslessHierarchical28RETIRED, lossy: false);

    public static readonly DicomTransferSyntax JPEGProcess29Retired = new(DicomUID.JPEGLosslessHierarchical29RETIRED, lossy: false);

    public static readonly DicomTransferSyntax JPEGProcess14SV1 = new(DicomUID.JPEGLosslessSV1, lossy: false);

    public static readonly DicomTransferSyntax JPEGLSLossless = new(DicomUID.JPEGLSLossless, lossy: false);

    public static readonly DicomTransferSyntax JPEGLSNearLossless = new(DicomUID.JPEGLSNearLossless, lossy: true, "ISO_14495_1");

    public static readonly DicomTransferSyntax JPEG2000Lossless = new(DicomUID.JPEG2000Lossless, lossy: false);

    public static readonly DicomTransferSyntax JPEG2000Lossy = new(DicomUID.JPEG2000, lossy: true, "ISO_15444_1");

    public static readonly DicomTransferSyntax JPEG2000Part2MultiComponentLosslessOnly = new(DicomUID.JPEG2000MCLossless, lossy: false);

    public static readonly DicomTransferSyntax JPEG2000Part2MultiComponent = new(DicomUID.JPEG2000MC, lossy: true, "ISO_15444_2");

    public static readonly DicomTransferSyntax JPIPReferenced = new(DicomUID.JPIPReferenced, lossy: false);

    public static readonly DicomTransferSyntax JPIPReferencedDeflate = new(DicomUID.JPIPReferencedDeflate, lossy: false);

    public static readonly DicomTransferSyntax MPEG2 = new(DicomUID.MPEG2MPML, lossy: true, "ISO_13818_2");

    public static readonly DicomTransferSyntax FragmentableMPEG2 = new(DicomUID.MPEG2MPMLF, lossy: true, "ISO_13818_2");

    public static readonly DicomTransferSyntax MPEG2MainProfileHighLevel = new(DicomUID.MPEG2MPHL, lossy: true, "ISO_13818_2");

    public static readonly DicomTransferSyntax FragmentableMPEG2MainProfileHighLevel = new(DicomUID.MPEG2MPHLF, lossy: true, "ISO_13818_2");

    public static readonly DicomTransferSyntax MPEG4AVCH264HighProfileLevel41 = new(DicomUID.MPEG4HP41, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax FragmentableMPEG4AVCH264HighProfileLevel41 = new(DicomUID.MPEG4HP41F, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax MPEG4AVCH264BDCompatibleHighProfileLevel41 = new(DicomUID.MPEG4HP41BD, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax FragmentableMPEG4AVCH264BDCompatibleHighProfileLevel41 = new(DicomUID.MPEG4HP41BDF, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax MPEG4AVCH264HighProfileLevel42For2DVideo = new(DicomUID.MPEG4HP422D, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax FragmentableMPEG4AVCH264HighProfileLevel42For2DVideo = new(DicomUID.MPEG4HP422DF, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax MPEG4AVCH264HighProfileLevel42For3DVideo = new(DicomUID.MPEG4HP423D, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax FragmentableMPEG4AVCH264HighProfileLevel42For3DVideo = new(DicomUID.MPEG4HP423DF, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax MPEG4AVCH264StereoHighProfileLevel42 = new(DicomUID.MPEG4HP42STEREO, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax FragmentableMPEG4AVCH264StereoHighProfileLevel42 = new(DicomUID.MPEG4HP42STEREOF, lossy: true, "ISO_14496_10");

    public static readonly DicomTransferSyntax HEVCH265MainProfileLevel51 = new(DicomUID.HEVCMP51, lossy: true, "ISO_23008_2");

    public static readonly DicomTransferSyntax HEVCH265Main10ProfileLevel51 = new(DicomUID.HEVCM10P51, lossy: true, "ISO_23008_2");

    public static readonly DicomTransferSyntax HTJ2KLossless = new(DicomUID.HTJ2KLossless, lossy: false);

    public static readonly DicomTransferSyntax HTJ2KLosslessRPCL = new(DicomUID.HTJ2KLosslessRPCL, lossy: false);

    public static readonly DicomTransferSyntax HTJ2K = new(DicomUID.HTJ2K, lossy: true, "ISO_15444_15");

    public static readonly DicomTransferSyntax JPIPHTJ2KReferenced = new(DicomUID.JPIPHTJ2KReferenced, lossy: false);

    public static readonly DicomTransferSyntax JPIPHTJ2KReferencedDeflate = new(DicomUID.JPIPHTJ2KReferencedDeflate, lossy: false);

    public static readonly DicomTransferSyntax RLELossless = new(DicomUID.RLELossless, lossy: false);

    public static readonly DicomTransferSyntax RFC2557MIMEEncapsulation = new(DicomUID.RFC2557MIMEEncapsulationRETIRED, lossy: false);

    public static readonly DicomTransferSyntax XMLEncoding = new(DicomUID.XMLEncodingRETIRED, lossy: false);

    // After the fields it reads.
    private static readonly ConcurrentDictionary<DicomUID, DicomTransferSyntax> Entries = new(
        All.Select(syntax => KeyValuePair.Create(syntax.UID, syntax)));

    private static DicomTransferSyntax[] All =>
    [
        ImplicitVRLittleEndian,
        GEPrivateImplicitVRBigEndian,
        ExplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
        Papyrus3ImplicitVRLittleEndianRetired,
        JPEGProcess1,
        JPEGProcess2_4,
        JPEGProcess3_5Retired,
        JPEGProcess6_8Retired,
        JPEGProcess7_9Retired,
        JPEGProcess10_12Retired,
        JPEGProcess11_13Retired,
        JPEGProcess14,
        JPEGProcess15Retired,
        JPEGProcess16_18Retired,
        JPEGProcess17_19Retired,
        JPEGProcess20_22Retired,
        JPEGProcess21_23Retired,
        JPEGProcess24_26Retired,
        JPEGProcess25_27Retired,
        JPEGProcess28Retired,
        JPEGProcess29Retired,
        JPEGProcess14SV1,
        JPEGLSLossless,
        JPEGLSNearLossless,
        JPEG2000Lossless,
        JPEG2000Lossy,
        JPEG2000Part2MultiComponentLosslessOnly,
        JPEG2000Part2MultiComponent,
        JPIPReferenced,
        JPIPReferencedDeflate,
        MPEG2,
        FragmentableMPEG2,
        MPEG2MainProfileHighLevel,
        FragmentableMPEG2MainProfileHighLevel,
        MPEG4AVCH264HighProfileLevel41,
        FragmentableMPEG4AVCH264HighProfileLevel41,
        MPEG4AVCH264BDCompatibleHighProfileLevel41,
        FragmentableMPEG4AVCH264BDCompatibleHighProfileLevel41,
        MPEG4AVCH264HighProfileLevel42For2DVideo,
        FragmentableMPEG4AVCH264HighProfileLevel42For2DVideo,
        MPEG4AVCH264HighProfileLevel42For3DVideo,
        FragmentableMPEG4AVCH264HighProfileLevel42For3DVideo,
        MPEG4AVCH264StereoHighProfileLevel42,
        FragmentableMPEG4AVCH264StereoHighProfileLevel42,
        HEVCH265MainProfileLevel51,
        HEVCH265Main10ProfileLevel51,
        HTJ2KLossless,
        HTJ2KLosslessRPCL,
        HTJ2K,
        JPIPHTJ2KReferenced,
        JPIPHTJ2KReferencedDeflate,
        RLELossless,
        RFC2557MIMEEncapsulation,
        XMLEncoding,
    ];
}
