using System.Reflection;

[assembly: AssemblyVersion("0.0.1.0")]

namespace Framework.Sdk;

public interface IComponentRegistry
{
}

public interface IPlugin
{
    void Register(IComponentRegistry components);
}

/// <summary>The real one has another method.</summary>
public interface ITransform
{
    void Transform();
}
