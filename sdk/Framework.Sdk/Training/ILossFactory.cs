namespace Framework.Sdk;

/// <summary>Makes a loss for one unit; statistics such as class weights come from the training part only.</summary>
public interface ILossFactory
{
    /// <summary>Makes the loss.</summary>
    /// <param name="context">Labels of the training part, and the device.</param>
    /// <exception cref="TrainingException">The labels do not allow it, such as no positive case where a ratio is asked for.</exception>
    ILoss Create(LossContext context);
}
