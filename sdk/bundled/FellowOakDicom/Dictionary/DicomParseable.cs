using System.Reflection;

namespace FellowOakDicom;

/// <summary>Something that a static method <c>Parse(string)</c> of its own can read.</summary>
public abstract class DicomParseable
{
    /// <exception cref="DicomDataException">The type has no such method.</exception>
    public static T Parse<T>(string value)
    {
        var parse = typeof(T).GetMethod("Parse", BindingFlags.Static | BindingFlags.Public, [typeof(string)])
            ?? throw new DicomDataException($"{typeof(T).Name} has no method 'Parse' that takes a text.");
        return (T)parse.Invoke(null, [value]);
    }
}
