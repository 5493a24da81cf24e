using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Sound;

/// <summary>What stands in a document in the place of something wrong that was reported already.</summary>
/// <param name="Origin">Where that stands.</param>
/// <param name="Value">What the place takes.</param>
internal sealed record StandInNode(Origin Origin, object Value) : Node(Origin);
