namespace Framework.Sdk;

/// <summary>Writes what was predicted of new cases in the form that somebody else asks for: a challenge's submission, a register's table.</summary>
public interface IPredictionWriter
{
    /// <summary>The end of its file's name, behind that of the prediction: <c>submission.csv</c>.</summary>
    string FileName { get; }

    /// <summary>Whether the file names cases as the data do, so that pseudonyms would be worth nothing in it.</summary>
    bool NamesCases => true;

    /// <summary>Finds out what cannot be written, before anything is fitted.</summary>
    /// <param name="labels">What is predicted of each case.</param>
    /// <param name="cases">Who will be predicted.</param>
    /// <exception cref="FrameworkException">Cases or labels are not those that are asked for.</exception>
    void Check(IReadOnlyList<string> labels, IReadOnlyList<Case> cases);

    /// <summary>Writes the file.</summary>
    /// <param name="predictions">One row a case; outputs as they are to be used, calibrated where the stage is.</param>
    /// <param name="to">Takes the text; lines end with a line feed.</param>
    /// <exception cref="FrameworkException">Cases or labels are not those that are asked for.</exception>
    void Write(Predictions predictions, TextWriter to);
}
