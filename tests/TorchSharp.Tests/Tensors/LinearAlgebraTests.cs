using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class LinearAlgebraTests
{
    private readonly Tensor a = torch.tensor(new[,] { { 1.0, 2 }, { 3, 4 } });
    private readonly Tensor b = torch.tensor(new[,] { { 5.0, 6 }, { 7, 8 } });
    private readonly Tensor v = torch.tensor(new[] { 1.0, -1 });

    [Fact]
    public void Products_TwoByTwo_MatchHandWork()
    {
        Assert.Equal([19, 22, 43, 50], a.matmul(b).Doubles());
        Assert.Equal([19, 22, 43, 50], a.mm(b).Doubles());
        Assert.Equal([-1, -1], a.mv(v).Doubles());
        Assert.Equal(2, v.dot(v).item<double>());
        Assert.Equal([1, -1, -1, 1], v.outer(v).Doubles());
        Assert.Equal([19, 22, 43, 50], a.unsqueeze(0).bmm(b.unsqueeze(0)).Doubles());
        Assert.Equal([19, 22, 43, 50], torch.einsum("ij,jk->ik", a, b).Doubles());
        Assert.Equal(5 + 12 + 21 + 32, a.tensordot(b).item<double>());
        Assert.Equal([1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4], torch.eye(2, dtype: ScalarType.Float64).kron(a).Doubles());
    }

    [Fact]
    public void Addmm_BetaAndAlpha_ScaleBoth() => Assert.Equal([39, 46, 89, 104], a.addmm(a, b, 1, 2).Doubles());

    [Fact]
    public void InverseAndDeterminant_TwoByTwo_MatchHandWork()
    {
        Values.Equal([-2, 1, 1.5, -0.5], a.inverse());
        Values.Equal([-2], a.det());
        Values.Equal([-2, 1, 1.5, -0.5], torch.linalg.inv(a));
        Values.Equal([-3, 2], torch.linalg.solve(a, v));
        Values.Equal([7, 10, 15, 22], a.matrix_power(2));
    }

    [Fact]
    public void Inverse_OfASingularMatrix_ThrowsLibtorchsMessage()
    {
        var error = Assert.Throws<ExternalException>(() => torch.linalg.inv(torch.ones([2, 2], ScalarType.Float64)));

        Assert.Contains("singular", error.Message);
    }

    [Fact]
    public void Decompositions_MultipliedOut_GiveTheMatrix()
    {
        var (q, r) = torch.linalg.qr(a);
        Values.Equal([1, 2, 3, 4], q.matmul(r));
        var (u, s, vh) = torch.linalg.svd(a);
        Values.Equal([1, 2, 3, 4], u.matmul(torch.diag(s)).matmul(vh));
        var spd = a.matmul(a.t());
        var factor = torch.linalg.cholesky(spd);
        Values.Equal(spd.Doubles(), factor.matmul(factor.t()));
        var (p, l, upper) = torch.linalg.lu(a);
        Values.Equal([1, 2, 3, 4], p.matmul(l).matmul(upper));
    }

    [Fact]
    public void Cholesky_EveryForm_IsTheTriangleThatItsNameSays()
    {
        using var spd = torch.tensor(new[,] { { 4.0, 2 }, { 2, 10 } });
        using var indefinite = torch.tensor(new[,] { { 1.0, 2 }, { 2, 1 } });

        Values.Equal([2, 0, 1, 3], torch.cholesky(spd));
        Values.Equal([2, 1, 0, 3], torch.cholesky(spd, upper: true));
        Values.Equal([2, 0, 1, 3], spd.cholesky());
        Values.Equal([2, 0, 1, 3], torch.linalg.cholesky(spd));
        Values.Equal([2, 0, 1, 3], torch.linalg.cholesky_ex(spd, check_errors: true).L);
        Assert.Equal(2, torch.linalg.cholesky_ex(indefinite).info.item<int>()); // the leading minor that is not positive
        Assert.Throws<ExternalException>(() => torch.linalg.cholesky_ex(indefinite, check_errors: true));
    }

    [Fact]
    public void Eigh_Symmetric_GivesItsEigenvalues()
    {
        using var symmetric = torch.tensor(new[,] { { 2.0, 1 }, { 1, 2 } });

        Values.Equal([1, 3], torch.linalg.eigh(symmetric).Item1);
        Values.Equal([1, 3], torch.linalg.eigvalsh(symmetric));
    }

    [Fact]
    public void Norms_OfAMatrix_MatchTheirFormulas()
    {
        Values.Equal([Math.Sqrt(30)], torch.linalg.matrix_norm(a));
        Values.Equal([Math.Sqrt(30)], torch.linalg.norm(a));
        Values.Equal([6], torch.linalg.matrix_norm(a, 1));
        Values.Equal([Math.Sqrt(5), 5], torch.linalg.vector_norm(a, 2, [1]));
        Values.Equal([2], torch.linalg.matrix_rank(a).to(ScalarType.Float64));
    }

    [Fact]
    public void Lstsq_Overdetermined_GivesTheLineOfBestFit()
    {
        // y = 1 + 2 t at t = 0, 1, 2
        using var design = torch.tensor(new[,] { { 1.0, 0 }, { 1, 1 }, { 1, 2 } });

        Values.Equal([1, 2], torch.linalg.lstsq(design, torch.tensor(new[,] { { 1.0 }, { 3 }, { 5 } })).Solution);
    }

    [Fact]
    public void Fft_Impulse_IsFlatAndComesBack()
    {
        using var impulse = torch.tensor(new[] { 1.0, 0, 0, 0 });
        using var spectrum = torch.fft.fft_(impulse);

        Values.Equal([1, 1, 1, 1], spectrum.real);
        Values.Equal([0, 0, 0, 0], spectrum.imag);
        Values.Equal([1, 0, 0, 0], torch.fft.ifft(spectrum).real);
        Values.Equal([0.5, 0.5, 0.5], torch.fft.rfft(impulse, norm: FFTNormType.Ortho).real);
        Assert.Equal([4, 3], torch.fft.rfft2(torch.ones(4, 4)).shape);
        Values.Equal([0, 0.25, -0.5, -0.25], torch.fft.fftfreq(4));
    }

    [Fact]
    public void HannWindow_FourPoints_MatchesItsFormula()
    {
        Values.Equal([0, 0.5, 1, 0.5], torch.hann_window(4));
        Values.Equal([0, 0.75, 0.75, 0], torch.hann_window(4, periodic: false));
    }

    [Fact]
    public void Special_Functions_HaveTheirKnownValues()
    {
        using var one = torch.tensor(1.0);

        Values.Equal([0.842700793], torch.special.erf(one), 8);
        Values.Equal([0.841344746], torch.special.ndtr(one), 8);
        Values.Equal([-0.577215665], torch.special.digamma(one), 8);
        Values.Equal([1.644934067], torch.special.zeta(one * 2, one), 8);
        Values.Equal([1.266065878], torch.special.i0(one), 8);
        Values.Equal([0.7651976866], torch.special.bessel_j0(one), 8);
        Values.Equal([Math.Log(24)], torch.lgamma(one * 5), 8);
        Values.Equal([1.644934067], torch.polygamma(one, 1), 8);
    }
}
