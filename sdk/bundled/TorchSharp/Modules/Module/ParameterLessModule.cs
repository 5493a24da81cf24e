using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module that has nothing to train, move or save.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>
{
    protected ParameterLessModule(string name) : base(name) { }
}

/// <summary>A module of two arguments that has nothing to train, move or save.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    protected ParameterLessModule(string name) : base(name) { }
}
