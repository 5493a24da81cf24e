namespace Framework.Components.Models.Weights;

/// <summary>How a file of weights is written.</summary>
public enum WeightsFormat
{
    /// <summary>A JSON header and bare tensors (huggingface.co/docs/safetensors).</summary>
    SafeTensors,

    /// <summary>What <c>torch.save</c> writes since PyTorch 1.6: a zip archive.</summary>
    PyTorchZip,

    /// <summary>What <c>torch.save</c> wrote before: pickles and storages in a row.</summary>
    PyTorchLegacy,
}
