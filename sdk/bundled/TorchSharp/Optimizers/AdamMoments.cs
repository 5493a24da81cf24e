namespace TorchSharp.Modules;

/// <summary>The running averages of Adam and AdamW for a list of parameters that made the same number of steps.</summary>
/// <param name="Step">Number of the current step, from 1.</param>
/// <param name="Average">Average of the gradient.</param>
/// <param name="AverageSquare">Average of the squared gradient.</param>
/// <param name="LargestSquare">The largest average of squares so far; null without amsgrad.</param>
internal sealed record AdamMoments(long Step, torch.Tensor[] Average, torch.Tensor[] AverageSquare, torch.Tensor[]? LargestSquare);
