using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records no gradients on this thread until disposed: <c>using (torch.no_grad())</c>.</summary>
    public static IDisposable no_grad() => set_grad_enabled(false);

    public static IDisposable enable_grad(bool enabled = true) => set_grad_enabled(enabled);

    /// <summary>Switches the recording of gradients on this thread; disposing switches back.</summary>
    public static IDisposable set_grad_enabled(bool mode = true)
    {
        var before = Native.grad_mode_get();
        Native.grad_mode_set(mode ? 1 : 0);
        return new Undo(() => Native.grad_mode_set(before));
    }

    public static bool is_grad_enabled() => Native.grad_mode_get() != 0;

    /// <summary>
    /// Records no gradients on this thread until disposed, nor what gradients would need later: what is made then can take part in no
    /// backward pass. To be disposed on the same thread.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true)
    {
        var guard = Native.inference_mode_begin(mode ? 1 : 0);
        return new Undo(() => Native.inference_mode_end(guard));
    }

    public static bool is_inference_mode_enabled() => Native.inference_mode_get() != 0;

    /// <summary>Makes operators that have no deterministic form fail, or warn only; disposing switches back.</summary>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false)
    {
        var before = (are_deterministic_algorithms_enabled(), is_deterministic_algorithms_warn_only_enabled());
        SetDeterministic(mode, warn_only);
        return new Undo(() => SetDeterministic(before.Item1, before.Item2));
    }

    public static bool are_deterministic_algorithms_enabled() => Get(ContextSwitch.Deterministic);

    public static bool is_deterministic_algorithms_warn_only_enabled() => Get(ContextSwitch.DeterministicWarnOnly);

    private static void SetDeterministic(bool mode, bool warnOnly)
    {
        Set(ContextSwitch.Deterministic, mode);
        Set(ContextSwitch.DeterministicWarnOnly, warnOnly);
    }

    private static bool Get(ContextSwitch which)
    {
        Native.Check(Native.context_get(which, out var value));
        return value != 0;
    }

    private static void Set(ContextSwitch which, bool value) => Native.Check(Native.context_set(which, value ? 1 : 0));

    private sealed class Undo(Action undo) : IDisposable
    {
        private Action? undo = undo;

        public void Dispose() => Interlocked.Exchange(ref undo, null)?.Invoke();
    }
}
