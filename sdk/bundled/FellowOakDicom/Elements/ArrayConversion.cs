using System.Reflection;

namespace FellowOakDicom;

// All values of an element as an array of the type a caller asks for.
internal static class ArrayConversion
{
    private static readonly MethodInfo OfText = typeof(ArrayConversion).GetMethod(nameof(ConvertText), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo OfNumbers = typeof(ArrayConversion).GetMethod(nameof(ConvertNumbers), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static T Convert<T, TValue>(TValue[] values, DicomElement element)
    {
        if (typeof(T) == typeof(double[]) && element is DicomMultiStringElement text)
            return (T)(object)ConvertText<double>((string[])(object)values, text);
        if (typeof(T) == typeof(int[]) && element is DicomMultiStringElement whole)
            return (T)(object)ConvertText<int>((string[])(object)values, whole);
        var method = element is DicomMultiStringElement ? OfText : OfNumbers;
        var item = typeof(T).GetElementType()!;
        var closed = element is DicomMultiStringElement ? method.MakeGenericMethod(item) : method.MakeGenericMethod(item, typeof(TValue));
        try
        {
            return (T)closed.Invoke(null, [values, element]);
        }
        catch (TargetInvocationException e) when (e.InnerException is DicomException known)
        {
            throw known;
        }
    }

    private static TItem[] ConvertText<TItem>(string[] values, DicomMultiStringElement element) =>
        Array.ConvertAll(values, element.ConvertValue<TItem>);

    private static TItem[] ConvertNumbers<TItem, TValue>(TValue[] values, DicomElement element)
        where TValue : unmanaged =>
        Array.ConvertAll(values, value => NumberConversion.TryConvert<TItem>(value, out var converted)
            ? converted
            : throw new DicomDataException($"{DicomTag.Describe(element.Tag.Card)} holds '{value}', which does not fit {typeof(TItem).Name}."));
}
