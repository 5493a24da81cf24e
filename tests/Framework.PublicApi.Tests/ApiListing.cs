using System.Reflection;

namespace Framework.PublicApi.Tests;

/// <summary>The public and protected API of an assembly, one line a member, in the form of the published packages' listings.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.IsVisible)
        .SelectMany(Lines)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>The same with the members themselves.</summary>
    public static IEnumerable<(MemberInfo Member, string Line)> Members(Assembly assembly) => assembly.GetTypes().Where(type => type.IsVisible).SelectMany(MembersOf);

    public static IReadOnlyList<string> Published(string name) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Listings", name + ".txt"));

    private static IEnumerable<string> Lines(Type type) => MembersOf(type).Select(each => each.Line);

    private static IEnumerable<(MemberInfo Member, string Line)> MembersOf(Type type)
    {
        var name = TypeText.Of(type);
        return type.GetConstructors(Declared).Where(each => IsSeen(each) && !each.IsStatic).Select(each => ((MemberInfo)each, MemberText.Of(name, each)))
            .Concat(type.GetMethods(Declared).Where(IsListed).Select(each => ((MemberInfo)each, MemberText.Of(name, each))))
            .Concat(type.GetProperties(Declared).Select(each => ((MemberInfo)each, Property(name, each)!)).Where(each => each.Item2 is not null))
            .Concat(type.GetFields(Declared).Where(each => (each.IsPublic || each.IsFamily) && !each.IsSpecialName).Select(each => ((MemberInfo)each, MemberText.Of(name, each))))
            .Prepend((type, $"type {name} : {TypeText.Kind(type)}"));
    }

    private static string? Property(string type, PropertyInfo property)
    {
        var getter = property.GetGetMethod(true) is { } get && IsSeen(get) ? get : null;
        var setter = property.GetSetMethod(true) is { } set && IsSeen(set) ? set : null;
        return getter is null && setter is null ? null : MemberText.Of(type, property, getter, setter);
    }

    private static bool IsListed(MethodInfo method) =>
        IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
