namespace Framework.Sdk;

/// <summary>Makes a network.</summary>
public interface IModelFactory
{
    /// <summary>Makes the network on the CPU with its initial weights, drawn from libtorch's generator as seeded by the trainer.</summary>
    /// <param name="context">What goes in and what must come out.</param>
    /// <exception cref="ExperimentException">The options do not fit the input or the labels.</exception>
    IModel Create(ModelContext context);

    /// <summary>Whether the options name weights to begin with.</summary>
    bool IsPretrained => false;
}
