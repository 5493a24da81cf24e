namespace McMaster.NETCore.Plugins;

internal static class AssemblyPath
{
    public static string Require(string path, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(path, parameter);
        return Path.IsPathRooted(path) ? path : throw new ArgumentException($"'{path}' is not an absolute path.", parameter);
    }
}
