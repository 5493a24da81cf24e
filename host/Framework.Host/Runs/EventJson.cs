using System.Text.Json.Serialization;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>The form of a line of <c>events.jsonl</c> and of <c>external.jsonl</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TrainingEvent))]
[JsonSerializable(typeof(ExternalOpening))]
internal sealed partial class EventJson : JsonSerializerContext;
