using SocialSelling.Instagram.Tests.Support;

// One service, one simulator with faults for everybody: the tests go one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(InstagramFactory))]
