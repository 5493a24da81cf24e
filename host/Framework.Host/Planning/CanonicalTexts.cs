using System.Text.Json;

namespace Framework.Host.Planning;

/// <summary>The texts that canonical JSON holds, at any depth.</summary>
internal static class CanonicalTexts
{
    /// <summary>Each text in the order of the document, with the key that it stands under; null where it is an item of a list.</summary>
    public static IReadOnlyList<(string? Key, string Text)> Of(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        return [.. Of(null, document.RootElement)];
    }

    private static IEnumerable<(string? Key, string Text)> Of(string? key, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [(key, element.GetString()!)],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Of(null, item)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Of(property.Name, property.Value)),
        _ => [],
    };
}
