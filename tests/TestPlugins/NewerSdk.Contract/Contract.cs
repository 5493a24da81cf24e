using System.Reflection;

// The same major version as the SDK, and a later minor one.
[assembly: AssemblyVersion("0.99.1.0")]

namespace Framework.Sdk;

public interface IComponentRegistry
{
}

public interface IPlugin
{
    void Register(IComponentRegistry components);
}
