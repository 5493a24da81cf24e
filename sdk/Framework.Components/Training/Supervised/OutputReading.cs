using System.Runtime.ExceptionServices;

namespace Framework.Components.Training.Supervised;

/// <summary>Turns what a network gives for a batch into rows of predictions.</summary>
internal abstract class OutputReading
{
    /// <summary>The reading of a network for labels, masks or objects, whichever the options ask for.</summary>
    public static OutputReading Of(SupervisedOptions options, TrainingContext context, ILoss loss) => options switch
    {
        { Masks: { } masks } => new MaskReading(masks, loss, context),
        { Objects: { } objects } => new ObjectReading(objects, context),
        _ => new LabelReading(loss, context, options.Features),
    };

    /// <summary>Says before any training what could not be read after it.</summary>
    /// <param name="batch">As it was loaded.</param>
    /// <param name="output">Of a network in evaluation mode.</param>
    /// <exception cref="ExperimentException">The outputs are not what the options ask for.</exception>
    public abstract void Check(Batch batch, ModelOutput output);

    /// <summary>A row for each case of the batch.</summary>
    /// <param name="batch">As it was loaded.</param>
    /// <param name="output">Of a network in evaluation mode.</param>
    /// <param name="pipeline">What loaded the cases.</param>
    public abstract IReadOnlyList<PredictedRow> Read(Batch batch, ModelOutput output, SamplePipeline pipeline);

    /// <summary>Reads the cases of a batch beside each other, those that only fill it left out; of several failures the first case's is told, as it is.</summary>
    protected static PredictedRow[] EachCase(Batch batch, Func<int, PredictedRow> read)
    {
        var count = batch.Repetitions?.TakeWhile(repetition => repetition == 0).Count() ?? batch.Cases.Count;
        var (rows, failures) = (new PredictedRow[count], new Exception?[count]);
        Parallel.For(0, rows.Length, row =>
        {
            try
            {
                rows[row] = read(row);
            }
            catch (Exception e)
            {
                failures[row] = e;
            }
        });
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return rows;
    }
}
