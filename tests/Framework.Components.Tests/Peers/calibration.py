"""scikit-learn's isotonic regression and sigmoid calibration of random cohorts: calibration.py COUNT. Its sigmoid stops early; SciPy goes on to the minimum."""
import json
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, xlogy
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression

cohorts = []
for seed in range(int(sys.argv[1])):
    random = np.random.default_rng(seed)
    count = [6, 30, 300][seed % 3]
    targets = np.concatenate([[0, 1], random.integers(0, 2, count)]).astype(float)
    outputs = 1 / (1 + np.exp(-random.normal(size=len(targets)) - 1.5 * targets))
    if seed % 2:
        outputs = np.round(outputs, 1)  # ties, and outputs of 0 and 1
    asked = np.concatenate([np.linspace(0, 1, 41), outputs])
    inside = lambda p: np.clip(p, 1e-12, 1 - 1e-12)
    logits = lambda p: np.log(inside(p) / (1 - inside(p)))
    isotonic = IsotonicRegression(out_of_bounds="clip").fit(outputs, targets)
    sigmoid = _SigmoidCalibration().fit(logits(outputs), targets)
    positives = targets.sum()
    smooth = np.where(targets > 0, (positives + 1) / (positives + 2), 1 / (len(targets) - positives + 2))
    scores = logits(outputs)
    loss = lambda ab: -(xlogy(smooth, expit(ab[0] * scores + ab[1])) + xlogy(1 - smooth, expit(-ab[0] * scores - ab[1]))).sum()
    start = [-sigmoid.a_, -sigmoid.b_]
    least = minimize(loss, start, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 10_000})
    assert least.fun <= loss(start)
    cohorts.append({"targets": targets.tolist(), "outputs": outputs.tolist(), "asked": asked.tolist(),
                    "isotonic": isotonic.predict(asked).tolist(), "sigmoid": least.x.tolist()})
print(json.dumps(cohorts))
