using System;
using System.Runtime.InteropServices;

namespace Speaker;

public static class Voice
{
    private static int _calls;

    /// <summary>A word from whichever version of the dependency this assembly sees, and how often it was asked.</summary>
    public static string Speak() => $"{Dependency.Word.Text()} {++_calls}";

    /// <summary>A type of an assembly that lies beside this one as well as beside the host.</summary>
    public static Type SharedType() => typeof(McMaster.NETCore.Plugins.PluginConfig);

    [DllImport("tinynative", EntryPoint = "SystemNative_GetPid")]
    public static extern int ProcessId();
}
