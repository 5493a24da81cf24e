namespace Framework.Sdk;

/// <summary>The one entry point of a plugin assembly: says which components it offers.</summary>
/// <remarks>
/// An assembly has exactly one public implementation with a parameterless constructor. The host creates it once, calls
/// <see cref="Register"/> once, and forgets it.
/// </remarks>
public interface IPlugin
{
    /// <summary>Registers the plugin's components. Reads nothing and starts nothing.</summary>
    /// <param name="components">The registry of this plugin.</param>
    void Register(IComponentRegistry components);
}
