using SocialSelling.E2E.Tests;

// One stack for all tests; they kill its processes, so they run one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(StackFixture))]
