using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Discrete Fourier transforms: the operators of torch.fft.</summary>
    public static class fft
    {
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft.Call(input, n < 0 ? Arg.None : n, dim, NameOf(norm));

        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.ifft.Call(input, n < 0 ? Arg.None : n, dim, NameOf(norm));

        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.rfft.Call(input, n < 0 ? Arg.None : n, dim, NameOf(norm));

        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.irfft.Call(input, n < 0 ? Arg.None : n, dim, NameOf(norm));

        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.hfft.Call(input, n < 0 ? Arg.None : n, dim, NameOf(norm));

        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.ihfft.Call(input, n < 0 ? Arg.None : n, dim, NameOf(norm));

        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft2.Call(input, s, dim ?? LastTwo, NameOf(norm));

        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.ifft2.Call(input, s, dim ?? LastTwo, NameOf(norm));

        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.rfft2.Call(input, s, dim ?? LastTwo, NameOf(norm));

        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.irfft2.Call(input, s, dim ?? LastTwo, NameOf(norm));

        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.hfft2.Call(input, s, dim ?? LastTwo, NameOf(norm));

        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.ihfft2.Call(input, s, dim ?? LastTwo, NameOf(norm));

        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fftn.Call(input, s, dim, NameOf(norm));

        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.ifftn.Call(input, s, dim, NameOf(norm));

        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.rfftn.Call(input, s, dim, NameOf(norm));

        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.irfftn.Call(input, s, dim, NameOf(norm));

        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.hfftn.Call(input, s, dim, NameOf(norm));

        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.ihfftn.Call(input, s, dim, NameOf(norm));

        public static Tensor fftfreq(
            long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.fftfreq.Call(n, d, dtype, Arg.None, InitializeDevice(device)), requires_grad);

        public static Tensor rfftfreq(
            long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.rfftfreq.Call(n, d, dtype, Arg.None, InitializeDevice(device)), requires_grad);

        public static Tensor fftshift(Tensor input, long[]? dim = null) => Aten.fftshift.Call(input, dim);

        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Aten.ifftshift.Call(input, dim);

        private static string NameOf(FFTNormType norm) => norm switch
        {
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => "backward",
        };
    }
}

file static class Aten
{
    public static readonly Operator fft = new("aten::fft_fft");
    public static readonly Operator ifft = new("aten::fft_ifft");
    public static readonly Operator rfft = new("aten::fft_rfft");
    public static readonly Operator irfft = new("aten::fft_irfft");
    public static readonly Operator hfft = new("aten::fft_hfft");
    public static readonly Operator ihfft = new("aten::fft_ihfft");
    public static readonly Operator fft2 = new("aten::fft_fft2");
    public static readonly Operator ifft2 = new("aten::fft_ifft2");
    public static readonly Operator rfft2 = new("aten::fft_rfft2");
    public static readonly Operator irfft2 = new("aten::fft_irfft2");
    public static readonly Operator hfft2 = new("aten::fft_hfft2");
    public static readonly Operator ihfft2 = new("aten::fft_ihfft2");
    public static readonly Operator fftn = new("aten::fft_fftn");
    public static readonly Operator ifftn = new("aten::fft_ifftn");
    public static readonly Operator rfftn = new("aten::fft_rfftn");
    public static readonly Operator irfftn = new("aten::fft_irfftn");
    public static readonly Operator hfftn = new("aten::fft_hfftn");
    public static readonly Operator ihfftn = new("aten::fft_ihfftn");
    public static readonly Operator fftfreq = new("aten::fft_fftfreq");
    public static readonly Operator rfftfreq = new("aten::fft_rfftfreq");
    public static readonly Operator fftshift = new("aten::fft_fftshift");
    public static readonly Operator ifftshift = new("aten::fft_ifftshift");
}
