namespace TorchSharp.Modules;

/// <summary>Parameters that share options of one optimizer.</summary>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    public ParamGroup()
    {
    }

    /// <param name="parameters">The parameters, in order.</param>
    /// <param name="options">Their options; null means the optimizer's.</param>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        base.Options = options!;
    }

    /// <summary>Their options; an option that is null takes the optimizer's value.</summary>
    public new TOptions Options { get => (TOptions)base.Options; set => base.Options = value; }
}
