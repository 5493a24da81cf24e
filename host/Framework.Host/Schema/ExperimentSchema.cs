using System.Text.Json.Nodes;
using Framework.Host.Commands;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Variants;
using Framework.Host.Plugins;

namespace Framework.Host.Schema;

/// <summary>
/// An experiment's file as JSON Schema, draft 2020-12, with every component that is loaded: what editors complete, check and explain by.
/// </summary>
/// <remarks>It knows what a single key shows. What two keys say together, and what data say, <c>validate</c> knows alone.</remarks>
internal static class ExperimentSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The schema of experiments with these components.</summary>
    public static JsonObject Of(ComponentCatalogue catalogue, XmlDocs docs)
    {
        var definitions = new JsonObject();
        var whole = Root(new SchemaWriter(catalogue, docs, definitions, partial: false));
        var changes = new SchemaWriter(catalogue, docs, definitions, partial: true);
        var laidOver = Root(changes);
        LetStagesContinue(whole, changes);
        laidOver["properties"]![DocumentReader.Extends] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = "The file that this one changes, relative to it. Mappings are joined key by key, lists and single values taken whole; null takes a key away.",
        };
        definitions["experiment"] = whole;
        definitions["changed-experiment"] = laidOver;
        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["title"] = "Experiment",
            ["description"] = "An experiment of Framework. `framework describe NAME` says what a component takes.",
            ["type"] = "object",
            ["if"] = new JsonObject { ["required"] = new JsonArray(DocumentReader.Extends) },
            ["then"] = SchemaWriter.Reference("changed-experiment"),
            ["else"] = SchemaWriter.Reference("experiment"),
            ["$defs"] = definitions,
        };
    }

    // A stage that continues another has from there what it does not say itself.
    private static void LetStagesContinue(JsonObject root, SchemaWriter changes)
    {
        var stages = root["properties"]!["stages"]!.AsObject();
        var plain = stages["additionalProperties"]!.DeepClone();
        stages["additionalProperties"] = new JsonObject
        {
            ["if"] = new JsonObject { ["required"] = new JsonArray("continues") },
            ["then"] = changes.Of(typeof(StageFields), []),
            ["else"] = plain,
        };
    }

    private static JsonObject Root(SchemaWriter writer)
    {
        var root = writer.Record(typeof(ExperimentFields));
        root["properties"]![Matrix.Key] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Places with the values that they are to have, such as stages.classify.model.depth: [34, 50]; the experiment is run with every combination.",
            ["minProperties"] = 1,
            ["additionalProperties"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "array", ["minItems"] = 1 },
                    new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["description"] = "Values by the names that their variants are to have." }),
            },
        };
        return root;
    }
}
