using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as a parameter, which it becomes: this object is not to be used after.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);
}
