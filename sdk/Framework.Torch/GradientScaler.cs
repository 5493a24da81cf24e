using Framework.Torch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Multiplies the loss so that small gradients survive 16 bits, and adapts the factor: as <c>torch.cuda.amp.GradScaler</c>.</summary>
/// <remarks>
/// The scale begins at 2^16, doubles after 2,000 steps in a row without overflow, and halves after a step with one, which is not taken.
/// <code>
/// scaler.Scale(loss).backward();
/// var taken = scaler.Step(gradients, () => optimizer.step());
/// </code>
/// </remarks>
public sealed class GradientScaler
{
    /// <summary>Steps without overflow after which the scale doubles.</summary>
    public const int GrowthInterval = 2000;

    private const double Growth = 2;
    private const double Backoff = 0.5;
    private static readonly NativeOperator CheckAndUnscale = new("aten::_amp_foreach_non_finite_check_and_unscale_");

    /// <summary>Where the scale stands; set it to go on from a checkpoint.</summary>
    public GradientScale State { get; set; } = GradientScale.Initial;

    /// <summary>The loss to run backward from.</summary>
    /// <param name="loss">A scalar of 32 bits.</param>
    public Tensor Scale(Tensor loss) => loss * State.Scale;

    /// <summary>Divides the gradients by the scale and takes the step if all are finite; then adapts the scale.</summary>
    /// <param name="gradients">Of the scaled loss, on one device; changed in place.</param>
    /// <param name="step">Clips, updates the weights.</param>
    /// <returns>Whether the step was taken.</returns>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public bool Step(Tensor[] gradients, Action step)
    {
        var isFinite = Unscale(gradients);
        if (isFinite)
            step();
        State = isFinite ? AfterGoodStep() : new GradientScale(State.Scale * Backoff, 0);
        return isFinite;
    }

    private GradientScale AfterGoodStep()
    {
        var good = State.GoodSteps + 1;
        if (good < GrowthInterval)
            return State with { GoodSteps = good };
        // Beyond the largest 32-bit number every loss would be infinite.
        var grown = State.Scale * Growth;
        return new GradientScale(grown <= float.MaxValue ? grown : State.Scale, 0);
    }

    private bool Unscale(Tensor[] gradients)
    {
        if (gradients.Length == 0)
            return true;
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        return gradients[0].device_type == DeviceType.CUDA ? UnscaleOnGpu(gradients) : UnscaleByNorm(gradients);
    }

    private bool UnscaleOnGpu(Tensor[] gradients)
    {
        var found = zeros(1, dtype: ScalarType.Float32, device: gradients[0].device);
        var inverse = full([1], (float)(1 / State.Scale), dtype: ScalarType.Float32, device: gradients[0].device);
        CheckAndUnscale.CallVoid(gradients, found, inverse);
        return found.item<float>() == 0;
    }

    // The CPU has no such kernel before libtorch 2.3. The largest value tells: the Euclidean norm of large finite gradients can overflow.
    private bool UnscaleByNorm(Tensor[] gradients)
    {
        var isFinite = stack(Foreach.Norm(gradients, double.PositiveInfinity)).isfinite().all().item<bool>();
        if (isFinite)
            Foreach.Multiply(gradients, (float)(1 / State.Scale));
        return isFinite;
    }
}
