namespace Framework.Host.Tests.Experiments;

/// <summary>One mistake each: the line of the valid experiment that is replaced, what replaces it, and all that is reported.</summary>
internal static class SeededFaults
{
    private const string Listed = "`framework components --interface";

    public static IReadOnlyList<(int Line, string Text, string Problem)> All { get; } =
    [
        // Names of components
        (4, "  use: test.sorce", $"4:8: no plugin offers the data source 'test.sorce'. Did you mean 'test.source'? {Listed} data-source` lists them."),
        (11, "      - kepe", $"11:9: no plugin offers the transform 'kepe'. Did you mean 'keep'? {Listed} transform` lists them."),
        (18, "      loss: { use: adam }", $"18:20: no plugin offers the loss 'adam'. 'adam' is an optimizer. {Listed} loss` lists them."),
        (21, "controls: [astrology]", $"21:12: no plugin offers the control 'astrology'. {Listed} control` lists them."),
        (14, "    model: { depth: 18 }", $"14:12: the experiment needs 'stages.classify.model.use', the name of a model. Add it; {Listed} model` lists them."),
        (14, "    model: { use: [net], depth: 18 }", "14:19: the experiment needs 'stages.classify.model.use' to be the name of a model; it is a list of 1."),
        (14, "    model: [net]", "14:12: the experiment needs 'stages.classify.model' to be a model; it is a list of 1."),

        // Names of keys
        (2, "sed: 7", "2:1: the experiment has no key 'sed'. Did you mean 'seed'? It takes 'name', 'seed', 'phantom', 'data', 'cache', 'resources', 'audit', 'split', 'repeats', 'stages', 'levels', 'metrics', 'readers', 'controls', 'explain', 'predict', 'published' and 'headline'."),
        (14, "    modle: { use: net, depth: 18 }", "14:5: 'stages.classify' has no key 'modle'. Did you mean 'model'? It takes 'reads', 'continues', 'fit_on', 'cross_fit', 'input', 'data', 'transforms', 'model', 'trainer', 'test_time', 'calibrate', 'threshold' and 'ensemble'."),
        (6, "  onerror: fail", "6:3: 'test.source' has no option 'onerror'. Did you mean 'on_error'? `framework describe test.source` lists them."),
        (19, "      optimizer: { use: adam, learning_rate: 0.1, weight_decy: 0 }", "19:51: 'adam' has no option 'weight_decy'. Did you mean 'weight_decay'? `framework describe adam` lists them."),
        (12, "      - { use: grey, levels: [brain], margin: { left: 1, rihgt: 2 } }", "12:58: 'grey' has no option 'margin.rihgt'. Did you mean 'right'? `framework describe grey` lists them."),
        (21, "controls: [{ use: untrained, level: 1 }]", "21:30: 'untrained' has no option 'level'. `framework describe untrained` lists them."),

        // What is missing
        (1, "", "2:1: the experiment needs 'name', text. Add it."),
        (5, "", "4:3: 'test.source' needs 'root', text. Add it."),
        (13, "      - { use: crop }", "13:9: 'crop' needs 'size', a list of 2 whole numbers from 1 to 4096. Add it."),
        (18, "", "16:7: 'fit' needs 'loss', a loss. Add it."),
        (12, "      - { use: grey, levels: [{ center: 40 }] }", "12:31: 'grey' needs 'levels[0].width', a number. Add it."),
        (7, "split:", "1:1: the experiment needs 'split', a split. Add it."),

        // Types
        (2, "seed: many", "2:7: the experiment needs 'seed' to be a whole number of at least 0; it is 'many'."),
        (2, "seed: [7]", "2:7: the experiment needs 'seed' to be a whole number of at least 0; it is a list of 1."),
        (17, "      epochs: 2.5", "17:15: 'fit' needs 'epochs' to be a whole number of at least 1; it is '2.5'."),
        (17, "      epochs: 5000000000", "17:15: 'fit' needs 'epochs' to be a whole number of at least 1; it is '5000000000'. It must lie between -2147483648 and 2147483647."),
        (19, "      optimizer: { use: adam, learning_rate: forty }", "19:46: 'adam' needs 'learning_rate' to be a number above 0; it is 'forty'."),
        (19, "      optimizer: { use: adam, learning_rate: \"0.1\" }", "19:46: 'adam' needs 'learning_rate' to be a number above 0; it is the text '0.1'."),
        (19, "      optimizer: { use: adam, learning_rate: 0.1, amsgrad: maybe }", "19:60: 'adam' needs 'amsgrad' to be true or false; it is 'maybe'."),
        (19, "      optimizer: { use: adam, learning_rate: NaN }", "19:46: 'adam' needs 'learning_rate' to be a number above 0; it is 'NaN'."),
        (21, "controls: { use: untrained }", "21:11: the experiment needs 'controls' to be a list of controls; it is a mapping."),
        (13, "      - { use: crop, size: 64 }", "13:28: 'crop' needs 'size' to be a list of 2 whole numbers from 1 to 4096; it is '64'."),
        (13, "      - { use: crop, size: [64, wide] }", "13:33: 'crop' needs 'size[1]' to be a whole number from 1 to 4096; it is 'wide'."),
        (13, "      - { use: crop, size: [64, ~] }", "13:33: 'crop' needs 'size[1]' to be a whole number from 1 to 4096; it is empty."),
        (13, "      - { use: crop, size: [64, 32], edge: nearest-pixl }", "13:44: 'crop' needs 'edge' to be 'zero' or 'nearest-pixel'; it is 'nearest-pixl'. Did you mean 'nearest-pixel'?"),
        (13, "      - { use: crop, size: [64, 32], only: trian }", "13:44: the experiment needs 'stages.classify.transforms[2].only' to be 'train' or 'evaluate'; it is 'trian'. Did you mean 'train'?"),
        (12, "      - { use: grey, levels: [brian] }", "12:31: 'grey' cannot read 'levels[0]': no level is called 'brian'. There is brain."),
        (12, "      - { use: grey, levels: [[1, 2]] }", "12:31: 'grey' needs 'levels[0]' to be a level: a name, or a mapping with 'center' and 'width'; it is a list of 2."),
        (12, "      - { use: grey, levels: [brain], margin: 3 }", "12:47: 'grey' needs 'margin' to be a mapping with 'left' and 'right'; it is '3'."),
        (20, "metrics: [auroc, { use: weighted, weights: { any: heavy } }]", "20:51: 'weighted' needs 'weights.any' to be a number of at least 0; it is 'heavy'."),
        (20, "metrics: [auroc, { use: weighted, weights: [2] }]", "20:44: 'weighted' needs 'weights' to be a mapping of names to numbers of at least 0; it is a list of 1."),
        (17, "      epochs: 5\n      limit: long", "18:14: 'fit' needs 'limit' to be a time span; it is 'long'."),

        // Ranges
        (7, "split: { use: halves, train: 1 }", "7:30: 'halves' needs 'train' to be a number above 0 and below 1; it is '1'."),
        (13, "      - { use: crop, size: [64, 0] }", "13:33: 'crop' needs 'size[1]' to be a whole number from 1 to 4096; it is '0'."),
        (13, "      - { use: crop, size: [64] }", "13:28: 'crop' needs 'size' to be a list of 2 whole numbers from 1 to 4096; it is a list of 1."),
        (12, "      - { use: grey, levels: [] }", "12:30: 'grey' needs 'levels' to be a list of one or more levels; it is an empty list."),
        (14, "    model: { use: net, depth: 19 }", "14:31: 'net' needs 'depth' to be 18 or 34; it is '19'."),
        (14, "    model: { use: net, depth: 18, pretrained: imagnet }", "14:47: 'net' needs 'pretrained' to be 'none' or 'imagenet'; it is 'imagnet'. Did you mean 'imagenet'?"),
        (18, "      loss: { use: bce, pos_weight: equilibrium }", "18:37: 'bce' needs 'pos_weight' to be text of 1 to 8 letters; it is 'equilibrium'."),

        // What no single key shows
        (14, "    model: { use: net, depth: 34, pretrained: imagenet }", "14:31: 'net': there are no weights of depth 34. Take depth 18."),
        (11, "      - { use: fussy, odd: 2 }", "11:9: 'fussy' at 'stages.classify.transforms[0]' cannot be made: 'odd' must be odd."),
        (1, "name: my/trial", "1:7: 'name' names a folder: letters, digits, '-' and '_'; it is 'my/trial'."),
        (9, "  first stage:", "9:3: a stage's name names a folder: letters, digits, '-' and '_'; it is 'first stage'."),
        (20, "metrics: [auroc, { use: auroc }]", "20:25: 'auroc' stands twice in 'metrics'. Results are told apart by that name; keep one of them."),
        (22, "published: [{ metric: aurok, value: 0.98 }]", "22:23: 'published' names the metric 'aurok', which 'metrics' does not have. Did you mean 'auroc'?"),

        // YAML itself, and what it may not do here
        (5, "  root: /data\n  root: /other", "6:3: 'root' is given twice; the first stands in line 5. Keep one of them."),
        (5, "  root: ${DATA_RWOT}/ct", "5:9: the environment variable 'DATA_RWOT' is not set. Did you mean 'DATA_ROOT'? Set it, write ${DATA_RWOT:-default}, or override the key with --set."),
        (5, "  root: ${DATA_ROOT", "5:9: '${DATA_ROOT' has no closing brace. A variable is written ${NAME} or ${NAME:-default}."),
        (5, "  root: ${}", "5:9: '${}' names no variable. A variable is written ${NAME} or ${NAME:-default}."),
        (2, "seed: &s 7", "2:7: '&' names a value for reuse. Write the value out, or share it through 'extends:'."),
        (2, "seed: !!int 7", "2:7: 'tag:yaml.org,2002:int' is a type. Leave it out: each option knows its own type."),
        (21, "controls: [untrained", "21:11: this is not YAML: a bracket or brace is not closed. Mind quotes, brackets and the indentation of this line and the one above."),
        (2, "seed: 7: 8", "2:8: this is not YAML: "),
        (2, "\tseed: 7", "2:1: the line is indented with a tab. YAML wants spaces."),
        (22, "---\nname: second", "22:1: a second document begins here. Write one experiment a file."),
    ];
}
