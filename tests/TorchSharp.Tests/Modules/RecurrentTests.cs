using System.Text.Json;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class RecurrentTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataFact]
    public void Lstm_TwoLayersBothDirections_EqualsPyTorch()
    {
        using var oracle = JsonDocument.Parse(File.ReadAllText(SharedData.File("oracle", "lstm_bidirectional.json")));
        var names = oracle.RootElement.GetProperty("keys").EnumerateArray().Select(entry => entry[0].GetString()!).ToList();
        using var lstm = nn.LSTM(16, 8, numLayers: 2, batchFirst: true, bidirectional: true);
        OracleTensors.Fill(lstm, names);

        var (output, hidden, cell) = lstm.call(OracleTensors.Input([2, 5, 16]));

        Assert.Equal(names, lstm.named_parameters().Select(parameter => parameter.name));
        Numbers.AssertClose(Figures("output"), output, 1e-6);
        Numbers.AssertClose(Figures("h"), hidden, 1e-6);
        Numbers.AssertClose(Figures("c"), cell, 1e-6);

        double[] Figures(string key) => [.. oracle.RootElement.GetProperty(key).EnumerateArray().Select(figure => figure.GetDouble())];
    }

    [Fact]
    public void LstmCell_OneUnit_FollowsTheGates()
    {
        using var cell = nn.LSTMCell(1, 1).Settled();
        double[] w = cell.weight_ih.Values(), u = cell.weight_hh.Values(), b = cell.bias_ih!.Values(), d = cell.bias_hh!.Values();
        double x = 0.7, h = 0.2, c = -0.4;
        double Gate(int k) => w[k] * x + b[k] + u[k] * h + d[k];
        var next = Logistic(Gate(1)) * c + Logistic(Gate(0)) * Math.Tanh(Gate(2));

        var (hidden, state) = cell.call(Numbers.Of([1, 1], x), (Numbers.Of([1, 1], h), Numbers.Of([1, 1], c)));

        Numbers.AssertClose([next], state);
        Numbers.AssertClose([Logistic(Gate(3)) * Math.Tanh(next)], hidden);
    }

    [Fact]
    public void GruCell_OneUnit_FollowsTheGates()
    {
        using var cell = nn.GRUCell(1, 1).Settled();
        double[] w = cell.weight_ih.Values(), u = cell.weight_hh.Values(), b = cell.bias_ih!.Values(), d = cell.bias_hh!.Values();
        double x = 0.7, h = 0.2;
        double reset = Logistic(w[0] * x + b[0] + u[0] * h + d[0]), update = Logistic(w[1] * x + b[1] + u[1] * h + d[1]);
        var candidate = Math.Tanh(w[2] * x + b[2] + reset * (u[2] * h + d[2]));

        Numbers.AssertClose([(1 - update) * candidate + update * h], cell.call(Numbers.Of([1, 1], x), Numbers.Of([1, 1], h)));
    }

    [Theory]
    [InlineData(nn.NonLinearities.Tanh)]
    [InlineData(nn.NonLinearities.ReLU)]
    public void Rnn_TwoTimes_FollowsItsRecursion(nn.NonLinearities nonLinearity)
    {
        using var rnn = nn.RNN(1, 1, nonLinearity: nonLinearity).Settled();
        double w = rnn.get_weight_ih(0)!.Values()[0], u = rnn.get_weight_hh(0)!.Values()[0];
        var b = rnn.get_bias_ih(0)!.Values()[0] + rnn.get_bias_hh(0)!.Values()[0];
        Func<double, double> f = nonLinearity == nn.NonLinearities.Tanh ? Math.Tanh : x => Math.Max(0, x);
        double first = f(w * 0.5 + b), second = f(w * -2 + u * first + b);

        var (output, last) = rnn.call(Numbers.Of([2, 1, 1], 0.5, -2));

        Numbers.AssertClose([first, second], output);
        Numbers.AssertClose([second], last);
    }

    [Fact]
    public void Gru_ManySteps_EqualItsCellStepByStep()
    {
        using var gru = nn.GRU(3, 2).Settled();
        using var cell = nn.GRUCell(3, 2).@double();
        cell.load_state_dict(gru.state_dict().ToDictionary(entry => entry.Key[..^"_l0".Length], entry => entry.Value));
        var input = Numbers.Scattered([4, 2, 3]);

        var (output, last) = gru.call(input);

        var hidden = zeros([2, 2], ScalarType.Float64);
        for (var time = 0; time < 4; time++)
        {
            hidden = cell.call(input.select(0, time), hidden);
            Numbers.AssertClose(hidden.Values(), output.select(0, time));
        }
        Numbers.AssertClose(hidden.Values(), last);
    }

    [Fact]
    public void Lstm_PackedSequences_EqualEachSequenceAlone()
    {
        using var lstm = nn.LSTM(3, 2, bidirectional: true).Settled();
        Tensor[] sequences = [Numbers.Scattered([2, 3], 1), Numbers.Scattered([4, 3], 2), Numbers.Scattered([3, 3], 3)];
        using var packed = nn.utils.rnn.pack_sequence(sequences, enforce_sorted: false);

        var (output, hidden, _) = lstm.call(packed);
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(output, batch_first: true);

        Assert.Equal([2, 4, 3], lengths.Values());
        for (var number = 0; number < sequences.Length; number++)
        {
            var (alone, last, _) = lstm.call(sequences[number].unsqueeze(1));
            Numbers.AssertClose(alone.Values(), padded.select(0, number).narrow(0, 0, sequences[number].shape[0]));
            Numbers.AssertClose(last.Values(), hidden.narrow(1, number, 1));
        }
    }

    [Fact]
    public void Lstm_WrongInput_SaysWhatItNeeds()
    {
        using var lstm = nn.LSTM(4, 2, batchFirst: true);

        var error = Assert.Throws<ArgumentException>(() => lstm.call(zeros([2, 5, 3])));

        Assert.Equal("'LSTM' needs an input of (n, time, 4 features); it is [2, 5, 3].", error.Message);
    }

    [Fact]
    public void Lstm_DropoutBetweenLayers_ActsInTrainingOnly()
    {
        using var lstm = nn.LSTM(3, 16, numLayers: 2, dropout: 0.5);
        var input = Numbers.Scattered([6, 4, 3]).to(ScalarType.Float32);

        Assert.NotEqual(lstm.call(input).Item1.Values(), lstm.call(input).Item1.Values());
        lstm.eval();
        Assert.Equal(lstm.call(input).Item1.Values(), lstm.call(input).Item1.Values());
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
