namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Cycles the rates between two bounds, and the momentum against them (Smith 2017).</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="base_lr">The lower bound.</param>
            /// <param name="max_lr">The upper bound.</param>
            /// <param name="step_size_up">Steps from the lower to the upper bound.</param>
            /// <param name="step_size_down">Steps back; -1 means as many.</param>
            /// <param name="mode">How the height of the cycles changes; ignored where <paramref name="scale_fn"/> is given.</param>
            /// <param name="gamma">The base of <see cref="impl.CyclicLR.Mode.ExpRange"/>.</param>
            /// <param name="scale_fn">The height of the cycles, as a factor.</param>
            /// <param name="scale_mode">What <paramref name="scale_fn"/> is given.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down while the rate goes up.</param>
            /// <param name="base_momentum">The lower bound of the momentum.</param>
            /// <param name="max_momentum">The upper bound of the momentum.</param>
            /// <param name="last_epoch">The step last done; -1 before the first.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                    base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Cycles the rates between two bounds, and the momentum against them (Smith 2017).</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="base_lr">The lower bounds, one for each group.</param>
            /// <param name="max_lr">The upper bounds, one for each group.</param>
            /// <param name="step_size_up">Steps from the lower to the upper bound.</param>
            /// <param name="step_size_down">Steps back; -1 means as many.</param>
            /// <param name="mode">How the height of the cycles changes; ignored where <paramref name="scale_fn"/> is given.</param>
            /// <param name="gamma">The base of <see cref="impl.CyclicLR.Mode.ExpRange"/>.</param>
            /// <param name="scale_fn">The height of the cycles, as a factor.</param>
            /// <param name="scale_mode">What <paramref name="scale_fn"/> is given.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down while the rate goes up.</param>
            /// <param name="base_momentum">The lower bounds, one for each group of the momentum.</param>
            /// <param name="max_momentum">The upper bounds, one for each group of the momentum.</param>
            /// <param name="last_epoch">The step last done; -1 before the first.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                    base_momentum, max_momentum, last_epoch, verbose);
        }
    }
}
