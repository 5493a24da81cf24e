using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ContainerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Sequential_NamedAndUnnamed_RunsInOrderUnderTheirNames()
    {
        using var row = nn.Sequential(("double", new Times(2)), ("square", new Squared()));
        row.append(new Times(10));

        Assert.Equal(["double", "square", "2"], row.named_children().Select(child => child.name));
        Numbers.AssertClose([360], row.call(Numbers.Row(3)));
        Numbers.AssertClose([90], row[1..].call(Numbers.Row(3)));
        Assert.Equal(3, row.Count);
    }

    [Fact]
    public void Sequential_Empty_GivesItsInputUnderAHandleOfItsOwn()
    {
        using var row = nn.Sequential();
        var input = Numbers.Row(1);

        row.call(input).Dispose();

        Numbers.AssertClose([1], input);
    }

    [Fact]
    public void Sequential_Forward_DisposesOfWhatPassesBetweenButNotTheInput()
    {
        var seen = new List<Tensor>();
        using var row = nn.Sequential(new Recorded(seen), new Recorded(seen), new Recorded(seen));
        var input = Numbers.Row(1);

        using var result = row.call(input);

        Assert.False(input.IsInvalid);
        Assert.Equal([true, true, false], seen.Select(tensor => tensor.IsInvalid));
        Assert.Same(seen[2], result);
    }

    [Fact]
    public void Sequential_ModuleThatReturnsItsInput_KeepsItAlive()
    {
        using var row = nn.Sequential(new Times(2), new Unchanged(), new Times(3));

        Numbers.AssertClose([6], row.call(Numbers.Row(1)));
    }

    [Fact]
    public void ModuleList_ChangedAfterwards_RenumbersItsParts()
    {
        using var list = nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.Linear(1, 1), nn.Linear(2, 1));
        list.append(nn.Linear(3, 1));
        list.Insert(0, nn.Linear(4, 1));
        list.RemoveAt(1);

        Assert.Equal([4L, 2, 3], list.Select((_, i) => list.get_parameter($"{i}.weight")!.shape[1]));
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public void ModuleDict_ByName_RegistersReplacesAndRemoves()
    {
        using var heads = nn.ModuleDict<nn.Module<Tensor, Tensor>>(("age", nn.Linear(1, 1)), ("sex", nn.Linear(1, 2)));
        heads["sex"] = nn.Linear(1, 3);
        heads.Add("site", nn.Linear(1, 4));

        Assert.True(heads.Remove("age"));
        Assert.Equal(["sex", "site"], heads.Keys);
        Assert.Equal([3, 1], heads.get_parameter("sex.weight")!.shape);
        Assert.Equal(["sex.weight", "sex.bias", "site.weight", "site.bias"], heads.named_parameters().Select(parameter => parameter.name));
    }

    [Fact]
    public void ParameterListAndDict_WithinAModule_AreTrainedUnderTheirNames()
    {
        using var list = nn.ParameterList(nn.Parameter(zeros(1)), nn.Parameter(zeros(2)));
        using var dictionary = nn.ParameterDict(("gain", nn.Parameter(zeros(3))));
        using var both = nn.ModuleDict(("list", list), ("dict", dictionary));

        Assert.Equal(["list.0", "list.1", "dict.gain"], both.state_dict().Keys);
        Assert.Equal([3], dictionary["gain"].shape);
        list.RemoveAt(0);
        Assert.Equal([2], list.get_parameter("0")!.shape);
    }

    private sealed class Times(double factor) : nn.Module<Tensor, Tensor>(nameof(Times))
    {
        public override Tensor forward(Tensor input) => input * factor;
    }

    private sealed class Squared() : nn.Module<Tensor, Tensor>(nameof(Squared))
    {
        public override Tensor forward(Tensor input) => input * input;
    }

    private sealed class Unchanged() : nn.Module<Tensor, Tensor>(nameof(Unchanged))
    {
        public override Tensor forward(Tensor input) => input;
    }

    private sealed class Recorded(List<Tensor> seen) : nn.Module<Tensor, Tensor>(nameof(Recorded))
    {
        public override Tensor forward(Tensor input)
        {
            seen.Add(input + 1);
            return seen[^1];
        }
    }
}
