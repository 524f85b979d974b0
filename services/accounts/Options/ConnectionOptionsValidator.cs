using Microsoft.Extensions.Options;

namespace SocialSelling.Accounts.Options;

[OptionsValidator]
internal sealed partial class ConnectionOptionsValidator : IValidateOptions<ConnectionOptions>;
