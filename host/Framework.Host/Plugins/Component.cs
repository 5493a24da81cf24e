namespace Framework.Host.Plugins;

/// <summary>A named implementation of an SDK interface.</summary>
/// <param name="Interface">The SDK interface.</param>
/// <param name="Name">The name after <c>use:</c>.</param>
/// <param name="Implementation">A class with one public constructor.</param>
/// <param name="Options">The options record; null where the component has none.</param>
internal sealed record Component(Type Interface, string Name, Type Implementation, Type? Options)
{
    /// <summary>The plugin that registered it: the simple name of its assembly.</summary>
    public string Plugin => Implementation.Assembly.GetName().Name!;

    /// <summary>The version of that assembly.</summary>
    public Version Version => Implementation.Assembly.GetName().Version!;
}
