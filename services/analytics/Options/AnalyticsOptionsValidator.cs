using Microsoft.Extensions.Options;

namespace SocialSelling.Analytics.Options;

[OptionsValidator]
internal sealed partial class AnalyticsOptionsValidator : IValidateOptions<AnalyticsOptions>;
