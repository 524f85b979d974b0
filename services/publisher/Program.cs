using SocialSelling.Publisher;
using SocialSelling.Publisher.Data;
using SocialSelling.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("publisher");
builder.AddServiceDatabase<PublisherDbContext>();
builder.AddPublisher();

var app = builder.Build();
app.UseServiceDefaults();
app.MapPublisher();
await app.RunServiceAsync<PublisherDbContext>(args);
