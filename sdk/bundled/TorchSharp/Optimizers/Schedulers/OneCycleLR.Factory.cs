namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Takes the rates up to a maximum and down to nearly nothing in one cycle, the momentum against them (Smith and Topin 2018).</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="total_steps">Steps of the cycle; -1 means <paramref name="epochs"/> times <paramref name="steps_per_epoch"/>.</param>
            /// <param name="epochs">Epochs of the cycle.</param>
            /// <param name="steps_per_epoch">Steps of an epoch.</param>
            /// <param name="pct_start">The share of the cycle, in [0, 1], in which the rate goes up.</param>
            /// <param name="anneal_strategy">The curve from one level to the next.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down while the rate goes up.</param>
            /// <param name="base_momentum">The lower bound of the momentum.</param>
            /// <param name="max_momentum">The upper bound of the momentum.</param>
            /// <param name="div_factor">The highest rate over the initial one.</param>
            /// <param name="final_div_factor">The initial rate over the last one.</param>
            /// <param name="three_phase">Whether the way down to the initial rate is as long as the way up, and a third phase goes on from there.</param>
            /// <param name="last_epoch">The step last done; -1 before the first.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Takes the rates up to a maximum and down to nearly nothing in one cycle, the momentum against them (Smith and Topin 2018).</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="max_lr">The highest rates, one for each group.</param>
            /// <param name="total_steps">Steps of the cycle; -1 means <paramref name="epochs"/> times <paramref name="steps_per_epoch"/>.</param>
            /// <param name="epochs">Epochs of the cycle.</param>
            /// <param name="steps_per_epoch">Steps of an epoch.</param>
            /// <param name="pct_start">The share of the cycle, in [0, 1], in which the rate goes up.</param>
            /// <param name="anneal_strategy">The curve from one level to the next.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down while the rate goes up.</param>
            /// <param name="base_momentum">The lower bounds, one for each group of the momentum.</param>
            /// <param name="max_momentum">The upper bounds, one for each group of the momentum.</param>
            /// <param name="div_factor">The highest rate over the initial one.</param>
            /// <param name="final_div_factor">The initial rate over the last one.</param>
            /// <param name="three_phase">Whether the way down to the initial rate is as long as the way up, and a third phase goes on from there.</param>
            /// <param name="last_epoch">The step last done; -1 before the first.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1,
                bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);
        }
    }
}
