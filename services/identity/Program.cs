using SocialSelling.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Admin;
using SocialSelling.Identity.Features.Audit;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("identity");
builder.AddServiceDatabase<IdentityDbContext>();
builder.AddIdentity();
var app = builder.Build();
app.UseServiceDefaults();
app.MapIdentity();
if (await app.TryRunKeyCommandAsync(args) || await app.TryRunAuditCommandAsync(args) || await app.TryRunAdminCommandAsync(args))
{
    return;
}

await app.RunServiceAsync<IdentityDbContext>(args);
