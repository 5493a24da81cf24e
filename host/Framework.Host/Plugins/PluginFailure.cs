using System.Reflection;
using Framework.Sdk;

namespace Framework.Host.Plugins;

/// <summary>Says in words what was thrown while a plugin was loaded.</summary>
internal static class PluginFailure
{
    public static string Words(Exception thrown) => Cause(thrown) switch
    {
        PluginException problem => problem.Message,
        BadImageFormatException { FileName: { Length: > 0 } file } =>
            $"'{Path.GetFileName(file)}', which it needs, is not a .NET assembly for this machine. Build the plugin again.",
        BadImageFormatException => "the file is not a .NET assembly. Put the plugin's built assembly there, or remove its folder.",
        FileNotFoundException { FileName: { } name } when AssemblyNameIn(name) is { Version: not null } assembly =>
            PluginInspection.Needs(assembly.Name!, assembly.Version),
        TypeLoadException type => Misfit($"its type '{Last(type.TypeName)}'"),
        MissingMemberException member => Misfit($"its use of '{LastMember(member.Message)}'"),
        var other => $"it failed while it registered its components: {Sentence(other.Message)} "
            + "Register only names components; let it read nothing and start nothing.",
    };

    private static string Misfit(string what) =>
        $"{what} does not fit {PluginContract.Sdk} {PluginInspection.Short(typeof(IPlugin).Assembly.GetName().Version!)}. "
        + "Build the plugin against that version.";

    private static Exception Cause(Exception thrown) => thrown switch
    {
        TargetInvocationException { InnerException: { } inner } => Cause(inner),
        TypeInitializationException { InnerException: { } inner } => Cause(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Cause(first),
        _ => thrown,
    };

    private static AssemblyName? AssemblyNameIn(string fileName)
    {
        try
        {
            return new AssemblyName(fileName);
        }
        catch (Exception e) when (e is FileLoadException or ArgumentException)
        {
            return null;
        }
    }

    private static string Last(string typeName) => typeName.Split(',')[0].Split('.', '+')[^1];

    // The runtime's message is all there is: "Method not found: 'Void Framework.Sdk.Case.Rename(System.String)'."
    private static string LastMember(string message) =>
        message.Split('\'') is [_, var signature, ..] ? signature.Split('(')[0].Split('.', ':', ' ')[^1] : message;

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
