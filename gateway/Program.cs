using SocialSelling.Gateway;
using SocialSelling.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddHostDefaults("gateway");
builder.AddGateway();
var app = builder.Build();
app.UseGateway();
await app.RunAsync();
