using System.CommandLine;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>completion bash|zsh</c>: what a shell is told so that it completes commands, options and names.</summary>
internal sealed class CompletionCommand : HostCommand
{
    // Files are the shell's own business; it falls back to them where the program has nothing to say.
    private const string Bash = """
        _framework() {
          local words
          words=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
          COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o bashdefault -o default -F _framework framework ./framework
        """;

    private const string Zsh = """
        _framework() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          (( ${#found[1]} )) && compadd -a found
          _files
        }
        compdef _framework framework ./framework
        """;

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash or zsh" };

    public CompletionCommand()
        : base("completion", "Writes what a shell needs to complete commands: source <(./framework completion bash)")
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh");
        Add(_shell);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        context.Terminal.Results.WriteLine(context.Arguments.GetValue(_shell) == "zsh" ? Zsh : Bash);
        return ExitCode.Done;
    }
}
