namespace SocialSelling.Demo;

/// <summary>A step of the demo did not come out as it must.</summary>
public sealed class StepFailedException(string step, string whereToLook, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The step's name.</summary>
    public string Step { get; } = step;

    /// <summary>A hint for whoever looks for the cause.</summary>
    public string WhereToLook { get; } = whereToLook;
}
