using System.Globalization;
using Framework.Sdk;

namespace Framework.Plugins.Fistula.Bern;

/// <summary>Looks at no image and learns nothing: predicts every case by the Bern score that a reader's six findings give, as a share of 9 points.</summary>
/// <remarks>
/// What a network must beat to be worth more than a reader with a ruler. For cases of one label, or of one question with two answers, of which the second is the
/// fistula.
/// </remarks>
/// <param name="options">Which attributes hold the findings.</param>
public sealed class BernScoreTrainer(BernScoreOptions options) : ITrainer
{
    /// <inheritdoc />
    public bool IsFitted => false;

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        var isQuestion = context.Labels.Count == 2 && context.Groups.Count == 1;
        if (context.Labels.Count != 1 && !isQuestion)
            throw new ExperimentException($"'fistula.bern-score' answers one label, or one question with two classes; there are {context.Labels.Count} labels ({string.Join(", ", context.Labels)}). Leave one in 'labels'.");
        return new BernScorePredictor(this, context);
    }

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
        using var predictor = Fit(context, CancellationToken.None);
        foreach (var item in context.Train.Cases.Take(1))
            Score(item);
    }

    /// <summary>The score of one case.</summary>
    /// <param name="item">Its attributes hold the findings.</param>
    /// <returns>0 to 9.</returns>
    /// <exception cref="DataFormatException">A finding is missing or cannot be read.</exception>
    public int Score(Case item) => BernScore.Of(
        Judgement(item, options.SinusEngorgement),
        Judgement(item, options.PachymeningealEnhancement),
        Length(item, options.Suprasellar),
        Judgement(item, options.SubduralFluid),
        Length(item, options.Prepontine),
        Length(item, options.Mamillopontine));

    private static bool Judgement(Case item, string attribute) => Text(item, attribute).ToUpperInvariant() switch
    {
        "YES" or "1" or "TRUE" => true,
        "NO" or "0" or "FALSE" => false,
        _ => throw new DataFormatException($"case '{item.Id}': '{attribute}' is neither yes nor no. Write one of them."),
    };

    private static double Length(Case item, string attribute) =>
        double.TryParse(Text(item, attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length is >= 0 and < 1000
            ? length
            : throw new DataFormatException($"case '{item.Id}': '{attribute}' is no length in millimetres. Write a number of 0 or more.");

    private static string Text(Case item, string attribute) => item.Attributes.TryGetValue(attribute, out var text)
        ? text.Trim()
        : throw new DataFormatException($"case '{item.Id}' has no attribute '{attribute}', which the Bern score needs. Add the column to 'attributes' of the data source.");

    private sealed class BernScorePredictor(BernScoreTrainer trainer, TrainingContext context) : IPredictor
    {
        public Predictions Predict(SampleSet samples, CancellationToken cancellation) => new(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. samples.Cases.SelectMany(Outputs)])
        {
            Groups = context.Groups,
        };

        private double[] Outputs(Case item)
        {
            var share = trainer.Score(item) / (double)BernScore.Greatest;
            return context.Labels.Count == 1 ? [share] : [1 - share, share];
        }

        public void Dispose()
        {
        }
    }
}
