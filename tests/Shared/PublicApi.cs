using System.Globalization;
using System.Reflection;

namespace Framework.Tests.Shared;

/// <summary>Lists the public and protected API of an assembly, one line a member, in the form of the published packages' listings.</summary>
public static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Int64"] = "long", ["Int32"] = "int", ["Int16"] = "short", ["Byte"] = "byte", ["Boolean"] = "bool", ["Double"] = "double",
        ["Single"] = "float", ["String"] = "string", ["Void"] = "void", ["Object"] = "object", ["SByte"] = "sbyte",
        ["UInt16"] = "ushort", ["UInt32"] = "uint", ["UInt64"] = "ulong",
    };

    public static IReadOnlySet<string> Of(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsVisible).SelectMany(OfType).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> OfType(Type type)
    {
        var name = Name(type);
        yield return $"type {name} : {Kind(type)}{Parent(type)}";
        foreach (var constructor in type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && !constructor.IsStatic))
            yield return $"{name}.ctor{Parameters(constructor.GetParameters())}";
        foreach (var method in type.GetMethods(Declared).Where(IsListed))
            yield return $"{Static(method.IsStatic)}{name}.{method.Name}{Generics(method)}{Parameters(method.GetParameters())} -> {Name(method.ReturnType)}";
        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible)))
            yield return Property(name, property);
        foreach (var field in type.GetFields(Declared).Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName))
            yield return $"{Static(field.IsStatic)}{name}.{field.Name} : {Name(field.FieldType)}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}";
    }

    private static string Property(string owner, PropertyInfo property)
    {
        var accessor = property.GetAccessors(true).First(IsVisible);
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Parameters(parameters)}]" : "";
        var get = property.GetGetMethod(true) is { } getter && IsVisible(getter) ? "get; " : "";
        var set = property.GetSetMethod(true) is { } setter && IsVisible(setter) ? "set; " : "";
        return $"{Static(accessor.IsStatic)}{owner}.{property.Name}{index} {{ {get}{set}}} : {Name(property.PropertyType)}";
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer)
            return Name(type.GetElementType()!) + "*";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        var name = Keywords.GetValueOrDefault(Qualified(type), Qualified(type));
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    private static string Qualified(Type type)
    {
        var scope = type.IsNested ? Qualified(type.DeclaringType!) : type.Namespace is null or "System" ? "" : type.Namespace;
        return (scope.Length == 0 ? "" : scope + ".") + type.Name.Split('`')[0];
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Parent(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? " " + Name(parent) : "";

    private static string Parameters(ParameterInfo[] parameters) => $"({string.Join(", ", parameters.Select(Parameter))})";

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var type = parameter.IsOut ? "out " + Name(parameter.ParameterType.GetElementType()!) : Name(parameter.ParameterType);
        return $"{many}{type} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
            return "";
        var type = parameter.ParameterType;
        return " = " + parameter.RawDefaultValue switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            var value when type.IsEnum => $"{type.Name}.{(object?)Enum.GetName(type, value) ?? value}",
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static bool IsListed(MethodInfo method) =>
        IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
