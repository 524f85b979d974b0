using Microsoft.Extensions.Options;

namespace SocialSelling.Instagram.Options;

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
