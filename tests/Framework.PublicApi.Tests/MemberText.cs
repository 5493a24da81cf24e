using System.Globalization;
using System.Reflection;

namespace Framework.PublicApi.Tests;

/// <summary>The text of a member in a listing: signature, parameter names and defaults.</summary>
internal static class MemberText
{
    public static string Of(string type, ConstructorInfo constructor) => $"{type}.ctor{Parameters(constructor.GetParameters())}";

    public static string Of(string type, MethodInfo method)
    {
        var generic = method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(each => each.Name)) + ">" : "";
        return $"{Static(method)}{type}.{method.Name}{generic}{Parameters(method.GetParameters())} -> {TypeText.Of(method.ReturnType)}";
    }

    public static string Of(string type, PropertyInfo property, MethodInfo? getter, MethodInfo? setter)
    {
        var index = property.GetIndexParameters();
        var name = property.Name + (index.Length > 0 ? "[" + Parameters(index) + "]" : "");
        var accessors = (getter is null ? "" : "get; ") + (setter is null ? "" : "set; ");
        return $"{Static(getter ?? setter!)}{type}.{name} {{ {accessors}}} : {TypeText.Of(property.PropertyType)}";
    }

    public static string Of(string type, FieldInfo field)
    {
        var value = field.IsLiteral ? " = " + field.GetRawConstantValue() : "";
        return $"{(field.IsStatic ? "static " : "")}{type}.{field.Name} : {TypeText.Of(field.FieldType)}{value}";
    }

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(ParameterInfo[] parameters) => "(" + string.Join(", ", parameters.Select(Parameter)) + ")";

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var type = parameter.IsOut ? "out " + TypeText.Of(parameter.ParameterType.GetElementType()!) : TypeText.Of(parameter.ParameterType);
        return $"{prefix}{type} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
            return "";
        var type = parameter.ParameterType;
        return " = " + parameter.RawDefaultValue switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            var value when type.IsEnum => type.Name + "." + (Enum.GetName(type, value) ?? value),
            string text => "\"" + text + "\"",
            bool flag => flag ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }
}
