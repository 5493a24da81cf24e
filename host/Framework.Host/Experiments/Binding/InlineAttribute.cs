namespace Framework.Host.Experiments.Binding;

/// <summary>Marks the component of a place whose own keys stand in the same mapping: <c>{ use: flip, axis: x, only: train }</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InlineAttribute : Attribute;
