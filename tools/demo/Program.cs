using SocialSelling.Demo;

using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    timeout.Cancel();
};

var runner = new StepRunner(Console.Out);
try
{
    await using var scenario = new DemoScenario(DemoAddresses.FromEnvironment());
    await scenario.RunAsync(runner, timeout.Token);
    runner.PrintTable();
    return 0;
}
catch (StepFailedException failure)
{
    runner.PrintTable();
    await Console.Error.WriteLineAsync($"\nThe demo failed at \"{failure.Step}\": {failure.Message}\n{failure.WhereToLook}");
    return 1;
}
