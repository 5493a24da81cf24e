namespace Framework.Components.Splits;

/// <summary>Which folds get the subjects that are left over when each stratum is divided: at most one of a stratum a fold.</summary>
internal sealed class LeftOver
{
    private const int None = -1;
    private const int PairsTried = 4000;
    private readonly Strata _strata;
    private readonly bool[,] _has;
    private readonly int[] _size;
    private readonly double[,] _drift;
    private readonly int[] _open;
    private readonly RandomStream _random;

    public LeftOver(Strata strata, int folds, RandomStream random, bool shuffled)
    {
        (_strata, Folds, _random) = (strata, folds, random);
        (_has, _size) = (new bool[strata.Members.Count, folds], new int[folds]);
        _drift = new double[strata.Totals.Length, folds];
        _open = [.. Enumerable.Range(0, strata.Members.Count).Where(stratum => strata.Members[stratum].Length % folds != 0)];
        if (shuffled)
            random.Shuffle(_open.AsSpan());
        Begin();
    }

    public int Folds { get; }

    /// <summary>The greatest distance of a label's or a site's count in a fold from its k-th part, in subjects.</summary>
    public double Drift => _drift.Cast<double>().Select(Math.Abs).DefaultIfEmpty().Max();

    /// <summary>Whether one of the stratum's left-over subjects goes to the fold.</summary>
    public bool Has(int stratum, int fold) => _has[stratum, fold];

    /// <summary>Exchanges and moves until none helps any count that is a subject or more from its k-th part.</summary>
    public void Improve()
    {
        while (Worst().Any(at => Array.Exists(Partners(at), other => Mend(at.Property, at.Fold, other))))
        {
        }
    }

    // Round and round, so that sizes are equal and no fold gets two of one stratum.
    private void Begin()
    {
        foreach (var stratum in Enumerable.Range(0, _strata.Members.Count))
        {
            foreach (var property in _strata.PropertiesOf[stratum])
            {
                for (var fold = 0; fold < Folds; fold++)
                    _drift[property, fold] += (_strata.Members[stratum].Length / Folds) - ((double)_strata.Members[stratum].Length / Folds);
            }
        }

        var next = _random.Next(Folds);
        foreach (var stratum in _open)
        {
            for (var left = _strata.Members[stratum].Length % Folds; left > 0; left--, next = (next + 1) % Folds)
                Give(stratum, next, 1);
        }
    }

    private void Give(int stratum, int fold, int sign)
    {
        _has[stratum, fold] = sign > 0;
        _size[fold] += sign;
        foreach (var property in _strata.PropertiesOf[stratum])
            _drift[property, fold] += sign;
    }

    private List<(int Property, int Fold)> Worst() =>
        [.. from property in Enumerable.Range(0, _strata.Totals.Length)
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

    // Where the fold has too many of the property, a stratum with it leaves for the other fold and one without it comes; else the other way round.
    private bool Mend(int property, int fold, int other)
    {
        var (rich, poor) = _drift[property, fold] > 0 ? (fold, other) : (other, fold);
        var leaving = _open.Where(stratum => _has[stratum, rich] && !_has[stratum, poor] && _strata.PropertiesOf[stratum].Contains(property)).ToList();
        var coming = _open.Where(stratum => _has[stratum, poor] && !_has[stratum, rich] && !_strata.PropertiesOf[stratum].Contains(property)).ToList();
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

    private bool TryExchange(int leaving, int coming, int rich, int poor)
    {
        int[] touched = [.. _strata.PropertiesOf[leaving], .. coming == None ? [] : _strata.PropertiesOf[coming]];
        var before = Cost(touched, rich, poor);
        Exchange(leaving, coming, rich, poor);
        if (Cost(touched, rich, poor) < before - 1e-9)
            return true;
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
    private double Cost(int[] properties, int fold, int other) => properties.Distinct().Sum(property => Fourth(_drift[property, fold]) + Fourth(_drift[property, other]));

    private static double Fourth(double value) => value * value * (value * value);
}
