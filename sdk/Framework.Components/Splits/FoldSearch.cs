namespace Framework.Components.Splits;

/// <summary>How many subjects of each stratum each fold gets, and how far labels and sites are from equal shares then.</summary>
internal sealed class FoldSearch
{
    private const int None = -1;
    private const int PairsTried = 4000;
    private const double SiteWeight = 0.05; // where labels come first
    private readonly Strata _strata;
    private readonly Evenness _rules;
    private readonly int[,] _counts;
    private readonly int[] _size;
    private readonly double[,] _drift;
    private readonly int[] _order;
    private readonly RandomStream _random;
    private int _patience;

    public FoldSearch(Strata strata, int folds, RandomStream random, Evenness rules)
    {
        (_strata, Folds, _random, _rules) = (strata, folds, random, rules);
        (_counts, _size) = (new int[strata.Members.Count, folds], new int[folds]);
        _drift = new double[strata.Totals.Length, folds];
        _order = [.. Enumerable.Range(0, strata.Members.Count).Where(stratum => rules != Evenness.Strata || strata.Members[stratum].Length % folds != 0)];
        random.Shuffle(_order.AsSpan());
        Begin();
    }

    public int Folds { get; }

    /// <summary>The greatest distance of a label's count in a fold from its equal share, in subjects, and then of a site's; up to one subject is nothing.</summary>
    public (double Labels, double Sites) Drift => (Greatest(_strata.Labels), Greatest(_strata.Sites));

    /// <summary>How many subjects of the stratum go to the fold.</summary>
    public int Count(int stratum, int fold) => _counts[stratum, fold];

    /// <summary>Whether nothing that those rules speak of is more than one subject from its share.</summary>
    public bool IsWithinOne(Evenness rules) => Drift.Labels <= 1 && (rules == Evenness.Labels || Drift.Sites <= 1);

    /// <summary>Exchanges and moves until none helps any count that is a subject or more from its share.</summary>
    /// <param name="patience">So many exchanges may also make things a little worse, on the way to better ones.</param>
    public void Improve(int patience)
    {
        _patience = patience;
        while (Worst().Any(at => Array.Exists(Partners(at), other => Mend(at.Property, at.Fold, other))))
        {
        }
    }

    // What is left over goes round and round, so that sizes are equal and no fold gets two of one stratum.
    private void Begin()
    {
        for (var stratum = 0; stratum < _strata.Members.Count; stratum++)
        {
            for (var fold = 0; fold < Folds; fold++)
            {
                _counts[stratum, fold] = Floor(stratum);
                foreach (var property in _strata.PropertiesOf[stratum])
                    _drift[property, fold] += Floor(stratum) - ((double)_strata.Members[stratum].Length / Folds);
            }
        }

        var next = _random.Next(Folds);
        foreach (var stratum in _order)
        {
            for (var left = _strata.Members[stratum].Length % Folds; left > 0; left--, next = (next + 1) % Folds)
                Give(stratum, next, 1);
        }
    }

    private int Floor(int stratum) => _strata.Members[stratum].Length / Folds;

    private double Greatest(Range properties)
    {
        var greatest = 1 + 1e-9;
        for (var property = properties.Start.Value; property < properties.End.Value; property++)
        {
            for (var fold = 0; fold < Folds; fold++)
                greatest = Math.Max(greatest, Math.Abs(_drift[property, fold]));
        }

        return greatest <= 1 + 1e-9 ? 1 : greatest;
    }

    private void Give(int stratum, int fold, int count)
    {
        _counts[stratum, fold] += count;
        _size[fold] += count;
        foreach (var property in _strata.PropertiesOf[stratum])
            _drift[property, fold] += count;
    }

    private List<(int Property, int Fold)> Worst() =>
        [.. from property in Enumerable.Range(0, _strata.Totals.Length)
            where _rules != Evenness.Labels || property < _strata.Labels.End.Value
            from fold in Enumerable.Range(0, Folds)
            let drift = Math.Abs(_drift[property, fold])
            where drift >= 1 - 1e-9
            orderby drift descending
            select (property, fold)];

    private int[] Partners((int Property, int Fold) at)
    {
        var sign = Math.Sign(_drift[at.Property, at.Fold]);
        return [.. Enumerable.Range(0, Folds).Where(fold => fold != at.Fold).OrderBy(fold => sign * _drift[at.Property, fold])];
    }

    // Where the fold has too many of the property, a subject with it leaves for the other fold and one without it comes; else the other way round.
    private bool Mend(int property, int fold, int other)
    {
        var (rich, poor) = _drift[property, fold] > 0 ? (fold, other) : (other, fold);
        var leaving = _order.Where(stratum => MayLeave(stratum, rich, poor) && _strata.PropertiesOf[stratum].Contains(property)).ToList();
        var coming = _order.Where(stratum => MayLeave(stratum, poor, rich) && !_strata.PropertiesOf[stratum].Contains(property)).ToList();
        if (_size[rich] > _size[poor])
            coming.Insert(0, None);
        var pairs = leaving.Count * coming.Count;
        var start = pairs == 0 ? 0 : _random.Next(pairs);
        for (var i = 0; i < Math.Min(pairs, PairsTried); i++)
        {
            var at = (start + i) % pairs;
            if (TryExchange(leaving[at / coming.Count], coming[at % coming.Count], rich, poor))
                return true;
        }

        return false;
    }

    private bool MayLeave(int stratum, int from, int to)
    {
        var slack = _rules == Evenness.Strata ? 0 : 1;
        var (floor, rest) = (Floor(stratum), _strata.Members[stratum].Length % Folds);
        return _counts[stratum, from] > Math.Max(floor - slack, 0) && _counts[stratum, to] < floor + (rest > 0 ? 1 : 0) + slack;
    }

    private bool TryExchange(int leaving, int coming, int rich, int poor)
    {
        int[] touched = [.. _strata.PropertiesOf[leaving].Union(coming == None ? [] : _strata.PropertiesOf[coming])];
        var before = Cost(touched, rich, poor);
        Exchange(leaving, coming, rich, poor);
        var worse = Cost(touched, rich, poor) - before;
        if (worse < -1e-9)
            return true;
        if (_patience > 0 && worse < _random.NextDouble())
        {
            _patience--;
            return true;
        }

        Exchange(leaving, coming, poor, rich);
        return false;
    }

    private void Exchange(int leaving, int coming, int from, int to)
    {
        Give(leaving, from, -1);
        Give(leaving, to, 1);
        if (coming == None)
            return;
        Give(coming, to, -1);
        Give(coming, from, 1);
    }

    // Fourth powers: the greatest distance matters most.
    private double Cost(int[] properties, int fold, int other) =>
        properties.Sum(property => Weight(property) * (Math.Pow(_drift[property, fold], 4) + Math.Pow(_drift[property, other], 4)));

    private double Weight(int property) => _rules == Evenness.Labels && property >= _strata.Labels.End.Value ? SiteWeight : 1;
}
