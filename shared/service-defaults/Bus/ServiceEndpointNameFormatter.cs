using MassTransit;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Queues are called <c>service.consumer-in-kebab</c>: without the prefix two services with an equal consumer would share one queue.</summary>
internal sealed class ServiceEndpointNameFormatter(string service) : IEndpointNameFormatter
{
    private static readonly KebabCaseEndpointNameFormatter Kebab = new KebabCaseEndpointNameFormatter(false);

    public string Separator => Kebab.Separator;

    public string TemporaryEndpoint(string tag) => Prefixed(Kebab.TemporaryEndpoint(tag));

    public string Consumer<T>()
        where T : class, IConsumer => Prefixed(Kebab.Consumer<T>());

    public string Message<T>()
        where T : class => Prefixed(Kebab.Message<T>());

    public string Saga<T>()
        where T : class, ISaga => Prefixed(Kebab.Saga<T>());

    public string ExecuteActivity<T, TArguments>()
        where T : class, IExecuteActivity<TArguments>
        where TArguments : class => Prefixed(Kebab.ExecuteActivity<T, TArguments>());

    public string CompensateActivity<T, TLog>()
        where T : class, ICompensateActivity<TLog>
        where TLog : class => Prefixed(Kebab.CompensateActivity<T, TLog>());

    public string SanitizeName(string name) => Kebab.SanitizeName(name);

    private string Prefixed(string name) => $"{service}.{name}";
}
