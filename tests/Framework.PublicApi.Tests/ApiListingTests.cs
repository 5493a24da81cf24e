namespace Framework.PublicApi.Tests;

public sealed class ApiListingTests
{
    /// <summary>Stands for an assembly's type: one member of each kind.</summary>
    public abstract class Sample<T>(int seed)
    {
        protected const int Limit = 7;

        public T? Value { get; protected set; }

        protected int Seed { get; } = seed;

        internal int Hidden { get; set; }

        public TOut? Convert<TOut>(ref T from, out long count, string name = "x", DayOfWeek? day = null, params double[] rest)
        {
            count = Seed + rest.Length + name.Length + (day is null ? 0 : 1);
            return default;
        }
    }

    [Fact]
    public void Of_AType_ListsEveryMemberThatOthersSee()
    {
        const string type = "Framework.PublicApi.Tests.ApiListingTests.Sample<T>";

        var lines = ApiListing.Of(typeof(ApiListingTests).Assembly).Where(line => line.Contains("Sample<T>"));

        Assert.Equal(
            [
                $"{type}.Convert<TOut>(ref T from, out long count, string name = \"x\", DayOfWeek? day = null, params double[] rest) -> TOut",
                $"{type}.Seed {{ get; }} : int",
                $"{type}.Value {{ get; set; }} : T",
                $"{type}.ctor(int seed)",
                $"static {type}.Limit : int = 7",
                $"type {type} : abstract class",
            ],
            lines);
    }

    [Fact]
    public void Nearest_OfAMemberWithAWrongDefault_IsThePublishedOne() =>
        Assert.Equal(
            "A.B.step(int count = 1) -> void",
            NearestMember.Of("A.B.step(int count = 2) -> void", ["A.B.step(string name) -> long", "A.B.step(int count = 1) -> void", "A.B.stop() -> void"]));
}
