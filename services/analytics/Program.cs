using SocialSelling.Analytics;
using SocialSelling.Analytics.Data;
using SocialSelling.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("analytics");
builder.AddServiceDatabase<AnalyticsDbContext>();
builder.AddAnalytics();

var app = builder.Build();
app.UseServiceDefaults();
app.MapAnalytics();
await app.RunServiceAsync<AnalyticsDbContext>(args);
