namespace Framework.Components.Models;

/// <summary>Newton's method with halved steps on the penalised log loss, which is convex.</summary>
internal sealed class NewtonFit
{
    private const int GreatestSteps = 200;
    private const double Tolerance = 1e-10; // of the parameters' change against their size
    private readonly LabelledFeatures _cases;
    private readonly double _c;
    private readonly int _classes;
    private readonly int _rows;
    private readonly int _width; // features and intercept
    private readonly double[] _gradient;
    private readonly double[] _hessian; // lower triangle, row-major
    private readonly double[] _class; // scores, then probabilities of one case

    public NewtonFit(LabelledFeatures cases, double inverseRegularisation)
    {
        (_cases, _c, _classes) = (cases, inverseRegularisation, cases.ClassCount);
        _rows = _classes == 2 ? 1 : _classes;
        _width = cases.Features[0].Length + 1;
        _class = new double[_classes];
        _gradient = new double[_rows * _width];
        _hessian = new double[_gradient.Length * _gradient.Length];
    }

    public LogisticRegression Run(out int steps)
    {
        var parameters = new double[_gradient.Length];
        var loss = Loss(parameters);
        for (steps = 1; steps <= GreatestSteps; steps++)
        {
            Differentiate(parameters);
            if (!Cholesky.Solve(_hessian, _gradient))
                break;
            var change = Descend(parameters, ref loss);
            if (change <= Tolerance * (1 + parameters.Max(Math.Abs)))
                return Result(parameters);
        }

        throw new InvalidOperationException(
            $"The fit did not converge with C = {_c}. Give the features a similar scale (normalise them), or lower C (inverse_regularisation).");
    }

    /// <summary>Goes along the direction in <see cref="_gradient"/> as far as the loss falls; gives the greatest change of a parameter.</summary>
    private double Descend(double[] parameters, ref double loss)
    {
        var start = (double[])parameters.Clone();
        var rounding = 1e-13 * (1 + Math.Abs(loss));
        for (var step = 1.0; ; step /= 2)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i] = start[i] - (step * _gradient[i]);
            var next = Loss(parameters);
            if (!(next <= loss + rounding) && step > 1e-12)
                continue;
            loss = next;
            return step * _gradient.Max(Math.Abs);
        }
    }

    private double Loss(double[] parameters)
    {
        var sum = 0.0;
        for (var row = 0; row < _cases.Features.Count; row++)
        {
            Scores(parameters, _cases.Features[row]);
            var own = _class[_cases.Classes[row]];
            sum += _c * _cases.Weight(row) * (Softmax.Normalise(_class) - own);
        }

        for (var i = 0; i < parameters.Length; i++)
            sum += IsIntercept(i) ? 0 : 0.5 * parameters[i] * parameters[i];
        return sum;
    }

    private void Differentiate(double[] parameters)
    {
        Array.Clear(_gradient);
        Array.Clear(_hessian);
        var features = new double[_width];
        features[^1] = 1;
        for (var row = 0; row < _cases.Features.Count; row++)
        {
            _cases.Features[row].CopyTo(features, 0);
            Scores(parameters, _cases.Features[row]);
            Softmax.Normalise(_class);
            Add(features, _cases.Classes[row], _c * _cases.Weight(row));
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (IsIntercept(i))
                continue;
            _gradient[i] += parameters[i];
            _hessian[(i * parameters.Length) + i] += 1;
        }

        FixCommonIntercept();
    }

    /// <summary>One case's share of gradient and curvature.</summary>
    private void Add(ReadOnlySpan<double> features, int actual, double weight)
    {
        var reference = _classes - _rows;
        for (var a = 0; a < _rows; a++)
        {
            var p = _class[a + reference];
            AddScaled(features, weight * (p - (a + reference == actual ? 1 : 0)), _gradient.AsSpan(a * _width));
            for (var b = 0; b <= a; b++)
            {
                var curvature = weight * p * ((a == b ? 1 : 0) - _class[b + reference]);
                for (var i = 0; i < _width; i++)
                {
                    var known = a == b ? i + 1 : _width; // of the triangle
                    AddScaled(features[..known], curvature * features[i], _hessian.AsSpan((((a * _width) + i) * _gradient.Length) + (b * _width)));
                }
            }
        }
    }

    /// <summary>A number added to every class's intercept changes nothing; curvature in that direction keeps their sum at 0.</summary>
    private void FixCommonIntercept()
    {
        if (_rows == 1)
            return;
        var scale = _c * _cases.Features.Count / _rows;
        for (var a = 0; a < _rows; a++)
        {
            for (var b = 0; b <= a; b++)
                _hessian[(((a * _width) + _width - 1) * _gradient.Length) + (b * _width) + _width - 1] += scale;
        }
    }

    private void Scores(double[] parameters, double[] features)
    {
        var reference = _classes - _rows;
        _class[0] = 0;
        for (var row = 0; row < _rows; row++)
            _class[row + reference] = parameters[((row + 1) * _width) - 1] + Softmax.Dot(features, parameters.AsSpan(row * _width));
    }

    private bool IsIntercept(int parameter) => parameter % _width == _width - 1;

    private LogisticRegression Result(double[] parameters)
    {
        var rows = parameters.Chunk(_width).ToArray();
        return new LogisticRegression([.. rows.Select(row => row[..^1])], [.. rows.Select(row => row[^1])]);
    }

    private static void AddScaled(ReadOnlySpan<double> values, double scale, Span<double> to)
    {
        for (var i = 0; i < values.Length; i++)
            to[i] += scale * values[i];
    }
}
