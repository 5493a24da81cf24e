using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A recurrent network's parameters under PyTorch's names, and the arguments that libtorch's operators take.</summary>
/// <remarks>First values are PyTorch's: uniform in ±1 / sqrt(hidden size).</remarks>
internal sealed class RecurrentWeights
{
    private readonly RecurrentShape _shape;
    private readonly int _gates;

    /// <param name="shape">The numbers.</param>
    /// <param name="gates">How many times the hidden size a weight has rows: 4 for an LSTM, 3 for a GRU, 1 for a plain network.</param>
    public RecurrentWeights(RecurrentShape shape, int gates)
    {
        if (shape.Layers < 1)
            throw new ArgumentException($"A recurrent network needs at least 1 layer; it has {shape.Layers}.");
        (_shape, _gates) = (shape, gates);
    }

    /// <summary>In the order libtorch takes them: for each layer and direction, input and hidden weight, then their biases.</summary>
    public Parameter[] All { get; private set; } = [];

    public void Create(Action<string, Parameter> register, Device? device, ScalarType? dtype)
    {
        var made = new List<Parameter>();
        for (var layer = 0L; layer < _shape.Layers; layer++)
            for (var direction = 0; direction < _shape.Directions; direction++)
                foreach (var (name, size) in Parts(layer, direction == 1 ? "_reverse" : ""))
                {
                    var parameter = nn.Parameter(empty(size, dtype: dtype, device: device));
                    Draw(parameter, _shape.HiddenSize);
                    register(name, parameter);
                    made.Add(parameter);
                }
        All = [.. made];
    }

    public static void Draw(Parameter parameter, long hiddenSize)
    {
        var bound = 1 / Math.Sqrt(hiddenSize);
        nn.init.uniform_(parameter, -bound, bound);
    }

    private IEnumerable<(string Name, long[] Size)> Parts(long layer, string direction)
    {
        var rows = _gates * _shape.HiddenSize;
        var columns = layer == 0 ? _shape.InputSize : _shape.HiddenSize * _shape.Directions;
        yield return ($"weight_ih_l{layer}{direction}", [rows, columns]);
        yield return ($"weight_hh_l{layer}{direction}", [rows, _shape.HiddenSize]);
        if (!_shape.Bias)
            yield break;
        yield return ($"bias_ih_l{layer}{direction}", [rows]);
        yield return ($"bias_hh_l{layer}{direction}", [rows]);
    }

    public void RequireInput(Tensor input, string name)
    {
        var shape = input.shape;
        if (shape.Length != 3 || shape[2] != _shape.InputSize)
            throw new ArgumentException(
                $"'{name}' needs an input of {(_shape.BatchFirst ? "(n, time" : "(time, n")}, {_shape.InputSize} features); it is [{string.Join(", ", shape)}].");
    }

    /// <summary>The hidden state to begin with where none is given: zeros (layers x directions, n, hidden).</summary>
    public Tensor Zeros(Tensor input) => Zeros(input, input.shape[_shape.BatchFirst ? 0 : 1]);

    public Tensor Zeros(Tensor like, long cases) => zeros([_shape.Layers * _shape.Directions, cases, _shape.HiddenSize], like.dtype, like.device);
}
