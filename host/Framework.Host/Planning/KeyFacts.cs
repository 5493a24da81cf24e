using Framework.Components.Data;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>What keys rest on that many units of a plan share, worked out once: a million cases, or a large file, are not read again for each control.</summary>
internal sealed class KeyFacts
{
    private readonly Dictionary<(CaseSplit Split, int Fold, int Repeat), string> _parts = [];
    private readonly Dictionary<string, string> _files = [];

    /// <summary>Identities, subjects, labels and facts of each part; those behind the lock determine nothing.</summary>
    public string Cases(PreparedExperiment variant, StageSection stage, UnitId id)
    {
        var data = variant.Data.Of(stage);
        if (id.HeldOut is not null)
        {
            var cases = new CaseAssignment(variant).Of(id);
            return string.Concat(new[] { cases.Train, cases.Validate, cases.Evaluated[0].Cases }.Select(part => $" {DataFingerprint.WithFacts(data.Index.Labels, part)}"));
        }

        var place = (data.Split, id.Fold, id.Repeat);
        if (!_parts.TryGetValue(place, out var text))
            _parts.Add(place, text = string.Concat(CaseSplit.Parts.Select(part => $" {part} {DataFingerprint.WithFacts(data.Index.Labels, data.Split.Cases(id.Fold, part, id.Repeat))}")));
        return text;
    }

    /// <summary>The SHA-256 of each file of weights that options name.</summary>
    public IEnumerable<string> Pretrained(IEnumerable<string> canonicals) => PretrainedFiles.Named(canonicals).Select(file =>
    {
        if (!_files.TryGetValue(file, out var hash))
            _files.Add(file, hash = FileHash.Of(file));
        return hash;
    });
}
