using Framework.Components.Decisions;
using Framework.Components.Evaluation;

namespace Framework.Components.Tests.Decisions;

public sealed class CalibratorTests
{
    // Two outputs, 0.9 and 0.1; of ten cases each, eight and two are positive: log-odds of 9 that should be those of 4.
    private static readonly ValidationQuestion TooSure = ValidationTable.Question(
        [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], [.. Enumerable.Repeat(0.9, 10), .. Enumerable.Repeat(0.1, 10)]);

    [Fact]
    public void Temperature_TooSureByAFactor_FindsIt()
    {
        var temperature = new TemperatureCalibrator();

        var figures = temperature.Fit(TooSure);

        Assert.Equal(Math.Log(9) / Math.Log(4), Assert.Single(figures), 1e-12);
        double[] output = [0.9];
        temperature.Apply(figures, output);
        Assert.Equal(0.8, output[0], 1e-12);
    }

    [Fact]
    public void Temperature_Label_HasNoGreaterLossThanAnyOnAGrid()
    {
        var (targets, outputs) = Cohort(200, 3);
        var question = ValidationTable.Question(targets, outputs);

        var fitted = LossAt(question, new TemperatureCalibrator().Fit(question)[0]);

        Assert.All(Enumerable.Range(1, 400), step => Assert.True(fitted <= LossAt(question, 0.02 * step) + 1e-15));
    }

    [Fact]
    public void Temperature_Group_HasNoGreaterLossThanAnyOnAGrid()
    {
        var random = new RandomStream(5);
        var (targets, outputs) = (new double[3 * 150], new double[3 * 150]);
        for (var row = 0; row < 150; row++)
        {
            targets[(3 * row) + random.Next(3)] = 1;
            for (var k = 0; k < 3; k++)
                outputs[(3 * row) + k] = Math.Exp(random.Normal() + (2 * targets[(3 * row) + k]));
            var sum = outputs[(3 * row)..(3 * row + 3)].Sum();
            for (var k = 0; k < 3; k++)
                outputs[(3 * row) + k] /= sum;
        }

        var question = ValidationTable.Question(targets, outputs, classes: 3);

        var fitted = LossAt(question, new TemperatureCalibrator().Fit(question)[0]);

        Assert.All(Enumerable.Range(1, 400), step => Assert.True(fitted <= LossAt(question, 0.02 * step) + 1e-15));
    }

    [Fact]
    public void Temperature_ClassesApart_StaysWithinItsRange() =>
        Assert.Equal([0.01], new TemperatureCalibrator().Fit(ValidationTable.Question([1, 1, 0, 0], [0.9, 0.8, 0.2, 0.1])));

    [Fact]
    public void Temperature_OutputsTheWrongWayRound_TakesAllConfidence() =>
        Assert.Equal([100], new TemperatureCalibrator().Fit(ValidationTable.Question([0, 0, 1, 1], [0.9, 0.8, 0.2, 0.1])));

    [Fact]
    public void Platt_TwoOutputs_GivesPlattsTargetsOfEach()
    {
        var platt = new PlattCalibrator();
        var figures = platt.Fit(TooSure);

        // With two outputs the two parameters reach both means exactly: 8 of 10 positives at 11/12, 2 of 10 negatives at 1/12, and the other way round.
        foreach (var (output, expected) in new[] { (0.9, ((8 * 11.0) + 2) / 120), (0.1, ((2 * 11.0) + 8) / 120) })
        {
            double[] row = [output];
            platt.Apply(figures, row);
            Assert.Equal(expected, row[0], 1e-8);
        }
    }

    [Fact]
    public void Isotonic_WorkedByHand_PoolsViolatorsAndGoesStraightBetween()
    {
        // 0.4 is above 0.6 in its mean: they are pooled to one half. 0.8 has two cases, one of them positive; then 1.
        var isotonic = new IsotonicCalibrator();
        var figures = isotonic.Fit(ValidationTable.Question([0, 1, 0, 1, 0, 1], [0.2, 0.4, 0.6, 0.8, 0.8, 0.9]));

        foreach (var (output, expected) in new[] { (0.0, 0.0), (0.2, 0.0), (0.3, 0.25), (0.4, 0.5), (0.55, 0.5), (0.8, 0.5), (0.85, 0.75), (0.9, 1.0), (1.0, 1.0) })
        {
            double[] row = [output];
            isotonic.Apply(figures, row);
            Assert.Equal(expected, row[0], 1e-12);
        }
    }

    [Theory]
    [InlineData(typeof(PlattCalibrator))]
    [InlineData(typeof(IsotonicCalibrator))]
    [InlineData(typeof(TemperatureCalibrator))]
    public void Apply_Group_AddsUpToOne(Type type)
    {
        var calibrator = (ICalibrator)Activator.CreateInstance(type)!;
        var figures = calibrator.Fit(ValidationTable.Question(
            [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0], [0.6, 0.3, 0.1, 0.2, 0.5, 0.3, 0.3, 0.3, 0.4, 0.2, 0.4, 0.4, 0.1, 0.2, 0.7], classes: 3));
        double[] row = [0.5, 0.1, 0.4];

        calibrator.Apply(figures, row);

        Assert.Equal(1, row.Sum(), 1e-12);
        Assert.All(row, value => Assert.InRange(value, 0, 1));
    }

    [Theory]
    [InlineData(typeof(PlattCalibrator), "the calibration")]
    [InlineData(typeof(IsotonicCalibrator), "the calibration")]
    [InlineData(typeof(TemperatureCalibrator), "the temperature")]
    public void Fit_OneClassAlone_SaysSo(Type type, string what)
    {
        var error = Assert.Throws<TrainingException>(() => ((ICalibrator)Activator.CreateInstance(type)!).Fit(ValidationTable.Question([1, 1], [0.9, 0.1])));

        Assert.Equal(
            $"{what} of 'l0' cannot be fitted: its validation part has 2 positive and 0 negative cases, and both kinds are needed. Give 'validate' a larger share.", error.Message);
    }

    private static (double[] Targets, double[] Outputs) Cohort(int cases, ulong seed)
    {
        var random = new RandomStream(seed);
        double[] targets = [.. Enumerable.Range(0, cases).Select(_ => random.Chance(0.4) ? 1.0 : 0)];
        return (targets, [.. targets.Select(target => 1 / (1 + Math.Exp(-random.Normal() - (3 * target) + 1)))]);
    }

    private static double LossAt(ValidationQuestion question, double temperature)
    {
        var width = question.Labels.Count;
        var loss = 0.0;
        for (var row = 0; row < question.Count; row++)
        {
            var outputs = question.Outputs.Slice(row * width, width).ToArray();
            var targets = question.Targets.Slice(row * width, width);
            new TemperatureCalibrator().Apply([temperature], outputs);
            for (var k = 0; k < width; k++)
                loss += width == 1 ? LogLossTerms.Of(targets[k], outputs[k]) : targets[k] > 0 ? -Math.Log(outputs[k]) : 0;
        }

        return loss / question.Count;
    }
}
