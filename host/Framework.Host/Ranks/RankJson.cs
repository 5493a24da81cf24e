using System.Text.Json.Serialization;

namespace Framework.Host.Ranks;

/// <summary>The form of what ranks say to each other.</summary>
[JsonSerializable(typeof(RankWord))]
internal sealed partial class RankJson : JsonSerializerContext;
