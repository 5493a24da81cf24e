namespace Framework.Sdk;

/// <summary>One of several controls that one entry of the experiment stands for.</summary>
/// <param name="Name">What follows the control's name and a '-' in the unit's name: <c>5</c> for <c>subset-5</c>. Letters, digits, '-' and '_'.</param>
/// <param name="Control">What it does.</param>
/// <param name="Options">Everything that its result depends on, as text: a unit is done again when this changes.</param>
public sealed record ControlVariant(string Name, IControl Control, string Options);
