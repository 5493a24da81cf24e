using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Windows of 'len' points; a periodic one has its next period's first point cut off.
    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.hann.Call(len, periodic, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finished(Aten.hamming.Call(len, periodic, alpha, beta, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.blackman.Call(len, periodic, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.bartlett.Call(len, periodic, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.kaiser.Call(len, periodic, beta, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    /// <inheritdoc cref="Tensor.istft"/>
    public static Tensor istft(
        Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    public partial class Tensor
    {
        /// <summary>The signal of a short-time Fourier transform; -1 stands for what the transform's length implies.</summary>
        public Tensor istft(
            long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false,
            bool? onesided = null, long length = -1, bool return_complex = false) =>
            Aten.istft.Call(
                this, n_fft, Given(hop_length), Given(win_length), window, center, normalized, onesided, Given(length), return_complex);

        private static Arg Given(long value) => value < 0 ? Arg.None : value;
    }
}

file static class Aten
{
    public static readonly Operator hann = new("aten::hann_window", "periodic");
    public static readonly Operator hamming = new("aten::hamming_window", "periodic_alpha_beta");
    public static readonly Operator blackman = new("aten::blackman_window", "periodic");
    public static readonly Operator bartlett = new("aten::bartlett_window", "periodic");
    public static readonly Operator kaiser = new("aten::kaiser_window", "beta");
    public static readonly Operator istft = new("aten::istft");
}
