namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost dispose scope open on this thread, if any.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    /// <summary>Opens a dispose scope on this thread: <c>using var scope = torch.NewDisposeScope();</c></summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Open();

    /// <summary>Evaluates an expression in a dispose scope of its own; only its result lives on.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
