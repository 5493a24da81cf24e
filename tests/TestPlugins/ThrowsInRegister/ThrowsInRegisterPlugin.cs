using System;
using Framework.Sdk;

namespace ThrowsInRegister;

public sealed class ThrowsInRegisterPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
        components.Add<ITransform, NeverTransform>("throws.never");
        throw new InvalidOperationException("the licence server is away");
    }
}

public sealed class NeverTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context) => sample;
}
