using SocialSelling.Accounts.Tests.Support;

// One service and one simulator, whose faults and switches are everybody's: the tests go one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(AccountsFactory))]
