using Microsoft.Extensions.Options;

namespace SocialSelling.MetaSimulator.Options;

[OptionsValidator]
internal sealed partial class SimulatorOptionsValidator : IValidateOptions<SimulatorOptions>;
