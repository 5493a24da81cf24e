namespace FellowOakDicom;

/// <summary>A value representation: how the bytes of an element are to be read.</summary>
public sealed partial class DicomVR
{
    public static readonly DicomVR NONE = new("NONE", "No Value Representation", Kind.Binary, 1, 0);
    public static readonly DicomVR AE = new(DicomVRCode.AE, "Application Entity", Kind.Strings, 16, typeof(string));
    public static readonly DicomVR AS = new(DicomVRCode.AS, "Age String", Kind.Strings, 4, typeof(string));
    public static readonly DicomVR AT = new(DicomVRCode.AT, "Attribute Tag", Kind.Short, 4, 2, typeof(DicomTag));
    public static readonly DicomVR CS = new(DicomVRCode.CS, "Code String", Kind.Strings, 16, typeof(string));
    public static readonly DicomVR DA = new(DicomVRCode.DA, "Date", Kind.Strings, 18, typeof(DateTime));
    public static readonly DicomVR DS = new(DicomVRCode.DS, "Decimal String", Kind.Strings, 16, typeof(decimal));
    public static readonly DicomVR DT = new(DicomVRCode.DT, "Date Time", Kind.Strings, 54, typeof(DateTime));
    public static readonly DicomVR FD = new(DicomVRCode.FD, "Floating Point Double", Kind.Short, 8, 8, typeof(double));
    public static readonly DicomVR FL = new(DicomVRCode.FL, "Floating Point Single", Kind.Short, 4, 4, typeof(float));
    public static readonly DicomVR IS = new(DicomVRCode.IS, "Integer String", Kind.Strings, 12, typeof(int));
    public static readonly DicomVR LO = new(DicomVRCode.LO, "Long String", Kind.EncodedStrings, 64, typeof(string));
    public static readonly DicomVR LT = new(DicomVRCode.LT, "Long Text", Kind.EncodedText, 10240, typeof(string));
    public static readonly DicomVR OB = new(DicomVRCode.OB, "Other Byte", Kind.Binary, 1, 1, typeof(byte[]));
    public static readonly DicomVR OD = new(DicomVRCode.OD, "Other Double", Kind.Binary, 8, 8, typeof(double[]));
    public static readonly DicomVR OF = new(DicomVRCode.OF, "Other Float", Kind.Binary, 4, 4, typeof(float[]));
    public static readonly DicomVR OL = new(DicomVRCode.OL, "Other Long", Kind.Binary, 4, 4, typeof(uint[]));
    public static readonly DicomVR OV = new(DicomVRCode.OV, "Other Very Long", Kind.Binary, 8, 8, typeof(ulong[]));
    public static readonly DicomVR OW = new(DicomVRCode.OW, "Other Word", Kind.Binary, 2, 2, typeof(ushort[]));
    public static readonly DicomVR PN = new(DicomVRCode.PN, "Person Name", Kind.EncodedStrings, 64, typeof(string));
    public static readonly DicomVR SH = new(DicomVRCode.SH, "Short String", Kind.EncodedStrings, 16, typeof(string));
    public static readonly DicomVR SL = new(DicomVRCode.SL, "Signed Long", Kind.Short, 4, 4, typeof(int));
    public static readonly DicomVR SQ = new(DicomVRCode.SQ, "Sequence of Items", Kind.Binary, 0, 0);
    public static readonly DicomVR SS = new(DicomVRCode.SS, "Signed Short", Kind.Short, 2, 2, typeof(short));
    public static readonly DicomVR ST = new(DicomVRCode.ST, "Short Text", Kind.EncodedText, 1024, typeof(string));
    public static readonly DicomVR SV = new(DicomVRCode.SV, "Signed Very Long", Kind.Binary | Kind.Multiple, 8, 8, typeof(long));
    public static readonly DicomVR TM = new(DicomVRCode.TM, "Time", Kind.Strings, 28, typeof(DateTime));
    public static readonly DicomVR UC = new(DicomVRCode.UC, "Unlimited Characters", Kind.LongStrings, 0, typeof(string));
    public static readonly DicomVR UI = new(DicomVRCode.UI, "Unique Identifier", Kind.Strings | Kind.ZeroPadded, 64, typeof(DicomUID));
    public static readonly DicomVR UL = new(DicomVRCode.UL, "Unsigned Long", Kind.Short, 4, 4, typeof(uint));
    public static readonly DicomVR UN = new(DicomVRCode.UN, "Unknown", Kind.Binary, 1, 1, typeof(byte[]));
    public static readonly DicomVR UR = new(DicomVRCode.UR, "Universal Resource Identifier", Kind.LongPlainText, 0, typeof(string));
    public static readonly DicomVR US = new(DicomVRCode.US, "Unsigned Short", Kind.Short, 2, 2, typeof(ushort));
    public static readonly DicomVR UT = new(DicomVRCode.UT, "Unlimited Text", Kind.LongText, 0, typeof(string));
    public static readonly DicomVR UV = new(DicomVRCode.UV, "Unsigned Very Long", Kind.Binary | Kind.Multiple, 8, 8, typeof(ulong));

    private static readonly DicomVR[] All =
    [
        AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW,
        PN, SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL, UN, UR, US, UT, UV,
    ];

    // From the two letters, "AA" at 0 to "ZZ" at 675.
    private static readonly DicomVR[] ByLetters = Index();

    [Flags]
    private enum Kind
    {
        Binary = 0,
        Text = 1,
        Encoded = 2,
        ShortLength = 4,
        Multiple = 8,
        ZeroPadded = 16,
        Short = ShortLength | Multiple,
        Strings = Text | Short,
        EncodedStrings = Strings | Encoded,
        EncodedText = Text | Encoded | ShortLength,
        LongStrings = Text | Encoded | Multiple,
        LongText = Text | Encoded,
        LongPlainText = Text,
    }

    private static DicomVR[] Index()
    {
        var table = new DicomVR[26 * 26];
        foreach (var vr in All)
            table[(vr.Code[0] - 'A') * 26 + vr.Code[1] - 'A'] = vr;
        return table;
    }
}
