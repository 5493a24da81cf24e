namespace Framework.Components.Tests.Decisions;

public sealed class ValidationPredictionsTests
{
    [Theory]
    [InlineData("t0")] // of the test part
    [InlineData("u0")] // of the training part
    [InlineData("x0")] // of no part
    public void Make_ARowOfAnotherPart_IsRefused(string other)
    {
        var table = ValidationTable.Of(["l0"], [1, 0], [0.9, 0.1]);
        var split = ValidationTable.Split(table);
        var mixed = new Predictions(table.Labels, [table.Rows[0], new PredictedCase(other, other, "", 0)], [1, 0], [0.9, 0.1]);

        var error = Assert.Throws<ExperimentException>(() => new ValidationPredictions(split, 0, 0, mixed));

        Assert.Equal($"'{other}' is not of the validation part of fold 0. Calibrations and thresholds are fitted on validation cases alone: give their predictions.", error.Message);
    }

    [Fact]
    public void Make_ATestCaseUnderAValidationSubject_IsRefused()
    {
        var table = ValidationTable.Of(["l0"], [1, 0], [0.9, 0.1]);
        var disguised = new Predictions(table.Labels, [table.Rows[0], new PredictedCase("t0", "v1", "", 0)], [1, 0], [0.9, 0.1]);

        Assert.Throws<ExperimentException>(() => new ValidationPredictions(ValidationTable.Split(table), 0, 0, disguised));
    }

    [Fact]
    public void Make_NoRow_SaysWhatToDo()
    {
        var table = ValidationTable.Of(["l0"], [1, 0], [0.9, 0.1]);

        var error = Assert.Throws<ExperimentException>(() => new ValidationPredictions(ValidationTable.Split(table), 0, 0, new Predictions(["l0"], [], [], [])));

        Assert.EndsWith("Give 'validate' a share of the split, or leave 'calibrate' and 'threshold' out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_LabelsAndAGroup_AreInTheOrderOfLabelsWithoutUnknownRows()
    {
        double[] targets = [1, double.NaN, double.NaN, 0, 0, 1, 0, 1];
        var table = ValidationTable.Of(["a", "low", "high", "b"], targets, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], new LabelGroup("grade", ["low", "high"]));

        var questions = new ValidationPredictions(ValidationTable.Split(table), 0, 0, table).Questions;

        Assert.Equal(["a", "grade", "b"], questions.Select(question => question.Name));
        Assert.Equal([2, 1, 2], questions.Select(question => question.Count));
        Assert.Equal([0.6, 0.7], questions[1].Outputs.ToArray());
        Assert.Equal([0.7], questions[1].Column(1).Outputs.ToArray());
    }
}
