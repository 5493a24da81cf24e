using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Training.Supervised;

/// <summary>Which parameters learn, when, and at which rates.</summary>
internal sealed class TrainableParameters
{
    private readonly List<Parameter> _frozen = [];
    private readonly List<nn.Module> _frozenStatistics = [];
    private readonly int? _unfreezeAt;

    private TrainableParameters(int? unfreezeAt) => _unfreezeAt = unfreezeAt;

    /// <summary>What the optimizer gets; those that are frozen for a while among them.</summary>
    public IReadOnlyList<ParameterGroup> Groups { get; private set; } = [];

    /// <exception cref="ExperimentException">A pattern fits no parameter, or nothing is left to train.</exception>
    public static TrainableParameters Of(nn.Module module, SupervisedOptions options)
    {
        var made = new TrainableParameters(options.UnfreezeAt);
        (string Name, Parameter Parameter)[] all = [.. module.named_parameters().Where(item => item.parameter.requires_grad)];
        NamePattern[] frozen = [.. options.Freeze.Select(text => new NamePattern(text))];
        string[] names = [.. module.state_dict().Keys];
        foreach (var pattern in frozen)
            pattern.RequireAny("freeze", names);
        made._frozen.AddRange(all.Where(item => Array.Exists(frozen, pattern => pattern.Fits(item.Name))).Select(item => item.Parameter));
        made._frozenStatistics.AddRange(module.named_modules()
            .Where(item => item.module is NormBase && Array.Exists(frozen, pattern => pattern.Fits($"{item.name}.running_mean"))).Select(item => item.module));
        var learning = all.Where(item => options.UnfreezeAt is not null || !made._frozen.Contains(item.Parameter)).ToList();
        if (learning.Count == 0)
            throw new ExperimentException("'supervised' has nothing to train: 'freeze' leaves no parameter over. Take a pattern out of it, or use the control 'frozen'.");
        made.Groups = GroupsOf(learning, options.LearningRates, names);
        return made;
    }

    /// <summary>Sets what learns in an epoch: gradients of the parameters, and statistics of a module that is in training mode.</summary>
    public void Begin(int epoch)
    {
        var isFrozen = _unfreezeAt is not { } end || epoch + 1 < end;
        foreach (var parameter in _frozen)
            parameter.requires_grad = !isFrozen;
        if (isFrozen)
            _frozenStatistics.ForEach(module => module.eval());
    }

    private static List<ParameterGroup> GroupsOf(List<(string Name, Parameter Parameter)> parameters, IReadOnlyDictionary<string, double> factors, IEnumerable<string> names)
    {
        (NamePattern Pattern, double Factor)[] rates = [.. factors.Select(pair => (new NamePattern(pair.Key), pair.Value)).OrderByDescending(pair => pair.Item1.Text.Length)];
        foreach (var (pattern, _) in rates)
            pattern.RequireAny("learning_rates", names);
        return [.. parameters.GroupBy(item => FactorOf(item.Name)).OrderBy(group => group.Key == 1 ? 0 : 1).ThenBy(group => group.Key)
            .Select(group => new ParameterGroup(group.Key, [.. group]))];

        double FactorOf(string name) => rates.Where(rate => rate.Pattern.Fits(name)).Select(rate => rate.Factor).FirstOrDefault(1);
    }
}
