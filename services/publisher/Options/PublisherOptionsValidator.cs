using Microsoft.Extensions.Options;

namespace SocialSelling.Publisher.Options;

[OptionsValidator]
internal sealed partial class PublisherOptionsValidator : IValidateOptions<PublisherOptions>;
