using SocialSelling.Instagram;
using SocialSelling.Instagram.Data;
using SocialSelling.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("instagram");
builder.AddServiceDatabase<InstagramDbContext>();
builder.AddInstagram();
var app = builder.Build();
app.UseServiceDefaults();
app.MapInstagram();
await app.RunServiceAsync<InstagramDbContext>(args);
