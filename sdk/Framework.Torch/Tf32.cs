using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Whether CUDA may round the 32-bit factors of convolutions and matrix products to 10 bits of fraction (TF32), which is several times faster.</summary>
/// <remarks>libtorch's own choice is: convolutions yes, matrix products no. Other devices have no TF32 and do not heed it.</remarks>
public sealed class Tf32 : IDisposable
{
    private readonly (bool Matmul, bool Convolution) _before;
    private bool _ended;

    private Tf32(bool allowed)
    {
        _before = (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32);
        Set(allowed, allowed);
    }

    /// <summary>Allows or forbids it until what this gives is disposed. The state is the process's.</summary>
    /// <param name="allowed">For convolutions and matrix products alike.</param>
    public static IDisposable Begin(bool allowed) => new Tf32(allowed);

    /// <summary>Restores what was before.</summary>
    public void Dispose()
    {
        if (!_ended)
            Set(_before.Matmul, _before.Convolution);
        _ended = true;
    }

    private static void Set(bool matmul, bool convolution)
    {
        backends.cuda.matmul.allow_tf32 = matmul;
        backends.cudnn.allow_tf32 = convolution;
    }
}
