namespace Framework.Components.Transforms.Composing;

/// <summary>A transform that is made of others.</summary>
internal interface IComposedTransform
{
    /// <summary>The others.</summary>
    IReadOnlyList<ITransform> Parts { get; }
}
