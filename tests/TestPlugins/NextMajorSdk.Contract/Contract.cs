using System.Reflection;

[assembly: AssemblyVersion("99.1.0.0")]

namespace Framework.Sdk;

public interface IComponentRegistry
{
}

public interface IPlugin
{
    void Register(IComponentRegistry components);
}
