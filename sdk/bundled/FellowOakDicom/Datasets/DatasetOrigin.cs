namespace FellowOakDicom;

// Where a dataset was read from, for messages; shared by all datasets of a file.
internal sealed class DatasetOrigin(string name)
{
    public string Name => name;

    // What is cut off, where the file ends early; else null.
    public string Cut { get; set; }
}
