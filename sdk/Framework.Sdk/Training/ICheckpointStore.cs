namespace Framework.Sdk;

/// <summary>The state files of one unit. A file is replaced whole or not at all; the previous one is kept until then.</summary>
public interface ICheckpointStore
{
    /// <summary>Writes to a temporary name, flushes to the disk, renames.</summary>
    /// <param name="name">A plain file name such as <c>checkpoint.safetensors</c>.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="TrainingException">The disk is full or the folder not writable; what was there before is still there.</exception>
    void Save(string name, Action<Stream> write);

    /// <summary>Gives the file another name, in place of what has that name; nothing happens where there is no such file.</summary>
    /// <param name="name">A plain file name.</param>
    /// <param name="to">The new one.</param>
    void Rename(string name, string to);

    /// <summary>Opens the last complete content; null where there is none.</summary>
    /// <param name="name">A plain file name.</param>
    Stream? Open(string name);

    /// <summary>Deletes the file if it is there.</summary>
    /// <param name="name">A plain file name.</param>
    void Delete(string name);
}
