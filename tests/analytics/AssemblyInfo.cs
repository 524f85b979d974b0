using SocialSelling.Analytics.Tests.Support;
using Xunit;

// One analytics host runs in this process; a test of the daily collection must not meet another test's accounts.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(AnalyticsFactory))]
