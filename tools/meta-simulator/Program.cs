using SocialSelling.MetaSimulator;

var builder = WebApplication.CreateBuilder(args);
builder.AddMetaSimulator();
var app = builder.Build();
app.UseMetaSimulator();
app.MapMetaSimulator();
await app.RunAsync();
