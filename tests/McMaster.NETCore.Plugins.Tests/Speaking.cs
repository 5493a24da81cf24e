using System.Reflection;

namespace McMaster.NETCore.Plugins.Tests;

/// <summary>The tiny assemblies of tests/TestPlugins, and what they say.</summary>
internal static class Speaking
{
    public static string Folder(string situation) => Path.Combine(AppContext.BaseDirectory, "TestPlugins", situation);

    public static string Assembly(string situation) => Path.Combine(Folder(situation), "Speaker.dll");

    /// <summary>"one 1": the word of the dependency that the assembly sees, and how often it was asked.</summary>
    public static string Speak(this Assembly speaker) => (string)Voice(speaker, "Speak")!;

    public static Type SharedType(this Assembly speaker) => (Type)Voice(speaker, "SharedType")!;

    public static int ProcessId(this Assembly speaker) => (int)Voice(speaker, "ProcessId")!;

    private static object? Voice(Assembly speaker, string method) =>
        speaker.GetType("Speaker.Voice", throwOnError: true)!.GetMethod(method)!.Invoke(null, null);
}
