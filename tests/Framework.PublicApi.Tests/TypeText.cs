namespace Framework.PublicApi.Tests;

/// <summary>The text of a type in a listing: C# keywords, no arity marks, every type argument of the whole nesting at the end.</summary>
internal static class TypeText
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Int64"] = "long", ["Int32"] = "int", ["Int16"] = "short", ["SByte"] = "sbyte", ["UInt64"] = "ulong", ["UInt32"] = "uint",
        ["UInt16"] = "ushort", ["Byte"] = "byte", ["Boolean"] = "bool", ["Double"] = "double", ["Single"] = "float",
        ["String"] = "string", ["Void"] = "void", ["Object"] = "object",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!);
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        var path = Path(type);
        var name = Keywords.GetValueOrDefault(path, path);
        return type.IsGenericType ? name + "<" + string.Join(", ", type.GetGenericArguments().Select(Of)) + ">" : name;
    }

    /// <summary>The word after a type's name that says what it is, and its base class.</summary>
    public static string Kind(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var derives = type.BaseType is not null && type.BaseType != typeof(object) && !type.IsValueType;
        return derives ? kind + " " + Of(type.BaseType!) : kind;
    }

    private static string Path(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.IsNested)
            return Path(type.DeclaringType!) + "." + name;
        return type.Namespace is null or "System" ? name : type.Namespace + "." + name;
    }
}
