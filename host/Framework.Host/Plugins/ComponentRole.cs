using System.Text;

namespace Framework.Host.Plugins;

/// <summary>What people call an SDK interface: <c>IDataSource</c> is <c>data-source</c> on the command line and a data source in a sentence.</summary>
internal static class ComponentRole
{
    /// <summary>In kebab-case, as <c>--interface</c> takes it. A factory is called by what it makes.</summary>
    public static string NameOf(Type contract)
    {
        var noun = contract.Name.AsSpan(contract.IsInterface ? 1 : 0);
        if (noun.EndsWith("Factory", StringComparison.Ordinal))
            noun = noun[..^"Factory".Length];
        var name = new StringBuilder();
        foreach (var letter in noun)
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }

    /// <summary>In words, as a sentence takes it.</summary>
    public static string WordsOf(Type contract) => NameOf(contract).Replace('-', ' ');
}
