using System.Text;

namespace Framework.Host.Experiments.Binding;

/// <summary>The names that members have in YAML.</summary>
internal static class YamlName
{
    /// <summary>The key of an option: <c>LearningRate</c> is <c>learning_rate</c>.</summary>
    public static string Key(string member) => Words(member, '_');

    /// <summary>The value of an enum's member: <c>SoftTissue</c> is <c>soft-tissue</c>.</summary>
    public static string Value(string member) => Words(member, '-');

    /// <summary>The words of a type's name, for a sentence.</summary>
    public static string Noun(Type type) => Words(type.Name, ' ');

    private static string Words(string name, char between)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins && name[i - 1] != '_')
                text.Append(between);
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
