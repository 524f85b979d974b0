using SocialSelling.Accounts;
using SocialSelling.Accounts.Data;
using SocialSelling.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("accounts");
builder.AddServiceDatabase<AccountsDbContext>();
builder.AddAccounts();
var app = builder.Build();
app.UseServiceDefaults();
app.MapAccounts();
await app.RunServiceAsync<AccountsDbContext>(args);
