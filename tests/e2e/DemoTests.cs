using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests;

public sealed class DemoTests(StackFixture stack)
{
    [Fact]
    public async Task Demo_OnFreshStack_PassesEveryStep()
    {
        await using var output = new StringWriter();
        await using var scenario = new DemoScenario(stack.Addresses);
        await scenario.RunAsync(new StepRunner(output), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString());
    }

    [Fact]
    public async Task Up_OnRunningStack_ChangesNothing()
    {
        string[] names = ["postgres", "redis", "rabbitmq", "identity", "accounts", "instagram", "messaging", "publisher", "analytics", "gateway", "simulator"];
        var before = names.ToDictionary(name => name, stack.ProcessIdOf);
        await stack.UpAsync();
        Assert.Equal(before, names.ToDictionary(name => name, stack.ProcessIdOf));
    }
}
