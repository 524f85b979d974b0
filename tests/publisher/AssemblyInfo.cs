using SocialSelling.Publisher.Tests.Support;
using Xunit;

// One publisher runs in this process; a test that starts the due-post worker must not meet another test's posts.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PublisherFactory))]
