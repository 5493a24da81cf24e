"""scikit-learn's figures of every input on standard input, one line each: JSON {"truth", "outputs", "classes"}."""
import json
import math
import sys
import warnings

import numpy
from sklearn import metrics

warnings.filterwarnings("ignore")


def attempt(figure):
    try:
        value = float(figure())
        return value if math.isfinite(value) else None
    except ValueError:
        return None


def clipped(outputs):
    """As log_loss did it by itself until 1.5 took the limit away."""
    inside = numpy.clip(outputs, 1e-15, 1 - 1e-15)
    return inside / inside.sum(1, keepdims=True)


def binary(truth, outputs):
    calls = outputs >= 0.5
    two = len(set(truth)) == 2
    found = {
        "auroc": attempt(lambda: metrics.roc_auc_score(truth, outputs)),
        "average-precision": attempt(lambda: metrics.average_precision_score(truth, outputs)) if truth.any() else None,
        "log-loss": attempt(lambda: metrics.log_loss(truth, numpy.clip(outputs, 1e-15, 1 - 1e-15), labels=[0, 1])),
        "brier": attempt(lambda: metrics.brier_score_loss(truth, outputs, pos_label=1)),
        "accuracy": attempt(lambda: metrics.accuracy_score(truth, calls)),
        "balanced-accuracy": attempt(lambda: metrics.balanced_accuracy_score(truth, calls)),
        "recall": attempt(lambda: metrics.recall_score(truth, calls)) if truth.any() else None,
        "precision": attempt(lambda: metrics.precision_score(truth, calls)) if calls.any() else None,
        "specificity": attempt(lambda: metrics.recall_score(truth, calls, pos_label=0)) if not truth.all() else None,
        "npv": attempt(lambda: metrics.precision_score(truth, calls, pos_label=0)) if not calls.all() else None,
        "f1": attempt(lambda: metrics.f1_score(truth, calls)) if truth.any() or calls.any() else None,
        "mcc": attempt(lambda: metrics.matthews_corrcoef(truth, calls)) if two else None,
        "kappa": attempt(lambda: metrics.cohen_kappa_score(truth, calls)),
    }
    found["sensitivity"], found["ppv"] = found["recall"], found["precision"]
    return found


def several(truth, outputs, classes):
    calls = outputs.argmax(1)
    there = sorted(set(truth))
    found = {
        "accuracy": attempt(lambda: metrics.accuracy_score(truth, calls)),
        "balanced-accuracy": attempt(lambda: metrics.balanced_accuracy_score(truth, calls)),
        "log-loss": attempt(lambda: metrics.log_loss(truth, clipped(outputs), labels=list(range(classes)))),
        "mcc": attempt(lambda: metrics.matthews_corrcoef(truth, calls)) if len(there) > 1 else None,
        "kappa.none": attempt(lambda: metrics.cohen_kappa_score(truth, calls)),
        "kappa.linear": attempt(lambda: metrics.cohen_kappa_score(truth, calls, weights="linear", labels=list(range(classes)))),
        "kappa.quadratic": attempt(lambda: metrics.cohen_kappa_score(truth, calls, weights="quadratic", labels=list(range(classes)))),
    }
    for average in ("macro", "weighted", "micro"):
        found["recall." + average] = attempt(lambda: metrics.recall_score(truth, calls, average=average, labels=there if average != "micro" else None))
        found["precision." + average] = attempt(lambda: metrics.precision_score(truth, calls, average=average))
        found["f1." + average] = attempt(lambda: metrics.f1_score(truth, calls, average=average))
        if len(there) == classes:
            hot = numpy.eye(classes)[truth]
            found["auroc." + average] = attempt(lambda: metrics.roc_auc_score(hot, outputs, average=average))
            found["average-precision." + average] = attempt(lambda: metrics.average_precision_score(hot, outputs, average=average))
    return found


for line in sys.stdin:
    case = json.loads(line)
    truth = numpy.array(case["truth"])
    outputs = numpy.array(case["outputs"])
    if case["classes"] == 2:
        print(json.dumps(binary(truth, outputs)), flush=True)
    else:
        print(json.dumps(several(truth, outputs.reshape(len(truth), -1), case["classes"])), flush=True)
