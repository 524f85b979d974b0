using SocialSelling.Messaging;
using SocialSelling.Messaging.Data;
using SocialSelling.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("messaging");
builder.AddServiceDatabase<MessagingDbContext>();
builder.AddMessaging();
var app = builder.Build();
app.UseServiceDefaults();
app.MapMessaging();
await app.RunServiceAsync<MessagingDbContext>(args);
