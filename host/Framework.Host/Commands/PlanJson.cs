using Framework.Host.Engines;
using Framework.Host.Runs;

namespace Framework.Host.Commands;

/// <summary>A plan as JSON: <c>[{name, key, reads: [name], done, seconds, memory: {bytes, measured}}]</c>; <c>memory</c> is left out where nobody asked.</summary>
internal static class PlanJson
{
    public static void Write(TextWriter output, IReadOnlyList<UnitForecast> units, IReadOnlyDictionary<string, UnitMemory> memory) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("name", unit.Unit.Name);
            json.WriteString("key", unit.Unit.Key);
            json.WriteStartArray("reads");
            foreach (var read in unit.Unit.Reads)
                json.WriteStringValue(read);
            json.WriteEndArray();
            json.WriteString("done", unit.Done);
            if (unit.Estimate is { } time)
                json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 1));
            else
                json.WriteNull("seconds");
            if (memory.TryGetValue(unit.Unit.Name, out var need))
            {
                json.WriteStartObject("memory");
                json.WriteNumber("bytes", need.Bytes);
                json.WriteBoolean("measured", need.IsMeasured);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
