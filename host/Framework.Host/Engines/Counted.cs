namespace Framework.Host.Engines;

/// <summary>Numbers with their noun.</summary>
internal static class Counted
{
    public static string Problems(int count) => count == 1 ? "1 problem" : $"{count} problems";

    public static string Components(int count) => count == 1 ? "1 component" : $"{count} components";

    public static string Units(int count) => count == 1 ? "1 unit" : $"{count} units";
}
