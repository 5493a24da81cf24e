namespace TorchSharp;

public readonly partial struct BFloat16
{
    public static readonly BFloat16 Zero = FromRawValue(0);
    public static readonly BFloat16 One = FromRawValue(0x3f80);
    public static readonly BFloat16 Epsilon = FromRawValue(0x3c00);
    public static readonly BFloat16 MaxValue = FromRawValue(0x7f7f);
    public static readonly BFloat16 MinValue = FromRawValue(0xff7f);
    public static readonly BFloat16 MinNormal = FromRawValue(0x0080);
    public static readonly BFloat16 SmallestSubnormal = FromRawValue(1);
    public static readonly BFloat16 PositiveInfinity = FromRawValue(0x7f80);
    public static readonly BFloat16 NegativeInfinity = FromRawValue(0xff80);
    public static readonly BFloat16 NaN = FromRawValue(0x7fc0);

    public static bool IsNaN(BFloat16 bf) => float.IsNaN(bf.ToSingle());
    public static bool IsFinite(BFloat16 bf) => float.IsFinite(bf.ToSingle());
    public static bool IsInfinity(BFloat16 bf) => float.IsInfinity(bf.ToSingle());
    public static bool IsPositiveInfinity(BFloat16 bf) => float.IsPositiveInfinity(bf.ToSingle());
    public static bool IsNegativeInfinity(BFloat16 bf) => float.IsNegativeInfinity(bf.ToSingle());

    public static explicit operator BFloat16(float f) => new(f);
    public static explicit operator BFloat16(double d) => new((float)d);
    public static explicit operator float(BFloat16 bf) => bf.ToSingle();
    public static explicit operator double(BFloat16 bf) => bf.ToSingle();

    public static BFloat16 operator +(BFloat16 a, BFloat16 b) => new(a.ToSingle() + b.ToSingle());
    public static BFloat16 operator -(BFloat16 a, BFloat16 b) => new(a.ToSingle() - b.ToSingle());
    public static BFloat16 operator *(BFloat16 a, BFloat16 b) => new(a.ToSingle() * b.ToSingle());
    public static BFloat16 operator /(BFloat16 a, BFloat16 b) => new(a.ToSingle() / b.ToSingle());
    public static BFloat16 operator %(BFloat16 a, BFloat16 b) => new(a.ToSingle() % b.ToSingle());
    public static BFloat16 operator -(BFloat16 a) => new(-a.ToSingle());

    public static bool operator ==(BFloat16 a, BFloat16 b) => a.ToSingle() == b.ToSingle();
    public static bool operator !=(BFloat16 a, BFloat16 b) => a.ToSingle() != b.ToSingle();
    public static bool operator <(BFloat16 a, BFloat16 b) => a.ToSingle() < b.ToSingle();
    public static bool operator >(BFloat16 a, BFloat16 b) => a.ToSingle() > b.ToSingle();
    public static bool operator <=(BFloat16 a, BFloat16 b) => a.ToSingle() <= b.ToSingle();
    public static bool operator >=(BFloat16 a, BFloat16 b) => a.ToSingle() >= b.ToSingle();
}
