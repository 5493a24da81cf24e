namespace Framework.Components.Models;

/// <summary>The kind of a recurrent network.</summary>
public enum RecurrentCell
{
    /// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997).</summary>
    Lstm,

    /// <summary>Gated recurrent unit (Cho et al. 2014): three gates' parameters where an LSTM has four.</summary>
    Gru,
}
