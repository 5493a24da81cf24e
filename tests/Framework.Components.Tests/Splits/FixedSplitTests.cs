using Framework.Components.Splits;

namespace Framework.Components.Tests.Splits;

public sealed class FixedSplitTests : IDisposable
{
    private static readonly List<Subject> Three = Cohorts.OfThreeSites(3);
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Assign_NoFoldColumn_IsOneFold() =>
        Assert.Equal([[Part.Test, Part.Train, Part.External]], Assign("subject,part\ns02,external\ns00,test\ns01,Train\n"));

    [Fact]
    public void Assign_Folds_AreTakenInTheOrderOfTheirNumbers() => Assert.Equal(
        [[Part.Validate, Part.Train, Part.Test], [Part.Test, Part.Train, Part.Train]],
        Assign("subject,fold,part\ns00,10,test\ns01,10,train\ns02,10,train\ns00,2,validate\ns01,2,train\ns02,2,test\n"));

    [Fact]
    public void Assign_WrongLines_NamesEachByFileAndLine()
    {
        var error = Assert.Throws<DataFormatException>(() => Assign("subject,part,fold\ns00,train,0\nnobody,train,0\ns01,tset,0\ns01,test,first\ns00,test,0\ns02,test\n"));
        Assert.Equal(
            $"""
            {_file}:7: the line has 2 fields; the header has 3. Put a field that holds the delimiter in quotes.
            {_file}:3: no case of the data belongs to this line's subject. Remove the line, or check the column of subjects.
            {_file}:4: the part of this line is none. Write train, validate, test or external.
            {_file}:5: the fold of this line is no whole number. Number the folds from 0 or 1.
            {_file}:6: line 2 has given this subject a part in fold 0 already. Keep one of the two.
            {_file}: fold 0 has no line for 2 of 3 subjects: 's01', 's02'. Add a line for each.
            """,
            error.Message);
    }

    [Fact]
    public void Assign_ColumnMissing_TellsTheColumnsThereAre()
    {
        var error = Assert.Throws<DataFormatException>(() => Assign("patient,part\ns00,train\n"));
        Assert.Equal($"{_file}:1: there is no column 'subject'. The columns are patient, part.", error.Message);
    }

    private IReadOnlyList<IReadOnlyList<Part>> Assign(string table)
    {
        File.WriteAllText(_file, table);
        return new FixedSplit(new FixedOptions { File = _file }).Assign(Three, new RandomStream(1));
    }
}
